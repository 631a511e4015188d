import Foundation
import Model
import Synchronization

/// Where questions wait for the thread that asks them, and answers for whoever asked.
final class QuestionDesk: Sendable {
    private struct State {
        /// Not yet seen by the thread.
        var fresh: [DNSQuestion] = []
        var waiting: [DNSQuestion: [CheckedContinuation<DNSAnswer, Never>]] = [:]
        var cache = AnswerCache()
        var isClosed = false
    }

    private let state = Mutex(State())
    private let now: @Sendable () -> ContinuousClock.Instant
    /// A pipe: one byte in it wakes the thread from `poll`.
    let wakeUp: Int32
    private let bell: Int32

    init(now: @escaping @Sendable () -> ContinuousClock.Instant) throws {
        self.now = now
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw ResolverError(description: "no pipe for the resolver: \(String(cString: strerror(errno)))")
        }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (wakeUp, bell) = (ends[0], ends[1])
    }

    deinit {
        _ = Glibc.close(wakeUp)
        _ = Glibc.close(bell)
    }

    /// Whether c-ares can be given the name: printable ASCII of at most 253 characters, labels of 1 to 63, no escapes.
    static func canAsk(_ name: String) -> Bool {
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return name.utf8.count <= 253 && labels.allSatisfy { (1...63).contains($0.count) }
            && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    }

    func ask(_ question: DNSQuestion, _ asker: CheckedContinuation<DNSAnswer, Never>) {
        let known: DNSAnswer.Result? = state.withLock { state in
            if state.isClosed { return .failed(Self.closed) }
            if let known = state.cache.result(of: question, at: now()) { return known }
            if state.waiting[question] == nil { state.fresh.append(question) }
            state.waiting[question, default: []].append(asker)
            return nil
        }
        if let known { return asker.resume(returning: DNSAnswer(question, known)) }
        ring()
    }

    /// How many askers wait for an answer.
    var waiting: Int { state.withLock { $0.waiting.values.reduce(0) { $0 + $1.count } } }

    /// What the thread has to send; nil when it has to end.
    func takeFresh() -> [DNSQuestion]? {
        var dregs = [UInt8](repeating: 0, count: 64)
        while read(wakeUp, &dregs, dregs.count) > 0 {}
        return state.withLock { state in
            if state.isClosed { return nil }
            defer { state.fresh = [] }
            return state.fresh
        }
    }

    /// - Parameter lifetime: seconds for which the answer may be remembered; nil for what must be asked again.
    func settle(_ question: DNSQuestion, _ result: DNSAnswer.Result, lifetime: UInt32?) {
        let askers = state.withLock { state in
            if let lifetime { state.cache.keep(result, of: question, for: lifetime, at: now()) }
            return state.waiting.removeValue(forKey: question) ?? []
        }
        for asker in askers { asker.resume(returning: DNSAnswer(question, result)) }
    }

    /// May be called more than once and from any thread.
    func close() {
        let stranded = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [:] }
            return state.waiting
        }
        ring()
        for (question, askers) in stranded {
            for asker in askers { asker.resume(returning: DNSAnswer(question, .failed(Self.closed))) }
        }
    }

    static let closed = "resolver shut down"

    /// A full pipe is a bell that rings already.
    private func ring() {
        var byte: UInt8 = 1
        _ = write(bell, &byte, 1)
    }
}
