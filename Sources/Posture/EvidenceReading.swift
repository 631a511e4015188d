import Foundation
import Model

// How checks write moments into evidence and how sentences read evidence back. A sentence may meet evidence stored by an older
// version, so every reader answers nil for what is not there.

extension Evidence.Value {
    /// A moment as ISO 8601 in UTC, to the second; `.none` where there is none.
    static func time(_ moment: Date?) -> Self { moment.map { .text($0.formatted(.iso8601)) } ?? .none }
}

extension Evidence {
    func text(_ key: String) -> String? {
        if case .text(let text)? = self[key] { text } else { nil }
    }

    func list(_ key: String) -> [String] {
        if case .list(let list)? = self[key] { list } else { [] }
    }

    func records(_ key: String) -> [Evidence] {
        if case .records(let records)? = self[key] { records } else { [] }
    }

    func flag(_ key: String) -> Bool? {
        if case .flag(let flag)? = self[key] { flag } else { nil }
    }

    func number(_ key: String) -> Int? {
        if case .number(let number)? = self[key] { Int(exactly: number) } else { nil }
    }

    /// The day of a moment: `2026-03-01`.
    func day(_ key: String) -> String? { text(key).map { String($0.prefix(10)) } }
}

extension String {
    /// Cut in the middle, so that both the beginning and the end of a name stay readable.
    func shortened(to length: Int) -> String {
        guard count > length else { return self }
        let tail = (length - 1) / 2
        return prefix(length - 1 - tail) + "…" + suffix(tail)
    }
}

extension [String] {
    /// "a@x.example and 2 more"; the empty string where there is none.
    var firstAndHowManyMore: String {
        guard let first else { return "" }
        return count == 1 ? first : "\(first.shortened(to: 32)) and \(count - 1) more"
    }
}
