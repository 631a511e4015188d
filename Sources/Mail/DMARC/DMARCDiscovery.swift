import Model

extension DMARCReading {
    /// Looks for the record that applies as receivers of both generations do.
    /// - Parameters:
    ///   - organizationalDomain: by the public suffix list (RFC 7489 §3.2); nil where it could not be told.
    ///   - answers: what DNS said; nil where it was not asked, which counts as not known.
    public static func discover(
        domain: String, organizationalDomain: String?, answers: (DNSQuestion) -> DNSAnswer?
    ) -> DMARCReading {
        let domain = EmailAddress.normalised(domain: domain)
        switch look(at: domain, answers) {
        case .record(let record): return reading(of: domain, own: record)
        case .unknown(let reason):
            return DMARCReading(domain: domain, treeWalk: .tempError(reason), suffixList: .tempError(reason))
        case .none(let many):
            var notes: [String] = many ? ["_dmarc.\(domain) has more than one DMARC record, so none counts"] : []
            let walked = walk(above: domain, answers)
            let listed = organizational(organizationalDomain, of: domain, answers)
            notes += differences(walked, listed)
            let reading = DMARCReading(domain: domain, treeWalk: walked, suffixList: listed, notes: notes)
            return reading.addingFaults()
        }
    }

    /// Reads what was remembered of a domain.
    public static func discover(_ records: DomainRecords) -> DMARCReading {
        discover(domain: records.id, organizationalDomain: records.organizationalDomain) {
            records.answer($0.type, $0.name)
        }
    }

    /// What stands at one name.
    private enum Sight {
        case record(DMARCRecord)
        case none(many: Bool)
        case unknown(String)
    }

    private static func reading(of domain: String, own record: DMARCRecord) -> DMARCReading {
        DMARCReading(domain: domain, treeWalk: .own(record), suffixList: .own(record)).addingFaults()
    }

    private func addingFaults() -> DMARCReading {
        var reading = self
        reading.notes += record?.faults ?? []
        return reading
    }

    /// Records that are no DMARC records are left out first; of two that are, none counts (RFC 7489 §6.6.3, RFC 9989
    /// tree walk).
    private static func look(at name: String, _ answers: (DNSQuestion) -> DNSAnswer?) -> Sight {
        let question = DNSQuestion(.txt, "_dmarc." + name)
        switch answers(question)?.result {
        case .records(let texts):
            let records = texts.compactMap { DMARCRecord($0) }
            return records.count == 1 ? .record(records[0]) : .none(many: records.count > 1)
        case .absent: return .none(many: false)
        case .failed(let reason): return .unknown("TXT \(question.name): \(reason)")
        case nil: return .unknown("TXT \(question.name): not asked")
        }
    }

    /// RFC 7489 §6.6.3: one more question, at the organizational domain.
    private static func organizational(
        _ organizationalDomain: String?, of domain: String, _ answers: (DNSQuestion) -> DNSAnswer?
    ) -> Found {
        guard let parent = organizationalDomain.map({ EmailAddress.normalised(domain: $0) }), parent != domain else {
            return .none
        }
        switch look(at: parent, answers) {
        case .record(let record): return .inherited(record, from: parent)
        case .none: return .none
        case .unknown(let reason): return .tempError(reason)
        }
    }

    /// RFC 9989, DNS tree walk and policy discovery: the organizational domain's record, else the public suffix's.
    private static func walk(above domain: String, _ answers: (DNSQuestion) -> DNSAnswer?) -> Found {
        var found: [(name: String, record: DMARCRecord)] = []
        for name in namesAbove(domain) {
            switch look(at: name, answers) {
            case .none: continue
            case .unknown(let reason): return .tempError(reason)
            case .record(let record):
                found.append((name, record))
                if record.publicSuffix != .unsaid { return choice(among: found, below: domain) }
            }
        }
        return choice(among: found, below: domain)
    }

    /// - Parameter found: from the longest name to the shortest; only the last can have a `psd` tag of "y" or "n".
    private static func choice(among found: [(name: String, record: DMARCRecord)], below domain: String) -> Found {
        guard let last = found.last else { return .none }
        guard last.record.publicSuffix == .yes else { return .inherited(last.record, from: last.name) }
        let labels = last.name.split(separator: ".").count + 1
        let organizational = domain.split(separator: ".").suffix(labels).joined(separator: ".")
        let chosen = found.first { $0.name == organizational } ?? last
        return .inherited(chosen.record, from: chosen.name)
    }

    /// The names asked after the domain itself, longest first: at most seven, since long names lose all but seven
    /// labels at once.
    static func namesAbove(_ domain: String) -> [String] {
        let labels = domain.split(separator: ".")
        let longest = min(labels.count - 1, 7)
        guard longest > 0 else { return [] }
        return (1...longest).reversed().map { labels.suffix($0).joined(separator: ".") }
    }

    private static func differences(_ walked: Found, _ listed: Found) -> [String] {
        switch (walked, listed) {
        case (.tempError(let reason), .inherited): ["the tree walk of RFC 9989 could not be finished (\(reason))"]
        case (.inherited, .tempError(let reason)):
            ["the organizational domain of RFC 7489 could not be asked (\(reason))"]
        case (.inherited(_, let name), .none): ["only receivers of RFC 9989 find the record of \(name)"]
        case (.none, .inherited(_, let name)): ["only receivers of RFC 7489 find the record of \(name)"]
        case (.inherited(_, let one), .inherited(_, let other)) where one != other:
            ["receivers of RFC 9989 find the record of \(one), those of RFC 7489 that of \(other)"]
        default: []
        }
    }
}
