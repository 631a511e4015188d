import Glibc

/// The attributes of an element, by local name; valid only while its start is handled.
struct XMLAttributes {
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.pairs = pairs }

    subscript(name: StaticString) -> String? {
        guard let value = pointer(name) else { return nil }
        return String(cString: value)
    }

    /// Whether an attribute has one of the values that mean yes.
    func isSet(_ name: StaticString) -> Bool { self[name].map { isTrue($0) || $0 == "on" } ?? false }

    private func pointer(_ name: StaticString) -> UnsafePointer<CChar>? {
        guard let pairs else { return nil }
        var place = 0
        while let key = pairs[place], let value = pairs[place + 1] {
            if Self.isEqual(XMLReader.local(key), name) { return value }
            place += 2
        }
        return nil
    }

    private static func isEqual(_ text: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
        var place = 0
        while place < name.utf8CodeUnitCount {
            guard UInt8(bitPattern: text[place]) == name.utf8Start[place] else { return false }
            place += 1
        }
        return text[place] == 0
    }

    /// All but declarations of namespaces, with local names.
    var all: [(name: String, value: String)] {
        guard let pairs else { return [] }
        var list: [(String, String)] = []
        var place = 0
        while let key = pairs[place], let value = pairs[place + 1] {
            place += 2
            if strncmp(key, "xmlns", 5) == 0 { continue }
            list.append((String(cString: XMLReader.local(key)), String(cString: value)))
        }
        return list
    }
}
