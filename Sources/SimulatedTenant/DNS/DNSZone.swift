/// Names and records of a master file (RFC 1035 §5.1): `$ORIGIN`, `$TTL`, A, AAAA, CNAME, MX, NS, SOA and TXT.
struct DNSZone {
    /// By owner name, in the order of the file.
    private(set) var records: [DNSName: [ZoneRecord]] = [:]
    /// Owner names and all names above them inside a zone: those exist, even without records of their own.
    private(set) var names: Set<DNSName> = []
    /// Start of authority by apex. A `$ORIGIN` without an SOA in or above it gets one of its own.
    private(set) var apexes: [DNSName: ZoneRecord] = [:]
    private(set) var servFail: Set<DNSName> = []

    private var origin = DNSName.root
    private var owner = DNSName.root
    private var ttl: UInt32 = 300

    init(_ text: String) throws(ZoneError) {
        let file = try ZoneText(text)
        var origins: [DNSName] = []
        for line in file.lines {
            try read(line)
            if origins.last != origin { origins.append(origin) }
        }
        for origin in origins where origin != .root && apex(of: origin) == nil {
            apexes[origin] = .startOfAuthority(of: origin)
        }
        for text in file.servFail {
            guard let name = DNSName(text) else { throw ZoneError(line: 0, reason: "\(text) is not a name") }
            servFail.insert(name)
        }
        for owner in records.keys { names.formUnion(owner.ancestors { apexes[$0] != nil }) }
        addTopLevels()
    }

    /// The zone stands for the whole DNS of the top-level domains it has names in, or walking up from a domain would end
    /// in a refusal where the real DNS says that there is no such name.
    private mutating func addTopLevels() {
        for top in Set(apexes.keys.compactMap(\.topLevel)) where apexes[top] == nil {
            apexes[top] = .startOfAuthority(of: top)
        }
        names.formUnion(apexes.keys)
        for apex in apexes.keys { names.formUnion(apex.ancestors { _ in false }.filter { $0 != .root }) }
    }

    /// The closest apex at or above a name; nil outside all zones.
    func apex(of name: DNSName) -> DNSName? {
        var candidate: DNSName? = name
        while let here = candidate, here != .root {
            if apexes[here] != nil { return here }
            candidate = here.parent
        }
        return nil
    }

    private mutating func read(_ line: ZoneText.Line) throws(ZoneError) {
        var tokens = line.tokens[...]
        if let first = tokens.first, !first.isQuoted, first.bytes.first == UInt8(ascii: "$") {
            return try directive(first.text, tokens.dropFirst().first?.text, line: line.number)
        }
        if !line.continuesOwner { owner = try name(tokens.removeFirst().text, line: line.number) }
        var life = ttl
        while let word = tokens.first?.text {
            if let seconds = UInt32(word) { life = seconds } else if word.uppercased() != "IN" { break }
            tokens.removeFirst()
        }
        guard let word = tokens.popFirst()?.text, let type = DNSType(name: word) else {
            throw ZoneError(line: line.number, reason: "no known record type")
        }
        let record = ZoneRecord(type: type, ttl: life, data: try data(of: type, Array(tokens), line: line.number))
        records[owner, default: []].append(record)
        if type == .soa { apexes[owner] = record }
    }

    private mutating func directive(_ word: String, _ value: String?, line: Int) throws(ZoneError) {
        guard let value else { throw ZoneError(line: line, reason: "\(word) without a value") }
        switch word.uppercased() {
        case "$ORIGIN": origin = try name(value, line: line)
        case "$TTL":
            guard let seconds = UInt32(value) else { throw ZoneError(line: line, reason: "$TTL is not a number") }
            ttl = seconds
        default: throw ZoneError(line: line, reason: "\(word) is not supported")
        }
    }

    private func name(_ text: String, line: Int) throws(ZoneError) -> DNSName {
        if text == "@" { return origin }
        let full = text.hasSuffix(".") || origin == .root ? text : text + "." + origin.description
        guard let name = DNSName(full) else { throw ZoneError(line: line, reason: "\(text) is not a name") }
        return name
    }

    private func data(of type: DNSType, _ tokens: [ZoneText.Token], line: Int) throws(ZoneError) -> [UInt8] {
        let count = tokens.count
        switch type {
        case .a where count == 1, .aaaa where count == 1:
            guard let bytes = InternetAddress.bytes(tokens[0].text), bytes.count == (type == .a ? 4 : 16) else { break }
            return bytes
        case .cname where count == 1, .ns where count == 1:
            return try name(tokens[0].text, line: line).wire
        case .mx where count == 2:
            guard let preference = UInt16(tokens[0].text) else { break }
            return preference.bigEndianBytes + (try name(tokens[1].text, line: line).wire)
        case .txt where count > 0 && tokens.allSatisfy { $0.bytes.count < 256 }:
            return tokens.flatMap { [UInt8($0.bytes.count)] + $0.bytes }
        case .soa where count == 7:
            let numbers = tokens[2...].compactMap { UInt32($0.text) }
            guard numbers.count == 5 else { break }
            let names = try name(tokens[0].text, line: line).wire + name(tokens[1].text, line: line).wire
            return names + numbers.flatMap(\.bigEndianBytes)
        default: break
        }
        throw ZoneError(line: line, reason: "the data of \(type.name) cannot be read")
    }
}

/// One record without its owner: the data as they go on the wire, names in them not compressed.
struct ZoneRecord: Sendable {
    var type: DNSType
    /// Seconds.
    var ttl: UInt32
    var data: [UInt8]

    static func startOfAuthority(of apex: DNSName) -> ZoneRecord {
        let names = apex.prefixed("ns1").wire + apex.prefixed("hostmaster").wire
        let numbers: [UInt32] = [1, 3600, 600, 86400, 300]
        return ZoneRecord(type: .soa, ttl: 300, data: names + numbers.flatMap(\.bigEndianBytes))
    }
}
