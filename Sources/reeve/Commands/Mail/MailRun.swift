import BEC
import Flows
import Foundation
import Model
import Report

/// Judges what sources hand out, on all cores, and prints it in the order in which it came. What is read but not yet printed is bounded.
struct MailRun: Sendable {
    struct Outcome: Sendable {
        var counts: [Disposition: Int] = [:]
        /// What could not be read; each was said on standard error.
        var troubles = 0
    }

    /// Messages that are judged together.
    private struct Batch: Sendable {
        var items: [MailItem] = []
        var size = 0
        var isFull: Bool { items.count >= 256 || size >= 4 << 20 }

        mutating func add(_ item: MailItem) {
            items.append(item)
            size += item.size
        }
    }

    /// A judged batch: what goes to standard output, and the rest.
    private struct Judged: Sendable {
        let place: Int
        var text = ""
        var counts: [Disposition: Int] = [:]
        var troubles: [String] = []
    }

    let inspect: Inspect
    let writer: VerdictWriter
    /// What is known of every message beside its bytes; a case's own context goes before.
    let envelope: Envelope

    func callAsFunction(_ sources: MailSources) async throws -> Outcome {
        var sources = sources
        let window = ProcessInfo.processInfo.activeProcessorCount * 2
        return try await withThrowingTaskGroup(of: Judged.self) { group in
            var printer = Printer(writer: writer)
            var begun = 0
            while let batch = Self.batch(from: &sources) {
                while begun - printer.printed >= window, let judged = try await group.next() { printer.take(judged) }
                let place = begun
                begun += 1
                group.addTask { try await judge(batch, at: place) }
            }
            for try await judged in group { printer.take(judged) }
            return printer.finish()
        }
    }

    private static func batch(from sources: inout MailSources) -> Batch? {
        var batch = Batch()
        while !batch.isFull, let item = sources.next() { batch.add(item) }
        return batch.items.isEmpty ? nil : batch
    }

    private func judge(_ batch: Batch, at place: Int) async throws -> Judged {
        var judged = Judged(place: place)
        for item in batch.items {
            try Task.checkCancellation()
            do throws(MailTrouble) {
                let mail = try mailCase(item)
                if let trouble = mail.trouble { judged.troubles.append("\(trouble)") }
                try await judge(mail, into: &judged)
            } catch {
                judged.troubles.append("\(error)")
            }
        }
        return judged
    }

    private func mailCase(_ item: MailItem) throws(MailTrouble) -> MailCase {
        switch item {
        case .message(let id, let bytes): return MailCase(id: id, bytes: bytes)
        case .line(let line, let number, let path): return try MailCase(line: line, number: number, path: path)
        case .trouble(let trouble): throw trouble
        }
    }

    private func judge(_ mail: MailCase, into judged: inout Judged) async throws(MailTrouble) {
        var envelope = envelope
        let context = mail.context
        envelope.mailFrom = context.mailFrom ?? envelope.mailFrom
        envelope.clientAddress = context.clientAddress ?? envelope.clientAddress
        envelope.helo = context.helo ?? envelope.helo
        envelope.history = context.history
        envelope.queueID = context.queueID
        envelope.authenticatedUser = context.authenticatedUser
        if !context.recipients.isEmpty { envelope.recipients = context.recipients }
        let id = mail.id ?? "-"
        let inspected: Inspected
        do {
            inspected = try await inspect.judged(mail.bytes, in: envelope, door: .stored)
        } catch {
            throw MailTrouble("\(id): not judged: \(error)")
        }
        let text = writer.text(JudgedMail(id: id, from: inspected.from, verdict: inspected.verdict))
        judged.text += judged.text.isEmpty ? text : writer.separator + text
        judged.counts[inspected.verdict.disposition, default: 0] += 1
    }

    /// Puts judged batches into their order.
    private struct Printer {
        let writer: VerdictWriter
        private(set) var printed = 0
        private var early: [Int: Judged] = [:]
        private var outcome = Outcome()
        private var isFirst = true

        init(writer: VerdictWriter) { self.writer = writer }

        mutating func take(_ judged: Judged) {
            early[judged.place] = judged
            while let next = early.removeValue(forKey: printed) {
                print(next)
                printed += 1
            }
        }

        private mutating func print(_ judged: Judged) {
            for trouble in judged.troubles { Output.say("reeve: \(VisibleText.of(trouble))") }
            outcome.troubles += judged.troubles.count
            outcome.counts.merge(judged.counts, uniquingKeysWith: +)
            guard !judged.text.isEmpty else { return }
            Output.write((isFirst ? writer.head : writer.separator) + judged.text)
            isFirst = false
        }

        func finish() -> Outcome {
            Output.write((isFirst ? writer.head : "") + writer.tail(outcome.counts))
            return outcome
        }
    }
}
