import Flows
import Model
import Report

/// Scans what sources hand out, on all cores, and prints it in the order in which it came.
struct ContentRun: Sendable {
    private enum Scanned: Sendable {
        case document(text: String, note: String?, matches: Int, isRead: Bool)
        case trouble(String)
    }

    let content: ContentScan
    let writer: ContentWriter

    /// - Returns: how many documents could not be read; what came instead was said.
    func callAsFunction(_ sources: ContentSources) async throws -> Int {
        var sources = sources
        var (documents, matches, troubles) = (0, 0, 0)
        var isFirst = true
        let (content, writer) = (content, writer)
        try await InOrder.run(next: { sources.next() }, work: { try await Self.scanned($0, by: content, writer) }) {
            scanned in
            switch scanned {
            case .document(let text, let note, let count, let isRead):
                documents += 1
                matches += count
                if !isRead { troubles += 1 }
                if let note { Output.say("reeve: \(note)") }
                guard !text.isEmpty else { return }
                Output.write((isFirst ? writer.head : writer.separator) + text)
                isFirst = false
            case .trouble(let trouble):
                troubles += 1
                Output.say("reeve: \(VisibleText.of(trouble))")
            }
        }
        Output.write((isFirst ? writer.head : "") + writer.tail(documents: documents, matches: matches))
        return troubles
    }

    private static func scanned(
        _ item: ContentItem, by content: ContentScan, _ writer: ContentWriter
    ) async throws -> Scanned {
        try Task.checkCancellation()
        do throws(MailTrouble) {
            let document = try await content.document(item)
            return .document(
                text: writer.text(document), note: writer.note(on: document), matches: document.count,
                isRead: document.status != .error)
        } catch {
            return .trouble("\(error)")
        }
    }
}
