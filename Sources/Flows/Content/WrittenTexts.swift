import DLP
import Model

/// The documents of one file, each with the texts that somebody wrote in it: what documents are compared by.
///
/// A file is a document, and so is each attachment, member of an archive and embedded object in it. What programs write by themselves
/// (properties, addresses of links, masters and layouts of slides, the XML of libraries) is in no document: unrelated files of one program
/// have it in common.
enum WrittenTexts {
    /// The places of the segments of each document, in order.
    static func documents(in segments: [ExtractedSegment]) -> [[Int]] {
        let packages = Set(segments.lazy.filter { isOfPackage(own($0.part)) }.map { way($0.part) })
        var (keys, documents) = ([Substring: Int](), [[Int]]())
        for (place, segment) in segments.enumerated() where isWritten(segment) {
            let key = document(of: segment.part, packages)
            if let known = keys[key] {
                documents[known].append(place)
            } else {
                keys[key] = documents.count
                documents.append([place])
            }
        }
        return documents
    }

    /// The way to the document that a part is of. Of an archive or a message each file is one, a package is one document with all its parts.
    private static func document(of part: String, _ packages: Set<Substring>) -> Substring {
        let way = way(part)
        return !packages.contains(way) && isFile(own(part)) ? part[...] : way
    }

    private static func way(_ part: String) -> Substring { part.lastIndex(of: "!").map { part[..<$0] } ?? "" }

    private static func own(_ part: String) -> Substring {
        part.lastIndex(of: "!").map { part[part.index(after: $0)...] } ?? part[...]
    }

    /// Whether a name ends like a file's; parts of other documents than packages are called `body`, `page text`.
    private static func isFile(_ name: Substring) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        let ending = name[dot...].dropFirst()
        return (1...5).contains(ending.utf8.count) && ending.first?.isLetter == true
            && ending.allSatisfy { $0.isLetter || $0.isNumber }
    }

    private static func isOfPackage(_ name: Substring) -> Bool {
        let name = name.lowercased()
        return ["word/", "ppt/", "xl/", "visio/", "docprops/", "customxml/", "_rels/"].contains(where: name.hasPrefix)
            || ["content.xml", "meta.xml"].contains(name)
    }

    private static func isWritten(_ segment: ExtractedSegment) -> Bool {
        let name = own(segment.part).lowercased()
        // What stands in the fields of a form, and comments: properties in shape alone.
        if segment.kind == .properties { return name == "annotations and fields" }
        if segment.kind == .markup, isOfPackage(name[...]) { return false }
        return name != "styles.xml" && !places.contains(where: name.contains)
    }

    private static let places = [
        "docprops/", "/slidemasters/", "/slidelayouts/", "/notesmasters/", "/handoutmasters/", "/theme/", "/glossary/",
        "customxml/",
    ]
}

extension TextScan {
    /// What the documents in a file are like, by the places of the segments of which it is told.
    func likenesses(in segments: [ExtractedSegment]) -> [Int: [Match]] {
        guard comparesDocuments else { return [:] }
        return WrittenTexts.documents(in: segments).reduce(into: [:]) { found, document in
            for likeness in likenesses(of: document.map { segments[$0].bytes }) {
                found[document[likeness.part], default: []].append(likeness.match)
            }
        }
    }
}

extension Extraction {
    /// The text of each document in it that can be compared with others.
    var writtenTexts: [String] {
        WrittenTexts.documents(in: segments).map { document in
            // Of the two orders of a PDF's pages one is enough: a document of another kind has it alone.
            let texts = document.map { segments[$0] }.filter { !PageOrders.isLayout($0) }
            return texts.map(\.text).joined(separator: "\n")
        }
    }
}
