import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import SimulatedTenant

/// Microsoft's published v1.0 metadata (CSDL), as far as a test needs it to judge an object.
final class Metadata: NSObject, XMLParserDelegate {
    struct Kind {
        var base: String?
        var isOpen = false
        var properties: [String: String] = [:]
    }

    private(set) var kinds: [String: Kind] = [:]
    private(set) var enums: [String: Set<String>] = [:]
    private var namespace = ""
    private var alias = ""
    private var kind: String?
    private var enumeration: String?

    /// Beside the checkout; nil where the name does not lead there.
    static var file: String {
        URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "../../../../shared/data/graph/v1.0-metadata.xml.gz").standardizedFileURL.path
    }
    static var isThere: Bool { FileManager.default.fileExists(atPath: file) }

    init(file: String) throws {
        super.init()
        let unpack = Process()
        unpack.executableURL = URL(fileURLWithPath: "/bin/gzip")
        unpack.arguments = ["-dc", file]
        let pipe = Pipe()
        unpack.standardOutput = pipe
        try unpack.run()
        let text = pipe.fileHandleForReading.readDataToEndOfFile()
        unpack.waitUntilExit()
        let parser = XMLParser(data: text)
        parser.delegate = self
        _ = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let name = attributes["Name"] ?? ""
        switch element {
        case "Schema":
            namespace = attributes["Namespace"] ?? ""
            alias = attributes["Alias"] ?? ""
        case "EntityType", "ComplexType":
            let full = "\(namespace).\(name)"
            kind = full
            kinds[full] = Kind(base: attributes["BaseType"].map(whole), isOpen: attributes["OpenType"] == "true")
        case "EnumType":
            enumeration = "\(namespace).\(name)"
            enums["\(namespace).\(name)"] = []
        case "Member":
            if let enumeration { enums[enumeration]?.insert(name) }
        case "Property", "NavigationProperty":
            if let kind { kinds[kind]?.properties[name] = whole(attributes["Type"] ?? "") }
        default: break
        }
    }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
        if element == "EntityType" || element == "ComplexType" { kind = nil }
        if element == "EnumType" { enumeration = nil }
    }

    private func whole(_ type: String) -> String {
        if type.hasPrefix("Collection(") { return "Collection(\(whole(String(type.dropFirst(11).dropLast()))))" }
        if type.hasPrefix("graph.") { return "microsoft.graph." + type.dropFirst(6) }
        if !alias.isEmpty, type.hasPrefix("\(alias).") { return "\(namespace)." + type.dropFirst(alias.count + 1) }
        return type
    }

    private func property(_ name: String, of type: String) -> String? {
        var next: String? = type
        while let current = next, let kind = kinds[current] {
            if let found = kind.properties[name] { return found }
            next = kind.base
        }
        return nil
    }

    /// What in an object does not agree with its type: unknown properties, wrong kinds of values, unknown enum words.
    func complaints(about object: JSON, as type: String, at path: String = "") -> [String] {
        let type = object["@odata.type"]?.text.map { String($0.dropFirst()) } ?? type
        guard kinds[type] != nil else { return ["\(path): no type \(type)"] }
        return object.members.flatMap { member -> [String] in
            let place = "\(path).\(member.name)"
            if member.name == "members@delta" {
                return member.value.elements.flatMap {
                    complaints(about: $0, as: "microsoft.graph.directoryObject", at: place)
                }
            }
            if member.name.contains("@") { return [] }
            guard let expected = property(member.name, of: type) else { return ["\(place): not on \(type)"] }
            return complaints(aboutValue: member.value, as: expected, at: place)
        }
    }

    private func complaints(aboutValue value: JSON, as type: String, at path: String) -> [String] {
        if value == .null { return type.hasPrefix("Collection(") ? ["\(path): null for a collection"] : [] }
        if type.hasPrefix("Collection(") {
            guard case .array(let elements) = value else { return ["\(path): no collection"] }
            let inner = String(type.dropFirst(11).dropLast())
            return elements.flatMap { complaints(aboutValue: $0, as: inner, at: path) }
        }
        if kinds[type] != nil {
            guard case .object = value else { return ["\(path): no object"] }
            return complaints(about: value, as: type, at: path)
        }
        if let words = enums[type] {
            return words.contains(value.text ?? "") ? [] : ["\(path): \(value.text ?? "?") is no \(type)"]
        }
        return fits(value, type) ? [] : ["\(path): no \(type)"]
    }

    private func fits(_ value: JSON, _ type: String) -> Bool {
        switch (type, value) {
        case ("Edm.Boolean", .bool), ("Edm.Int32", .int), ("Edm.Int64", .int), ("Edm.String", .string): true
        case ("Edm.Guid", .string(let text)): UUID(uuidString: text) != nil
        case ("Edm.DateTimeOffset", .string(let text)):
            text.wholeMatch(of: /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/) != nil
        default: false
        }
    }
}
