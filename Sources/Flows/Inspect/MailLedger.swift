import Foundation
import Store

/// Keeps what doors have judged. A verdict does not wait for a database that is locked or full: its record does, and is written later, with
/// all others that wait, in one transaction.
public actor MailLedger {
    /// How much waits, and how long.
    public struct Limits: Sendable {
        /// Records that may wait; a new one then drives out the oldest.
        public var most = 10_000
        /// How long a record may wait.
        public var longest = Duration.seconds(3_600)
        /// Between two attempts.
        public var pause = Duration.seconds(2)
        /// How long a door waits for its record to be written before it goes on without.
        public var patience = Duration.seconds(1)

        public init() {}
    }

    private struct Entry {
        let record: MailRecord
        /// When it is given up.
        let end: ContinuousClock.Instant
    }

    private let limits: Limits
    private let clock: any Clock<Duration>
    private let write: @Sendable ([MailRecord]) async throws -> Void
    private let notice: @Sendable (Notice) -> Void
    private var waiting: [Entry] = []
    /// How many of `waiting` are being written.
    private var underWay = 0
    private var current: Task<Void, Never>?
    /// Writes what came while `current` does.
    private var next: Task<Void, Never>?
    private var retry: Task<Void, Never>?
    /// The last round took longer than a door waits.
    private var isSlow = false
    private var isEnding = false

    /// - Parameters:
    ///   - write: keeps all of the records, or throws and keeps none.
    ///   - notice: hears what an administrator wants to find in the log.
    init(
        limits: Limits, clock: any Clock<Duration>, write: @escaping @Sendable ([MailRecord]) async throws -> Void,
        notice: @escaping @Sendable (Notice) -> Void
    ) {
        self.limits = limits
        self.clock = clock
        self.write = write
        self.notice = notice
    }

    /// How many records wait to be written.
    var count: Int { waiting.count }

    /// Takes a record. Returns when it is written, at once while the database refuses, or when a second is over.
    func keep(_ record: MailRecord) async {
        waiting.append(Entry(record: record, end: .now + limits.longest))
        if waiting.count > limits.most { lose(at: underWay, why: "too many records wait") }
        guard retry == nil else { return }
        let round = round()
        guard !isSlow else { return }
        let isWritten: Void? = try? await within(limits.patience, of: clock) { await round.value }
        if isWritten == nil { isSlow = true }
    }

    /// Writes what waits; what cannot be written is lost, and the log says which.
    func finish() async {
        isEnding = true
        retry?.cancel()
        retry = nil
        if !waiting.isEmpty { await round().value }
        while !waiting.isEmpty { lose(at: 0, why: "the process ends") }
    }

    /// The round of writing that takes whatever waits when it begins.
    private func round() -> Task<Void, Never> {
        if let next { return next }
        let before = current
        let task = Task {
            await before?.value
            await writeAll()
        }
        next = task
        return task
    }

    private func writeAll() async {
        (current, next) = (next, nil)
        defer { underWay = 0 }
        underWay = waiting.count
        guard underWay > 0 else { return }
        do {
            try await write(waiting.prefix(underWay).map(\.record))
            waiting.removeFirst(underWay)
            isSlow = false
            if retry != nil { notice(.recovered) }
            retry = nil
        } catch let error as StoreError where error.isPassing {
            putOff(error.cause)
        } catch {
            await writeEach()
        }
    }

    /// One record that no database takes must not hold up the others.
    private func writeEach() async {
        var left: [Entry] = []
        var why = ""
        for entry in waiting.prefix(underWay) {
            do {
                try await write([entry.record])
            } catch {
                left.append(entry)
                why = "\(error)"
            }
        }
        waiting.replaceSubrange(..<underWay, with: left)
        underWay = left.count
        if left.isEmpty { retry = nil } else { putOff(why) }
    }

    private func putOff(_ why: String) {
        if retry == nil { notice(.waiting(waiting.count, why: why)) }
        while let first = waiting.first, first.end <= .now { lose(at: 0, why: why) }
        guard !isEnding else { return }
        let (clock, pause) = (clock, limits.pause)
        retry = Task {
            try? await clock.sleep(for: pause)
            guard !Task.isCancelled else { return }
            await round().value
        }
    }

    private func lose(at place: Int, why: String) {
        guard waiting.indices.contains(place) else { return }
        notice(.lost(waiting.remove(at: place).record.verdict, why: why))
    }
}
