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
        var (known, documents) = ([Int: Int](), [[Int]]())
        for (place, segment) in segments.enumerated() where isWritten(segment) {
            if let document = known[segment.document] {
                documents[document].append(place)
            } else {
                known[segment.document] = documents.count
                documents.append([place])
            }
        }
        return documents
    }

    private static func isWritten(_ segment: ExtractedSegment) -> Bool {
        switch segment.kind {
        case .text, .table, .formulas: true
        // Properties in shape alone: what stands in the fields of a form, and comments.
        case .properties: segment.isCalled("annotations and fields")
        // The data of a form in XML.
        case .markup: segment.isCalled("form")
        case .pattern: false
        }
    }
}

extension ExtractedSegment {
    /// Whether its own name, without the way there, is this one.
    fileprivate func isCalled(_ name: String) -> Bool { part == name || part.hasSuffix("!\(name)") }
}

extension TextScan {
    /// What the documents in a file are like, by the places of the segments of which it is told.
    func likenesses(in segments: [ExtractedSegment]) -> [Int: [Likeness]] {
        guard comparesDocuments else { return [:] }
        return WrittenTexts.documents(in: segments).reduce(into: [:]) { found, document in
            for likeness in likenesses(of: document.map { segments[$0].bytes }) {
                found[document[likeness.part], default: []].append(likeness)
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
