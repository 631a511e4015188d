import Mail
import Model

/// Asks the DNS what it has to say about the mail of a domain: the questions that SPF and DMARC lead to, and no others.
///
/// The readings themselves say what to ask next: each is made from the answers so far, and what it misses is asked.
public struct LookUpDomain: Sendable {
    public let resolve: Resolve

    public init(resolve: @escaping Resolve) { self.resolve = resolve }

    /// Usually 2 to 10 questions. Never throws; what went wrong is in the answers.
    /// - Parameter domain: its name as Graph has it.
    public func records(of domain: String) async -> DomainRecords {
        let name = EmailAddress.normalised(domain: domain)
        var records = DomainRecords(id: domain, organizationalDomain: PublicSuffix.organizationalDomain(of: name))
        var known: [DNSQuestion: DNSAnswer] = [:]
        while true {
            let missing = questions(about: records, known: known)
            if missing.isEmpty || known.count + missing.count > Self.most { return records }
            for answer in await answers(to: missing) {
                known[answer.question] = answer
                records.answers.append(answer)
            }
        }
    }

    /// More than RFC 7208's limits (10 terms, each with 11 questions at most, for two address families) and a tree walk
    /// add up to.
    static let most = 256

    /// What the readings would look at and nobody has asked; each once.
    private func questions(about records: DomainRecords, known: [DNSQuestion: DNSAnswer]) -> [DNSQuestion] {
        var missing: [DNSQuestion] = []
        let look = { (question: DNSQuestion) -> DNSAnswer? in
            if let answer = known[question] { return answer }
            if !missing.contains(question) { missing.append(question) }
            return nil
        }
        _ = SPFAudience.evaluate(domain: records.id, answers: look)
        _ = DMARCReading.discover(
            domain: records.id, organizationalDomain: records.organizationalDomain, answers: look)
        return missing
    }

    /// All at once, kept in the order of the questions.
    private func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
        await withTaskGroup(of: (Int, DNSAnswer).self) { group in
            for (place, question) in questions.enumerated() {
                group.addTask { (place, await resolve(question)) }
            }
            var answers = [DNSAnswer?](repeating: nil, count: questions.count)
            for await (place, answer) in group { answers[place] = answer }
            return answers.compactMap { $0 }
        }
    }
}
