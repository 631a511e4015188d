import Foundation
import Model
import Store

extension MailLedger {
    /// What becomes of records that could not be written at once.
    public enum Notice: Sendable, CustomStringConvertible {
        /// So many wait from now on; said once until they are written.
        case waiting(Int, why: String)
        /// Nothing waits any more.
        case recovered
        /// A verdict that was given and is not on record.
        case lost(KeptVerdict, why: String)

        /// Whether something is gone for good.
        public var isLoss: Bool {
            if case .lost = self { return true }
            return false
        }

        public var description: String {
            switch self {
            case .waiting(let count, let why):
                "verdicts are given but cannot be recorded (\(why)): \(count) \(count == 1 ? "record waits" : "records wait") and will be written as soon as that is possible"
            case .recovered: "the verdicts that waited are recorded"
            case .lost(let kept, let why):
                "a verdict was given but is not on record: queue id \(kept.queueID ?? "none"), message id \(kept.messageID ?? "none"), \(kept.verdict.disposition.rawValue), \(kept.door), received \(kept.received.formatted(.iso8601)): \(why)"
            }
        }
    }
}

extension StoreError {
    /// Whether it may be over by itself: another process writes, the disk is full.
    var isPassing: Bool {
        switch self {
        case .locked, .full: true
        default: false
        }
    }

    /// What is the matter, without what a person who waits for a command should do.
    var cause: String {
        switch self {
        case .locked(let path): "\(path) is locked by another process"
        case .full(let path): "no room is left on the disk of \(path)"
        default: description
        }
    }
}
