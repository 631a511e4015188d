import Foundation
import Model
import Posture
import Report
import Store

/// A line of the audit log in words, in the parts that a page links one by one.
struct AuditSentence: Hashable, Sendable {
    /// `ana`, `the token ci`, `root on the command line`, `Reeve`.
    var who: String
    /// `hid 3 instances of`.
    var verb: String
    /// `Publicly Writable File in contoso`; nil where the verb says it all.
    var subject: String?
    /// `: accepted risk`; empty where nothing is added.
    var rest: String

    init(_ entry: AuditEntry) {
        who = Self.who(entry.actor)
        guard let phrase = AuditPhrase.of(entry.action) else {
            (verb, subject, rest) = ("did \(entry.action) to", entry.subject, entry.detail.map { ": \($0)" } ?? "")
            return
        }
        var detail = entry.detail
        verb = phrase.verb
        if phrase.verb.contains("#") {
            let parts = (detail ?? "").split(separator: "·", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            let count = parts.first.flatMap { Int($0) }
            verb = verb.replacing("#", with: count.map { Numbers.counted($0, "instance") } ?? "instances")
            if count != nil { detail = parts.count > 1 ? parts[1] : nil }
        }
        subject = phrase.namesSubject ? Self.named(entry.subject, in: entry.action) : nil
        if entry.action == "session.end", "user:\(entry.subject)" == entry.actor {
            (verb, subject) = (detail == nil ? "signed out" : "ended own sessions", nil)
        }
        rest = phrase.tail == .none ? "" : detail.map { phrase.tail.rawValue + $0 } ?? ""
    }

    var text: String { [who, verb, subject].compactMap(\.self).joined(separator: " ") + rest }

    /// Who did it: `user:ana` is `ana`.
    static func who(_ actor: String) -> String {
        let parts = actor.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.dropFirst().first) {
        case ("user", let name?): return name
        case ("token", let name?): return "the token \(name)"
        case ("cli", let name?): return "\(name) on the command line"
        case ("reeve", nil): return "Reeve"
        case ("nobody", nil): return "Somebody"
        default: return actor
        }
    }

    /// A check by its title: findings are noted by the id of their check and their integration.
    private static func named(_ subject: String, in action: String) -> String {
        guard action.hasPrefix("finding.") || action.hasPrefix("instance."), let end = subject.range(of: " in ") else {
            return subject
        }
        return CheckIndex.standard.title(of: String(subject[..<end.lowerBound])) + subject[end.lowerBound...]
    }
}
