import Flows
import Model
import Report

/// Scans what sources hand out, on all cores, and prints it in the order in which it came.
struct ContentRun: Sendable {
    private enum Scanned: Sendable {
        case document(text: String, notes: [String], matches: Int, status: Extraction.Status, effort: SearchEffort)
        case trouble(String)
        case links(Int)
        case note(String)
    }

    struct Outcome {
        /// What could not be read at all; each was said.
        var troubles = 0
        /// Documents that were not read whole, these included.
        var incomplete = 0
        var documents = 0
        var matches = 0
        /// Symbolic links that were not followed.
        var links = 0
        var effort = SearchEffort()
    }

    let content: ContentScan
    let writer: ContentWriter

    func callAsFunction(_ sources: ContentSources) async throws -> Outcome {
        var sources = sources
        let output = StoppableOutput(closedBy: writer.head + writer.end)
        var outcome = Outcome()
        var isFirst = true
        let (content, writer) = (content, writer)
        try await InOrder.run(next: { sources.next() }, work: { try await Self.scanned($0, by: content, writer) }) {
            scanned in
            switch scanned {
            case .document(let text, let notes, let count, let status, let effort):
                outcome.documents += 1
                outcome.matches += count
                outcome.effort += effort
                if status != .ok { outcome.incomplete += 1 }
                if status == .error { outcome.troubles += 1 }
                for note in notes { Output.say("reeve: \(note)") }
                guard !text.isEmpty else { return }
                output.write((isFirst ? writer.head : writer.separator) + text, closedBy: writer.end)
                isFirst = false
            case .trouble(let trouble):
                outcome.troubles += 1
                outcome.incomplete += 1
                Output.say("reeve: \(VisibleText.of(trouble))")
            case .links(let count): outcome.links += count
            case .note(let note): Output.say("reeve: \(note)")
            }
        }
        let tail = writer.tail(
            documents: outcome.documents, matches: outcome.matches, incomplete: outcome.incomplete)
        output.write((isFirst ? writer.head : "") + tail, closedBy: "")
        return outcome
    }

    private static func scanned(
        _ item: ContentItem, by content: ContentScan, _ writer: ContentWriter
    ) async throws -> Scanned {
        try Task.checkCancellation()
        switch item {
        case .links(let count): return .links(count)
        case .emptyFolder(let name): return .note("\(VisibleText.of(name)): the folder is empty")
        case .file, .standardInput, .text, .unread, .trouble: break
        }
        do throws(MailTrouble) {
            var effort = SearchEffort()
            let document = try await content.document(item, &effort)
            var notes = writer.notes(on: document)
            if document.status == .error, notes.isEmpty {
                let why = document.detail.map { VisibleText.of($0) } ?? "it could not be read"
                notes = ["\(VisibleText.of(document.name)): \(why)"]
            }
            return .document(
                text: writer.text(document), notes: notes, matches: document.count, status: document.status,
                effort: effort)
        } catch {
            return .trouble("\(error)")
        }
    }
}
