/// How a part of an Office package is read, by its name.
enum OfficePart {
    case word, drawing, visio, vector, properties, markup, relationships, embedded, ignored

    /// - Parameter type: what the package says that the part is, where it says that.
    init(_ path: String, type: String? = nil) {
        let name = path.lowercased()
        let file = name.split(separator: "/").last.map(String.init) ?? name
        if name.hasSuffix(".rels") {
            self = .relationships
        } else if Self.isIgnored(name, file: file) {
            self = .ignored
        } else if name.hasSuffix(".xml") || name.hasSuffix(".vml") {
            self = Self.ofXML(name, type: type ?? "")
        } else {
            self = .embedded
        }
    }

    private static func ofXML(_ name: String, type: String) -> Self {
        if name.hasSuffix(".vml") { return .vector }
        if name.hasPrefix("docprops/") { return .properties }
        let isVisio = ["pages/", "masters/", "comments", "document.xml"].contains { name.hasPrefix("visio/\($0)") }
        if isVisio { return .visio }
        // Values of controls stand in attributes.
        if name.contains("/activex/") || name.contains("/ctrlprops/") { return .markup }
        // A package may have other folders than those of Office.
        let isElsewhere = !["word/", "ppt/", "xl/"].contains { name.hasPrefix($0) }
        if isElsewhere, type.contains("wordprocessingml") { return .word }
        if isElsewhere, type.contains("presentationml") || type.contains("drawingml") { return .drawing }
        if name.contains("/charts/") || name.contains("/diagrams/") || name.contains("/drawings/") { return .drawing }
        if name.hasPrefix("word/"), !name.contains("customxml") { return .word }
        if name.hasPrefix("ppt/"), !name.contains("/tags/"), !name.contains("customxml") { return .drawing }
        return .markup
    }

    /// Whether it is what documents are made after, with words for whoever makes one.
    static func isPattern(_ path: String) -> Bool {
        let name = "/" + path.lowercased()
        return ["layouts/", "masters/", "/glossary/"].contains(where: name.contains)
    }

    /// 0 for the body of a document, 3 for its properties.
    static func rank(_ path: String) -> Int {
        let name = path.lowercased()
        if name.hasPrefix("docprops/") { return 3 }
        if name.contains("/slidelayouts/") || name.contains("master") || name.hasSuffix(".rels") { return 2 }
        let isBody = ["word/document", "xl/worksheets/", "ppt/slides/", "visio/pages/page"].contains {
            name.hasPrefix($0)
        }
        return isBody ? 0 : 1
    }

    /// Looks and machinery: nobody writes there.
    private static func isIgnored(_ name: String, file: String) -> Bool {
        if name == "[content_types].xml" || name.contains("/theme/") || name.hasPrefix("docmetadata/") { return true }
        if name == "visio/windows.xml" { return true }
        if name.contains("printersettings") || file.hasPrefix("thumbnail.") { return true }
        if file.hasPrefix("itemprops") || file.hasPrefix("chartstyle")
            || file.hasPrefix("style") && name.contains("/charts/")
        {
            return true
        }
        return looks.contains(file)
    }

    private static let looks: Set<String> = [
        "styles.xml", "styleswitheffects.xml", "websettings.xml", "fonttable.xml", "numbering.xml", "calcchain.xml",
        "tablestyles.xml", "viewprops.xml", "presprops.xml", "revisioninfo.xml", "people.xml", "commentsids.xml",
        "commentsextended.xml", "commentsextensible.xml", "colors1.xml",
    ]
}
