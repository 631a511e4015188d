import Model

/// How account numbers are built, by country: the parts behind the check digits, `n` digits, `a` capital letters, `c` either.
enum AccountStructures {
    static let replaceable = ReplaceableTable(
        "iban-structures",
        builtIn: TableOrigin(source: "IBAN registry (SWIFT)", version: "97", date: "2026-11", licence: "facts"),
        row: "a country and the parts behind its check digits, such as \"GB 4a14n\", 30 characters at most"
    ) { kinds(of: $0) != nil }

    private static let registry = """
        AD 8n12c;AE 19n;AL 8n16c;AT 16n;AZ 4a20c;BA 16n;BE 12n;BG 4a6n8c;BH 4a14c;BI 23n;BR 23n1a1c;BY 4c4n16c
        CH 5n12c;CR 18n;CY 8n16c;CZ 20n;DE 18n;DJ 23n;DK 14n;DO 4c20n;EE 16n;EG 25n;ES 20n;FI 14n;FK 2a12n;FO 14n
        FR 10n11c2n;GB 4a14n;GE 2a16n;GI 4a15c;GL 14n;GR 7n16c;GT 24c;HN 4a20n;HR 17n;HU 24n;IE 4a14n;IL 19n;IQ 4a15n
        IS 22n;IT 1a10n12c;JO 4a4n18c;KW 4a22c;KZ 3n13c;LB 4n20c;LC 4a24c;LI 5n12c;LT 16n;LU 3n13c;LV 4a13c;LY 21n
        MC 10n11c2n;MD 20c;ME 18n;MK 3n10c2n;MN 16n;MR 23n;MT 4a5n18c;MU 4a19n3a;NI 4a20n;NL 4a10n;NO 11n;OM 3n16c
        PK 4a16c;PL 24n;PS 4a21c;PT 21n;QA 4a21c;RO 4a16c;RS 18n;RU 14n15c;SA 2n18c;SC 4a20n3a;SD 14n;SE 20n;SI 15n
        SK 20n;SM 1a10n12c;SO 19n;ST 21n;SV 4a20n;TL 19n;TN 20n;TR 5n17c;UA 6n19c;VA 18n;VG 4a16n;XK 16n;YE 4a4n18c
        """

    /// For each pair of letters, the kinds of the characters behind the check digits; empty where no country has the pair.
    private static let kinds: [[UInt8]] = {
        var table = [[UInt8]](repeating: [], count: 26 * 26)
        for entry in replaceable.ownRows ?? registry.split(whereSeparator: { $0 == ";" || $0.isNewline }) {
            guard let kinds = kinds(of: entry) else { continue }
            let letters = Array(entry.utf8.prefix(2))
            table[place(letters[0], letters[1])] = kinds
        }
        return table
    }()

    /// The kinds of the characters that `AD 8n12c` asks for behind the check digits; nil where the text asks for nothing, or for more
    /// than an account number may have (ISO 13616: 34 characters in all).
    static func kinds(of entry: Substring) -> [UInt8]? {
        let bytes = Array(entry.utf8)
        guard bytes.count > 4, bytes[0].isUpper, bytes[1].isUpper, bytes[2] == UInt8(ascii: " ") else { return nil }
        var (kinds, count): ([UInt8], Int) = ([], 0)
        for byte in bytes[3...] {
            if byte.isDigit {
                count = count * 10 + Int(byte - 48)
            } else {
                kinds += [UInt8](repeating: byte, count: count)
                guard "nac".utf8.contains(byte), count > 0 else { return nil }
                count = 0
            }
            guard count <= 30, kinds.count <= 30 else { return nil }
        }
        return count == 0 ? kinds : nil
    }

    /// The characters of a whole IBAN, for each pair of letters; 0 where no country has the pair.
    private static let lengths: [Int] = kinds.map { $0.isEmpty ? 0 : $0.count + 4 }

    private static func place(_ first: UInt8, _ second: UInt8) -> Int {
        Int(first & 0xDF - 65) * 26 + Int(second & 0xDF - 65)
    }

    /// Characters of the IBANs of a country, given by its two letters in any case; 0 where there are none.
    static func length(_ first: UInt8, _ second: UInt8) -> Int { lengths[place(first, second)] }

    /// Whether the letters and digits of an IBAN of its country's length stand where they have to.
    static func fits(_ value: Characters) -> Bool {
        let kinds = Self.kinds[place(value[0], value[1])]
        return kinds.indices.allSatisfy { at in
            switch kinds[at] {
            case UInt8(ascii: "n"): value[at + 4].isDigit
            case UInt8(ascii: "a"): value[at + 4].isLetter
            default: true
            }
        }
    }
}
