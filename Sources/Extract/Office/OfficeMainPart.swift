import Model

/// The part of an Office package that is the document itself: without it a package says nothing of what the document said.
struct OfficeMainPart {
    static let missing = Halt.damaged("the main part of the document is missing")

    /// Whether it is there.
    private let isFound: Bool
    /// Whether the package says that it has one.
    private let isNamed: Bool

    private static let usual = ["word/document", "xl/workbook", "ppt/presentation"]
    private static let folders = ["word/", "xl/", "ppt/"]
    private static let endings = [
        "docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xlsb", "xltx", "xltm", "xlam", "pptx", "pptm", "potx", "potm",
        "ppsx", "ppsm",
    ]

    /// - Parameter relations: the paths that the package names as its main part.
    init(_ archive: ZipArchive, relations: [String]) {
        let names = archive.members.filter { !$0.isFolder }.map { member in
            // Some programs write the paths of Windows.
            String(member.name.lowercased().map { $0 == "\\" ? "/" : $0 })
        }
        isFound =
            names.contains { name in Self.usual.contains { name.hasPrefix($0) } }
            || relations.contains { names.contains($0.lowercased()) }
        isNamed = !relations.isEmpty || names.contains { name in Self.folders.contains { name.hasPrefix($0) } }
    }

    /// Packages of other programs have none.
    func isMissing(in name: String) -> Bool { !isFound && (isNamed || Self.isExpected(in: name)) }

    /// By the name of the file.
    static func isExpected(in name: String) -> Bool {
        endings.contains { name.lowercased().hasSuffix(".\($0)") }
    }
}
