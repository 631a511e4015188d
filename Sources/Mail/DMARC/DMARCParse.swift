extension DMARCRecord {
    /// Nil for what is no DMARC record: `v=DMARC1` must come first, and the value in just these letters. Everything
    /// after it is
    /// read leniently: unknown tags are ignored, malformed values fall back to their defaults and are named in
    /// `faults`.
    /// - Parameter text: a TXT record's strings joined without separator.
    public init?(_ text: String) {
        let tags = text.split(separator: ";", omittingEmptySubsequences: false)
        guard let version = tags.first.flatMap(Self.tag), !text.hasPrefix(" "), !text.hasPrefix("\t"),
            version.name == "v", version.value == "DMARC1"
        else { return nil }
        self.init(text: text)
        var seen: Set<String> = ["v"]
        for part in tags.dropFirst() where !part.allSatisfy(Self.isSpace) {
            guard let tag = Self.tag(part) else {
                faults.append("\"\(Self.trimmed(part))\" is no tag")
                continue
            }
            guard seen.insert(tag.name).inserted else {
                faults.append("\(tag.name) is given twice; the first counts")
                continue
            }
            read(tag.name, Self.trimmed(tag.value))
        }
        nameMissingParts()
    }

    private mutating func read(_ name: String, _ value: Substring) {
        let lowered = value.lowercased()
        switch name {
        case "p": p = Self.request(value)
        case "sp": sp = Self.request(value)
        case "np": np = Self.request(value)
        case "t": isTesting = choice(name, value, among: ["y": true, "n": false], else: false)
        case "psd": publicSuffix = PublicSuffix(rawValue: lowered) ?? fallBack(name, value, to: .unsaid)
        case "adkim": dkimAlignment = Alignment(rawValue: lowered) ?? fallBack(name, value, to: .relaxed)
        case "aspf": spfAlignment = Alignment(rawValue: lowered) ?? fallBack(name, value, to: .relaxed)
        case "pct": pct = Self.percentage(value) ?? fallBack(name, value, to: nil)
        case "rua": aggregateReports = Self.addresses(value)
        case "ruf": failureReports = Self.addresses(value)
        default: break
        }
    }

    private mutating func choice<Value>(
        _ name: String, _ value: Substring, among choices: [String: Value], else other: Value
    ) -> Value {
        choices[value.lowercased()] ?? fallBack(name, value, to: other)
    }

    private mutating func fallBack<Value>(_ name: String, _ value: Substring, to other: Value) -> Value {
        faults.append("\(name)=\(value) is not valid and ignored")
        return other
    }

    private mutating func nameMissingParts() {
        if p == .absent { faults.append("p is missing") }
        for (name, request) in [("p", p), ("sp", sp), ("np", np)] {
            if case .invalid(let value) = request { faults.append("\(name)=\(value) is no policy") }
        }
    }

    private static func request(_ value: Substring) -> Request {
        Policy(rawValue: value.lowercased()).map { .policy($0) } ?? .invalid(String(value))
    }

    /// Digits alone, 0 to 100 (RFC 7489 §6.3).
    private static func percentage(_ value: Substring) -> Int? {
        guard (1...3).contains(value.utf8.count), value.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(value), number <= 100
        else { return nil }
        return number
    }

    /// URIs with a scheme, "!10m" at the end left out; the rest of the list is dropped.
    private static func addresses(_ value: Substring) -> [String] {
        value.split(separator: ",").compactMap { entry in
            let uri = trimmed(entry).prefix { $0 != "!" }
            guard let colon = uri.firstIndex(of: ":"), uri[..<colon].first?.isLetter == true,
                uri.index(after: colon) < uri.endIndex,
                uri.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else { return nil }
            return String(uri)
        }
    }

    /// `name = value`: the name is letters, compared without case.
    private static func tag(_ part: Substring) -> (name: String, value: Substring)? {
        guard let equals = part.firstIndex(of: "=") else { return nil }
        let name = trimmed(part[..<equals])
        guard !name.isEmpty, name.utf8.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else { return nil }
        return (name.lowercased(), trimmed(part[part.index(after: equals)...]))
    }

    private static func isSpace(_ character: Character) -> Bool { character == " " || character == "\t" }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return text
    }
}
