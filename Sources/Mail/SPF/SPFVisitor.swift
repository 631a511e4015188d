import Model

/// A client on its way through `check_host` (RFC 7208 §4.6).
struct SPFVisitor {
    /// Why evaluation ends without a match.
    enum Stop: Error { case permanent, temporary }

    let address: SPFAddress
    /// MAIL FROM, its local part filled in (§4.3).
    let sender: EmailParts
    let domain: String
    let helo: String
    let resolve: Resolve
    private var lookups = 0
    private var voids = 0
    /// Host names of the client that its address leads to and that lead back to it; nil until asked for.
    private var validatedNames: [String]?

    /// The two parts of an address, whatever their form.
    struct EmailParts {
        var local: String
        var domain: String
    }

    init(address: SPFAddress, sender: String, domain: String, helo: String, resolve: @escaping Resolve) {
        self.address = address
        self.domain = domain
        self.helo = EmailAddress.normalised(domain: helo)
        self.resolve = resolve
        let at = sender.lastIndex(of: "@")
        let local = at.map { String(sender[..<$0]) } ?? ""
        let senderDomain = at.map { EmailAddress.normalised(domain: String(sender[sender.index(after: $0)...])) }
        self.sender = EmailParts(local: local.isEmpty ? "postmaster" : local, domain: senderDomain ?? domain)
    }

    mutating func result() async -> SPFResult {
        guard SPFDomain.isWellFormed(domain) else { return .none }
        do throws(Stop) {
            return try await check(domain)
        } catch {
            return error == .permanent ? .permError : .tempError
        }
    }

    private mutating func check(_ domain: String) async throws(Stop) -> SPFResult {
        guard SPFDomain.isWellFormed(domain), let record = try await record(of: domain) else { return .none }
        for directive in record.directives where try await matches(directive.mechanism, in: domain) {
            switch directive.qualifier {
            case .pass: return .pass
            case .fail: return .fail
            case .softFail: return .softFail
            case .neutral: return .neutral
            }
        }
        guard let redirect = record.redirect else { return .neutral }
        try countLookup()
        let result = try await check(try await name(redirect, in: domain))
        // A target without a record is a mistake (§6.1).
        if result == .none { throw .permanent }
        return result
    }

    /// Selecting the record (§4.5); more than one is a mistake, and so is a syntax error anywhere (§4.6).
    private mutating func record(of domain: String) async throws(Stop) -> SPFRecord? {
        let found = try await records(.txt, domain, isVoidCounted: lookups > 0).filter(SPFRecord.isSPF)
        guard let text = found.first else { return nil }
        guard found.count == 1 else { throw .permanent }
        do throws(SPFSyntaxError) {
            return try SPFRecord(text)
        } catch {
            throw .permanent
        }
    }

    private mutating func matches(_ mechanism: SPFRecord.Mechanism, in domain: String) async throws(Stop) -> Bool {
        switch mechanism {
        case .all: return true
        case .ip4(let network, let bits), .ip6(let network, let bits):
            return SPFAddress(network).map { address.matches($0, bits: bits) } ?? false
        case .include(let target):
            try countLookup()
            return try await isIncluded(try await name(target, in: domain))
        case .a(let target, let ipv4Bits, let ipv6Bits):
            try countLookup()
            let host = try await name(target, in: domain)
            return try await isAddress(of: host, bits: bits(ipv4Bits, ipv6Bits), isVoidCounted: true)
        case .mx(let target, let ipv4Bits, let ipv6Bits):
            try countLookup()
            return try await isExchanger(
                of: try await name(target, in: domain), bits: bits(ipv4Bits, ipv6Bits))
        case .ptr(let target):
            try countLookup()
            let host = try await name(target, in: domain)
            return await names().contains { $0 == host || $0.hasSuffix("." + host) }
        case .exists(let target):
            try countLookup()
            return try await !records(.a, try await name(target, in: domain), isVoidCounted: true).isEmpty
        }
    }

    /// The table of §5.2.
    private mutating func isIncluded(_ target: String) async throws(Stop) -> Bool {
        switch try await check(target) {
        case .pass: return true
        case .fail, .softFail, .neutral: return false
        case .none, .permError: throw .permanent
        case .tempError: throw .temporary
        }
    }

    private func bits(_ ipv4: Int, _ ipv6: Int) -> Int { address.family == .ipv4 ? ipv4 : ipv6 }

    private mutating func isAddress(
        of host: String, bits: Int, isVoidCounted: Bool
    ) async throws(Stop) -> Bool {
        let type: DNSQuestion.RecordType = address.family == .ipv4 ? .a : .aaaa
        return try await records(type, host, isVoidCounted: isVoidCounted)
            .contains { SPFAddress($0).map { address.matches($0, bits: bits) } ?? false }
    }

    /// More than 10 exchangers are a mistake (§4.6.4).
    private mutating func isExchanger(of name: String, bits: Int) async throws(Stop) -> Bool {
        let hosts = try await records(.mx, name, isVoidCounted: true).filter { !$0.isEmpty && $0 != "." }
        guard hosts.count <= 10 else { throw .permanent }
        for host in hosts where try await isAddress(of: host, bits: bits, isVoidCounted: false) { return true }
        return false
    }

    /// The client's validated names (§5.5): 10 at most are looked at, and a failing look-up is no name.
    private mutating func names() async -> [String] {
        if let validatedNames { return validatedNames }
        var found: [String] = []
        for name in await answers(.ptr, address.reverseName).prefix(10) {
            let type: DNSQuestion.RecordType = address.family == .ipv4 ? .a : .aaaa
            if await answers(type, name).contains(where: { SPFAddress($0) == address }) {
                found.append(EmailAddress.normalised(domain: name))
            }
        }
        validatedNames = found
        return found
    }

    private func answers(_ type: DNSQuestion.RecordType, _ name: String) async -> [String] {
        guard case .records(let found) = await resolve(DNSQuestion(type, name)).result else { return [] }
        return found
    }

    /// What nobody may ask for does not exist (§4.8).
    private mutating func records(
        _ type: DNSQuestion.RecordType, _ name: String, isVoidCounted: Bool
    ) async throws(Stop) -> [String] {
        if SPFDomain.isWellFormed(name) {
            switch await resolve(DNSQuestion(type, name)).result {
            case .records(let found): return found
            case .failed: throw .temporary
            case .absent: break
            }
        }
        if isVoidCounted { voids += 1 }
        if voids > 2 { throw .permanent }
        return []
    }

    private mutating func countLookup() throws(Stop) {
        lookups += 1
        if lookups > 10 { throw .permanent }
    }
}

extension SPFVisitor {
    /// The name a term asks for, macros replaced (§7.3); the record's own domain where it names none.
    private mutating func name(_ target: SPFDomain?, in current: String) async throws(Stop) -> String {
        guard let target else { return current }
        var name = ""
        for part in target.parts {
            switch part {
            case .literal(let text): name += text
            case .macro(let macro): name += macro.transform(await value(of: macro.letter, in: current))
            }
        }
        return SPFDomain.shortened(name.lowercased())
    }

    /// `%{c}`, `%{r}` and `%{t}` are for explanations alone (§7.2); here they are what a receiver without a name says.
    private mutating func value(of letter: Character, in current: String) async -> String {
        switch letter {
        case "s": return sender.local + "@" + sender.domain
        case "l": return sender.local
        case "o": return sender.domain
        case "d": return current
        case "i": return address.dotted
        case "v": return address.family == .ipv4 ? "in-addr" : "ip6"
        case "h": return helo
        case "p":
            let names = await names()
            return names.first { $0 == current } ?? names.first { $0.hasSuffix("." + current) } ?? names.first
                ?? "unknown"
        default: return "unknown"
        }
    }
}
