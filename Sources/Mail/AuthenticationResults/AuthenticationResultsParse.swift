/// The grammar of RFC 8601 §2.2, forgiving.
extension AuthenticationResults {
    static let longestText = 64 << 10
    static let mostResults = 100

    /// - Parameter text: the body of the field, folds and all; at most 64 KB and 100 results of it are read.
    public init(_ text: some Collection<UInt8>) {
        let segments = ResultSegment.all(in: Array(text.prefix(Self.longestText)), atMost: Self.mostResults + 1)
        // ARC-Authentication-Results begin with the instance: "i=1; authserv-id; ..." (RFC 8617 §4.1.1).
        let isARC = segments.first?.method?.name == "i"
        self.init(authservID: segments.dropFirst(isARC ? 1 : 0).first?.authservID)
        for segment in segments { take(segment) }
    }

    private mutating func take(_ segment: ResultSegment) {
        guard let method = segment.method else { return }
        let result = Result(rawValue: method.value)
        switch method.name {
        case "spf": takeSPF(segment, result)
        case "dkim":
            let domain = segment["header.d"] ?? segment["header.i"].flatMap(Self.domain)
            dkim.append(
                DKIM(result: result, domain: Self.named(domain), selector: segment["header.s"]))
        case "dmarc":
            guard Self.isWorse(result, than: dmarc?.result) else { return }
            dmarc = DMARC(result: result, headerFrom: Self.named(segment["header.from"]), action: segment["action"])
        case "compauth":
            guard Self.isWorse(result, than: compauth?.result) else { return }
            compauth = CompositeAuthentication(result: result, reason: segment["reason"])
        case "arc":
            guard Self.isWorse(result, than: arc?.result) else { return }
            arc = ARC(result: result, domain: Self.named(segment["header.d"] ?? segment["header.oldest-pass-d"]))
        default: return
        }
    }

    /// A result of the MAIL FROM identity stands before one of HELO alone (RFC 7208 §2.4).
    private mutating func takeSPF(_ segment: ResultSegment, _ result: Result) {
        let mailFrom = segment["smtp.mailfrom"] ?? segment["smtp.mail"] ?? segment["smtp.from"]
        let new = SPF(
            result: result, mailFrom: Self.named(mailFrom.map { Self.domain($0) ?? $0 }),
            helo: Self.named(segment["smtp.helo"]))
        guard let old = spf else {
            spf = new
            return
        }
        if (old.mailFrom == nil) != (new.mailFrom == nil) {
            if old.mailFrom == nil { spf = new }
        } else if Self.isWorse(result, than: old.result) {
            spf = new
        }
    }

    /// A method that is given twice was written once by the hop and once by the sender, in a text that the hop quotes:
    /// whatever is not `pass` counts.
    private static func isWorse(_ result: Result, than before: Result?) -> Bool {
        before == nil || before == .pass && result != .pass
    }

    private static func domain(_ address: String) -> String? {
        address.utf8.lastIndex(of: UInt8(ascii: "@")).map { String(address[address.utf8.index(after: $0)...]) }
    }

    private static func named(_ domain: String?) -> String? {
        guard var name = domain.map(HeaderText.lowered) else { return nil }
        if name.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) {
            name.removeAll { $0 == "<" || $0 == ">" }
        }
        if name.utf8.last == UInt8(ascii: ".") { name.removeLast() }
        return name.isEmpty || name == "none" ? nil : name
    }
}
