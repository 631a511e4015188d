/// The grammar of RFC 7208 §12.
extension SPFRecord {
    /// - Parameter text: a TXT record's strings joined without separator (§3.3).
    public init(_ text: String) throws(SPFSyntaxError) {
        guard Self.isSPF(text) else { throw SPFSyntaxError("does not start with v=spf1") }
        guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw SPFSyntaxError("has a character that is not printable ASCII")
        }
        var directives: [Directive] = []
        var redirect: SPFDomain?
        var explanation: SPFDomain?
        var unknown: [String] = []
        for term in text.dropFirst(6).split(separator: " ") {
            guard let (name, value) = Self.modifier(term) else {
                directives.append(try Self.directive(term))
                continue
            }
            switch name.lowercased() {
            case "redirect":
                guard redirect == nil else { throw SPFSyntaxError("redirect is given twice") }
                redirect = try SPFDomain(value, in: term)
            case "exp":
                guard explanation == nil else { throw SPFSyntaxError("exp is given twice") }
                explanation = try SPFDomain(value, in: term)
            default:
                _ = try SPFDomain.parts(value, in: term)
                unknown.append(String(name))
            }
        }
        self.init(
            text: text, directives: directives, redirect: redirect, explanation: explanation, unknownModifiers: unknown)
    }

    /// `name=value` where the name is one; the value may hold anything, another "=" too.
    private static func modifier(_ term: Substring) -> (name: Substring, value: Substring)? {
        guard let equals = term.firstIndex(of: "=") else { return nil }
        let name = term[..<equals]
        guard let first = name.first, first.isLetter,
            name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." })
        else { return nil }
        return (name, term[term.index(after: equals)...])
    }

    private static func directive(_ term: Substring) throws(SPFSyntaxError) -> Directive {
        let qualifier = term.first.flatMap(Qualifier.init(rawValue:))
        let body = qualifier == nil ? term : term.dropFirst()
        let end = body.firstIndex { $0 == ":" || $0 == "/" } ?? body.endIndex
        let mechanism = try mechanism(body[..<end].lowercased(), rest: body[end...], in: term)
        return Directive(qualifier: qualifier ?? .pass, mechanism: mechanism, text: String(term))
    }

    /// - Parameter rest: what follows the name: empty, or from its ":" or "/" on.
    private static func mechanism(
        _ name: String, rest: Substring, in term: Substring
    ) throws(SPFSyntaxError) -> Mechanism {
        switch name {
        case "all":
            guard rest.isEmpty else { throw SPFSyntaxError("\"\(term)\": all takes nothing") }
            return .all
        case "include": return .include(try SPFDomain(value(rest, in: term), in: term))
        case "exists": return .exists(try SPFDomain(value(rest, in: term), in: term))
        case "ptr": return .ptr(rest.isEmpty ? nil : try SPFDomain(value(rest, in: term), in: term))
        case "a", "mx":
            let (domain, ipv4Bits, ipv6Bits) = try dual(rest, in: term)
            return name == "a"
                ? .a(domain, ipv4Bits: ipv4Bits, ipv6Bits: ipv6Bits)
                : .mx(domain, ipv4Bits: ipv4Bits, ipv6Bits: ipv6Bits)
        case "ip4":
            let (address, bits) = try network(rest, maximum: 32, in: term)
            guard IPText.isIPv4(address) else { throw SPFSyntaxError("\"\(term)\": no IPv4 address") }
            return .ip4(String(address), bits: bits)
        case "ip6":
            let (address, bits) = try network(rest, maximum: 128, in: term)
            guard IPText.isIPv6(address) else { throw SPFSyntaxError("\"\(term)\": no IPv6 address") }
            return .ip6(String(address), bits: bits)
        default: throw SPFSyntaxError("\"\(term)\": no such mechanism")
        }
    }

    private static func value(_ rest: Substring, in term: Substring) throws(SPFSyntaxError) -> Substring {
        guard rest.first == ":" else { throw SPFSyntaxError("\"\(term)\": a domain is missing") }
        return rest.dropFirst()
    }

    /// `:domain/24//64`, each part optional (§5.6). A "/" inside the domain is only possible in a macro's delimiters.
    private static func dual(
        _ rest: Substring, in term: Substring
    ) throws(SPFSyntaxError) -> (SPFDomain?, ipv4Bits: Int, ipv6Bits: Int) {
        var rest = rest
        var ipv4Bits = 32
        var ipv6Bits = 128
        if let (before, bits) = suffix(of: rest, after: "//") {
            ipv6Bits = try prefixLength(bits, maximum: 128, in: term)
            rest = before
        }
        if let (before, bits) = suffix(of: rest, after: "/") {
            ipv4Bits = try prefixLength(bits, maximum: 32, in: term)
            rest = before
        }
        if rest.isEmpty { return (nil, ipv4Bits, ipv6Bits) }
        return (try SPFDomain(value(rest, in: term), in: term), ipv4Bits, ipv6Bits)
    }

    /// The text on both sides of the last separator, unless that stands inside a macro.
    private static func suffix(of text: Substring, after separator: Substring) -> (before: Substring, bits: Substring)?
    {
        let start = text.lastIndex(of: "}").map { text.index(after: $0) } ?? text.startIndex
        guard let range = text[start...].lastRange(of: separator) else { return nil }
        return (text[..<range.lowerBound], text[range.upperBound...])
    }

    private static func network(
        _ rest: Substring, maximum: Int, in term: Substring
    ) throws(SPFSyntaxError) -> (address: Substring, bits: Int) {
        let value = try value(rest, in: term)
        guard let slash = value.firstIndex(of: "/") else { return (value, maximum) }
        return (value[..<slash], try prefixLength(value[value.index(after: slash)...], maximum: maximum, in: term))
    }

    /// Digits without a leading zero (§12, ip4-cidr-length).
    private static func prefixLength(
        _ digits: Substring, maximum: Int, in term: Substring
    ) throws(SPFSyntaxError) -> Int {
        guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            digits == "0" || digits.first != "0", let bits = Int(digits), bits <= maximum
        else { throw SPFSyntaxError("\"\(term)\": no prefix length of 0 to \(maximum)") }
        return bits
    }
}

extension Substring {
    /// The last place where `text` stands.
    fileprivate func lastRange(of text: Substring) -> Range<Index>? {
        var end = endIndex
        while let last = self[..<end].lastIndex(of: text.last ?? " ") {
            let tail = self[...last]
            if tail.hasSuffix(text) { return index(last, offsetBy: 1 - text.count)..<index(after: last) }
            end = last
        }
        return nil
    }
}
