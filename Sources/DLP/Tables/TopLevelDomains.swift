/// Which top-level domains exist.
enum TopLevelDomains {
    private static let names = Set(table.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })

    /// - Parameter name: lower case.
    static func contains(_ name: [UInt8]) -> Bool { names.contains(name) }
}
