import Foundation
import Store

/// A run of the background: what it is, how far it is.
public struct JobStanding: Sendable, Hashable {
    public var kind: Run.Kind
    public var isFull: Bool
    /// Nil while it waits for its turn.
    public var startedAt: Date?
    /// Every stage so far in the order it began, the last one is under way.
    public var stages: [StageProgress]
    /// Until when Microsoft asked to wait; nil where nothing waits.
    public var waitsUntil: Date?

    public init(
        kind: Run.Kind, isFull: Bool = false, startedAt: Date? = nil, stages: [StageProgress] = [],
        waitsUntil: Date? = nil
    ) {
        self.kind = kind
        self.isFull = isFull
        self.startedAt = startedAt
        self.stages = stages
        self.waitsUntil = waitsUntil
    }
}

/// What happened to a run of the background, for whoever watches.
public struct JobNews: Sendable, Hashable {
    public enum What: Sendable, Hashable {
        case queued, began, progress
        /// Instances were judged: new findings may have appeared.
        case judged
        case ended(JobEnd)
    }
    public var integration: Integration
    public var kind: Run.Kind
    public var what: What
}

/// How a run of the background ended.
public enum JobEnd: Sendable, Hashable {
    case done(opened: Int, resolved: Int)
    case failed(String)
    /// A command works on the same integration; another try follows soon.
    case busy
    /// Somebody stopped it, or the server ends; what was read stays.
    case stopped
}
