import Foundation
import Model
import Store

/// Decisions about third-party apps.
extension AppListing {
    /// Notes what was decided about an app.
    /// - Returns: the number of the step, which `takeBack` takes.
    /// - Throws: `TermsError` in words for the person who decides.
    @discardableResult
    public func decide(
        _ answer: AppDecision.Answer, why: String?, owner: String?, askAgain: Date?, about app: ServicePrincipal,
        _ deed: Deed
    ) throws -> Int {
        let wrong = try Self.problems(why: why, owner: owner, askAgain: askAgain, at: deed.at)
        if let wrong = TermsError(wrong) { throw wrong }
        let owner = try Self.checked(owner: owner)
        let decision = AppDecision(
            answer, why: try Self.checked(why: why), owner: owner.flatMap { $0.isEmpty ? nil : $0 },
            askAgain: askAgain, by: deed.actor, at: deed.at)
        return try store.decide(
            decision, about: Self.key(of: app), of: integration.id,
            deed.entry("app.decide", app.resource.name, decision.detail))
    }

    /// All that is wrong with what somebody wants to decide.
    public static func problems(
        why: String?, owner: String?, askAgain: Date?, at now: Date
    ) throws -> [TermsError] {
        try TermsError.gathered([
            { _ = try checked(why: why) }, { _ = try checked(owner: owner) },
            { if let askAgain, askAgain <= now { throw TermsError.asksInThePast } },
        ])
    }

    private static func checked(why: String?) throws -> String {
        try Terms.checked(why ?? "", "reason", .lines, most: FreeText.mostOfComment)
    }

    private static func checked(owner: String?) throws -> String? {
        try FreeText.checked(owner, "owner", .line, most: FreeText.mostOfOwner) { _ in
            TermsError.tooLong("owner", most: FreeText.mostOfOwner)
        }
    }

    /// Takes back what was decided about an app.
    /// - Returns: whether anything was.
    public func undecide(_ app: ServicePrincipal, _ deed: Deed) throws -> Bool {
        try store.forgetDecision(
            about: Self.key(of: app), of: integration.id, deed.entry("app.undecide", app.resource.name))
    }

    /// Takes back the last step, so that what stood before it stands again.
    /// - Returns: the step that this is; nil where something else was decided since.
    public func takeBack(step: Int, about app: ServicePrincipal, _ deed: Deed) throws -> AppDecisionStep? {
        try store.takeBack(step: step, about: Self.key(of: app), of: integration.id, deed) { before in
            before.map { deed.entry("app.decide", app.resource.name, "\($0.detail), put back") }
                ?? deed.entry("app.undecide", app.resource.name)
        }
    }
}

extension AppDecision {
    /// For the audit log: `Not allowed: no contract, ask again on 2026-12-24`.
    fileprivate var detail: String {
        [answer.title, why].compactMap(\.self).joined(separator: ": ")
            + (again.map { ", \($0)" } ?? "")
    }
}
