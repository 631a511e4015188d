import Model

/// Which top-level domains exist.
enum TopLevelDomains {
    static let replaceable = ReplaceableTable(
        "top-level-domains", builtIn: origin, row: "a top-level domain such as com, without dots"
    ) { row in row.utf8.count <= 63 && row.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }

    private static let names = Set(
        (replaceable.ownWords ?? table.split { $0 == " " || $0 == "\n" }).map { Array($0.lowercased().utf8) })
    private static let longest = names.map(\.count).max() ?? 0

    /// - Parameter name: in any letter case.
    static func contains(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        if name.count == 3, isCom(name) { return true }
        guard name.count <= longest else { return false }
        return names.contains(name.map { $0.isUpper ? $0 | 0x20 : $0 })
    }

    /// The one that nearly all addresses have.
    private static func isCom(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        name[0] | 0x20 == UInt8(ascii: "c") && name[1] | 0x20 == UInt8(ascii: "o")
            && name[2] | 0x20 == UInt8(ascii: "m")
    }
}
