import Model

/// Whom an SPF record lets in: RFC 7208's `check_host` asked by a sender whose address is named nowhere.
///
/// Such a sender matches `all`, networks of prefix length 0, an `exists` that asks for the same existing name whoever
/// sends,
/// and an `include` whose own record lets it in. Nothing else.
public enum SPFAudience {
    /// - Parameters:
    ///   - domain: of the sender's address; its own SPF record is where reading starts.
    ///   - answers: what DNS said; nil where it was not asked, which counts as not known.
    public static func evaluate(domain: String, answers: (DNSQuestion) -> DNSAnswer?) -> SPFReading {
        let domain = EmailAddress.normalised(domain: domain)
        return withoutActuallyEscaping(answers) { answers in
            var strangers = SPFReading.Family.allCases.map { SPFStranger(family: $0, sender: domain, answers: answers) }
            let verdicts = strangers.indices.map { strangers[$0].verdict() }
            return reading(of: domain, strangers: strangers, verdicts: verdicts)
        }
    }

    /// Reads what was remembered of a domain.
    public static func evaluate(_ records: DomainRecords) -> SPFReading {
        evaluate(domain: records.id) { records.answer($0.type, $0.name) }
    }

    private static func reading(
        of domain: String, strangers: [SPFStranger], verdicts: [SPFReading.Verdict]
    ) -> SPFReading {
        var seen: Set<String> = []
        return SPFReading(
            domain: domain, ipv4: verdicts[0], ipv6: verdicts[1], records: strangers[0].records,
            openingTerm: strangers.lazy.compactMap(\.openingTerm).first,
            lookupCount: strangers.map(\.lookups).max() ?? 0, voidLookups: strangers.map(\.voids).max() ?? 0,
            notes: strangers.flatMap(\.notes).filter { seen.insert($0).inserted })
    }
}
