import Foundation

/// What DNS said about a mail domain: every answer that its SPF and DMARC records lead to. Written by the DNS collector alone.
public struct DomainRecords: Entity {
    public static let kind = EntityKind.domainRecords
    /// The domain's name.
    public var id: String
    /// The organizational domain by the public suffix list (RFC 7489 §3.2); nil where it could not be told.
    public var organizationalDomain: String?
    public var answers: [DNSAnswer]

    public init(id: String, organizationalDomain: String? = nil, answers: [DNSAnswer] = []) {
        self.id = id
        self.organizationalDomain = organizationalDomain
        self.answers = answers
    }

    /// The answer to a question, names compared without case; nil where it was not asked.
    public func answer(_ type: DNSQuestion.RecordType, _ name: String) -> DNSAnswer? {
        let wanted = DNSQuestion(type, name)
        return answers.first { $0.question == wanted }
    }
    public var resource: Resource { Resource(.domain, id: id, name: id) }
}

/// A question to the DNS: a type and a name in lower-case A-labels without a trailing dot.
public struct DNSQuestion: Codable, Hashable, Sendable {
    public enum RecordType: String, Codable, Sendable {
        case txt = "TXT", a = "A", aaaa = "AAAA", mx = "MX", ptr = "PTR"
    }
    public var type: RecordType
    public var name: String
    public init(_ type: RecordType, _ name: String) {
        self.type = type
        self.name = EmailAddress.normalised(domain: name)
    }
}

/// What came back for a question.
public struct DNSAnswer: Codable, Hashable, Sendable {
    public enum Result: Codable, Hashable, Sendable {
        /// TXT: the strings of a record joined without separator, one element a record. A, AAAA: addresses. MX, PTR: host names.
        case records([String])
        /// NXDOMAIN or no data: the name has no such record.
        case absent
        /// SERVFAIL, REFUSED, time-out: nobody knows.
        case failed(String)
    }
    public var question: DNSQuestion
    public var result: Result
    public init(_ question: DNSQuestion, _ result: Result) {
        self.question = question
        self.result = result
    }
}

/// How names are resolved: the DNS seam. Never throws; what went wrong is in the answer.
public typealias Resolve = @Sendable (DNSQuestion) async -> DNSAnswer
