import Foundation
import Testing

@testable import Mail

/// One expectation of `Tests/Fixtures/spf/*.zone`: a domain, both verdicts, and details a line.
struct SPFCase: Sendable, CustomTestStringConvertible {
    let file: String
    let zone: Zone
    let domain: String
    let ipv4: String
    let ipv6: String
    let details: [(key: String, value: String)]

    var testDescription: String { "\(file) \(domain)" }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/spf")
        .standardized

    static let all: [SPFCase] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return files.filter { $0.hasSuffix(".zone") }.sorted().flatMap(cases)
    }()

    private static func cases(in file: String) -> [SPFCase] {
        let text = (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
        let parts = text.components(separatedBy: "\n? ")
        return parts.dropFirst().compactMap { part in
            let lines = part.split(separator: "\n")
            let head = lines[0].split(separator: " ").map(String.init)
            guard head.count == 3 else { return nil }
            let details = lines.dropFirst().map { line in
                let words = line.drop { $0 == " " }.split(separator: " ", maxSplits: 1)
                return (String(words[0]), String(words[1]))
            }
            return SPFCase(
                file: file, zone: Zone(parts[0]), domain: head[0], ipv4: head[1], ipv6: head[2], details: details)
        }
    }
}

extension SPFReading.Verdict {
    /// RFC 7208's word for it.
    var word: String {
        switch self {
        case .pass: "pass"
        case .fail: "fail"
        case .softFail: "softfail"
        case .neutral: "neutral"
        case .none: "none"
        case .permError: "permerror"
        case .tempError: "temperror"
        }
    }
}
