import BEC
import Foundation
import Mail
import Model
import Store

/// Judges messages again that were judged before, by what was kept of them: with today's list, or with a change that nobody has made yet.
public struct JudgeAgain: Sendable {
    let store: Store
    let roster: Roster

    public init(store: Store, roster: Roster) {
        self.store = store
        self.roster = roster
    }

    /// The verdict that the message would get now.
    /// - Returns: nil where too little of it was kept.
    public func verdict(on kept: KeptVerdict) -> Verdict? { verdict(on: kept, roster.company) }

    private func verdict(on kept: KeptVerdict, _ company: Company) -> Verdict? {
        guard let basis = kept.basis, basis.envelope.isWhole, let door = Door(rawValue: kept.door) else { return nil }
        return judge(Message(basis.header), in: kept.envelope, for: company, door: door)
    }

    /// What a change would have done to messages of the past.
    public struct Preview: Sendable, Hashable {
        /// A message whose verdict would be another one.
        public struct Change: Sendable, Hashable {
            public var kept: KeptVerdict
            public var before: Verdict
            public var after: Verdict
        }

        /// Messages that could be judged again.
        public var judged = 0
        /// Messages of which too little was kept.
        public var unknown = 0
        /// The first of those that would change, newest first.
        public var changes: [Change] = []
        /// How many would change, by the disposition before and after.
        public var counts: [Pair: Int] = [:]
        /// There are more messages than were looked at.
        public var isCut = false

        public struct Pair: Sendable, Hashable {
            public var before: Disposition
            public var after: Disposition
        }

        public var changed: Int { counts.values.reduce(0, +) }
    }

    /// No preview looks at more messages.
    public static let most = 5_000

    /// What a policy would have done to the messages since a moment.
    public func preview(_ policy: MailPolicy, since: Date) throws -> Preview {
        var company = roster.company
        try company.policies.add(policy)
        return try preview(company, since: since)
    }

    private func preview(_ changed: Company, since: Date) throws -> Preview {
        var preview = Preview()
        var filter = VerdictFilter()
        filter.since = since
        var seek = Seek<VerdictPosition>.start
        while true {
            let page = try store.verdicts(filter, seek, limit: 500)
            for kept in page.elements { take(kept, changed, into: &preview) }
            guard page.hasNext, let last = page.elements.last else { return preview }
            guard preview.judged + preview.unknown < Self.most else {
                preview.isCut = true
                return preview
            }
            seek = .after(VerdictPosition(last))
        }
    }

    private func take(_ kept: KeptVerdict, _ changed: Company, into preview: inout Preview) {
        guard let before = verdict(on: kept), let after = verdict(on: kept, changed) else {
            preview.unknown += 1
            return
        }
        preview.judged += 1
        guard before.disposition != after.disposition else { return }
        preview.counts[.init(before: before.disposition, after: after.disposition), default: 0] += 1
        if preview.changes.count < 20 { preview.changes.append(.init(kept: kept, before: before, after: after)) }
    }
}
