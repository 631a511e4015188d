import Foundation
import Model

/// A small DNS zone as a fixture writes it: `name TYPE value` a line; a value of `!SERVFAIL` is a question that fails.
struct Zone: Sendable {
    private(set) var results: [DNSQuestion: DNSAnswer.Result] = [:]

    init(_ text: String) {
        for line in text.split(separator: "\n") where !line.hasPrefix(";") {
            let fields = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
            guard fields.count == 3, let type = DNSQuestion.RecordType(rawValue: String(fields[1])) else { continue }
            let value = fields[2].drop { $0 == " " }
            add(DNSQuestion(type, String(fields[0])), String(value))
        }
    }

    private mutating func add(_ question: DNSQuestion, _ value: String) {
        if value.hasPrefix("!") {
            results[question] = .failed(String(value.dropFirst()))
        } else if case .records(let before) = results[question] {
            results[question] = .records(before + [value])
        } else {
            results[question] = .records([value])
        }
    }

    /// What is not in the zone is absent.
    func answer(_ question: DNSQuestion) -> DNSAnswer? {
        DNSAnswer(question, results[question] ?? .absent)
    }
}
