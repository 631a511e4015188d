/// Answers DNS questions from a zone in memory: the records, "no such name", SERVFAIL where the zone says so, REFUSED elsewhere.
public struct SimulatedDNS: Sendable {
    /// What there is to say about a name and a type.
    public enum Finding: Equatable, Sendable {
        /// TXT: the strings of a record joined without separator, one element a record. A, AAAA: addresses.
        /// MX: host names, the preferred one first. CNAME, NS: names.
        case records([String])
        /// NXDOMAIN or no data.
        case absent
        /// `SERVFAIL` or `REFUSED`.
        case failed(String)
    }

    /// How an answer travels, and with it how long it may be.
    public enum Transport: Sendable { case udp, tcp }

    /// What a packet may say, kept apart from how it is written.
    struct Verdict {
        var code: ResponseCode
        var answers: [(owner: DNSName, record: ZoneRecord)] = []
        /// The SOA that proves a negative answer.
        var authority: (owner: DNSName, record: ZoneRecord)?
    }

    let zone: DNSZone

    /// - Parameter zone: text in master-file form; `; servfail NAME` makes a name fail.
    public init(zone: String) throws(ZoneError) { self.zone = try DNSZone(zone) }

    /// Looks up without a socket.
    /// - Parameters:
    ///   - type: `TXT`, `A`, `AAAA`, `MX`, `CNAME`, `NS`; any other type is absent.
    ///   - name: with or without the final dot, in any case.
    public func resolve(_ type: String, _ name: String) -> Finding {
        guard let name = DNSName(name) else { return .failed("FORMERR") }
        let wanted = DNSType(name: type) ?? DNSType(code: 0)
        let verdict = verdict(on: name, wanted)
        switch verdict.code {
        case .noError, .noSuchName: break
        case let code: return .failed(code.name)
        }
        let found = verdict.answers.map(\.record).filter { $0.type == wanted }.sorted { $0.preference < $1.preference }
        return found.isEmpty ? .absent : .records(found.compactMap(\.text))
    }

    func verdict(on name: DNSName, _ type: DNSType) -> Verdict {
        var verdict = Verdict(code: .noError)
        var here = name
        for _ in 0..<8 {
            if zone.servFail.contains(here) { return Verdict(code: .serverFailure) }
            guard let apex = zone.apex(of: here) else {
                return verdict.answers.isEmpty ? Verdict(code: .refused) : verdict
            }
            let records = zone.records[here] ?? []
            let found = records.filter { $0.type == type || type == .any }
            verdict.answers += found.map { (here, $0) }
            guard found.isEmpty else { return verdict }
            guard let alias = records.first(where: { $0.type == .cname }), let target = alias.target else {
                verdict.code = zone.names.contains(here) ? .noError : .noSuchName
                verdict.authority = zone.apexes[apex].map { (apex, $0) }
                return verdict
            }
            verdict.answers.append((here, alias))
            here = target
        }
        return Verdict(code: .serverFailure)
    }
}

/// RFC 1035 §4.1.1, RFC 6891 §6.1.3.
enum ResponseCode: UInt16 {
    case noError = 0
    case formatError, serverFailure, noSuchName, notImplemented, refused
    case badVersion = 16

    var name: String {
        switch self {
        case .noError: "NOERROR"
        case .formatError: "FORMERR"
        case .serverFailure: "SERVFAIL"
        case .noSuchName: "NXDOMAIN"
        case .notImplemented: "NOTIMP"
        case .refused: "REFUSED"
        case .badVersion: "BADVERS"
        }
    }
}

extension ZoneRecord {
    /// Where a CNAME points.
    var target: DNSName? {
        var reader = PacketReader(data)
        return type == .cname ? reader.name() : nil
    }

    /// Of an MX record; 0 for all others.
    var preference: Int { type == .mx ? Int(data[0]) << 8 | Int(data[1]) : 0 }

    /// The value in words; nil for types that have no short form.
    var text: String? {
        switch type {
        case .a, .aaaa: return InternetAddress.text(data)
        case .txt: return joinedStrings
        case .mx, .cname, .ns:
            var reader = PacketReader(type == .mx ? Array(data.dropFirst(2)) : data)
            return reader.name().map { String($0.description.dropLast()) }
        default: return nil
        }
    }

    private var joinedStrings: String {
        var joined: [UInt8] = []
        var rest = data[...]
        while let length = rest.popFirst() {
            joined += rest.prefix(Int(length))
            rest = rest.dropFirst(Int(length))
        }
        return String(decoding: joined, as: UTF8.self)
    }
}
