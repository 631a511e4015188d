import Foundation
import Model
import Store

/// Which third-party apps are wanted; nil means any.
public struct AppFilter: Sendable, Hashable {
    /// How a decision stands now.
    public enum Standing: String, Sendable, CaseIterable {
        case none, allowed, underReview, notAllowed
        /// Decided, and the day to ask again has come.
        case askAgain
    }
    public enum Publisher: String, Sendable, CaseIterable { case verified, unverified }

    /// A part of the name, the publisher or the app id.
    public var text: String?
    public var standing: Standing?
    public var publisher: Publisher?

    public init(text: String? = nil, standing: Standing? = nil, publisher: Publisher? = nil) {
        self.text = text
        self.standing = standing
        self.publisher = publisher
    }

    /// Whether every app is wanted.
    public var isAny: Bool { self == AppFilter() }

    func wants(_ app: ServicePrincipal, _ decision: AppDecision?, at now: Date) -> Bool {
        if let standing, standing != Standing(decision, at: now) { return false }
        if let publisher, (publisher == .verified) != (app.verifiedPublisher?.isVerified ?? false) { return false }
        return true
    }
}

extension AppFilter.Standing {
    public init(_ decision: AppDecision?, at now: Date) {
        guard let decision else {
            self = .none
            return
        }
        guard !decision.isDue(at: now) else {
            self = .askAgain
            return
        }
        switch decision.answer {
        case .allowed: self = .allowed
        case .underReview: self = .underReview
        case .notAllowed: self = .notAllowed
        }
    }
}
