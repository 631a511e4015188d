extension Detector {
    /// An international bank account number (ISO 13616): a country, its length, two check digits.
    static let iban = Detector(
        id: "iban", title: "International bank account number (IBAN)", family: .financial,
        check: "length of the country, mod 97",
        find: .word(.letterFirst, lengths: 4...34, examine: IBANShape.value),
        words: [
            "iban", "bank account", "account number", "bank", "konto", "kontonummer", "bankverbindung",
            "kontoverbindung", "compte",
            "compte bancaire", "rib", "cuenta", "cuenta bancaria", "conto", "conto corrente", "rekening",
            "rekeningnummer", "konto bankowe",
            "numer konta", "conta bancária", "bankkonto", "tilinumero", "λογαριασμός", "счет",
        ],
        hits: [
            "DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "fr76 3000 6000 0112 3456 7890 189",
            "NO93-8601-1117-947",
        ],
        misses: [
            "DE89 3704 0044 0532 0130 01", "DE8937040044053201300", "XX89 3704 0044 0532 0130 00",
            "QDE89370400440532013000",
        ])
}

/// Countries and lengths of the IBAN registry (SWIFT, release 97).
private enum IBANShape {
    private static let registry =
        "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27"
        + "GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23"
        + "PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30"

    private static let lengths: [Int] = {
        var table = [Int](repeating: 0, count: 26 * 26)
        let bytes = Array(registry.utf8)
        for at in stride(from: 0, to: bytes.count, by: 4) {
            table[(Int(bytes[at]) - 65) * 26 + Int(bytes[at + 1]) - 65] =
                Int(bytes[at + 2] - 48) * 10 + Int(bytes[at + 3] - 48)
        }
        return table
    }()

    static func value(_ text: TextBytes, _ word: Range<Int>) -> Range<Int>? {
        let start = word.lowerBound
        let (first, second) = (text[start], text[start + 1])
        guard first.isLetter, second.isLetter, text[start + 2].isDigit, text[start + 3].isDigit,
            first.isUpper == second.isUpper
        else { return nil }
        let length = lengths[Int(first & 0xDF - 65) * 26 + Int(second & 0xDF - 65)]
        guard length > 0, word.count <= length, Boundary.isClean(before: start, in: text) else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { buffer in
            guard let base = buffer.baseAddress, let end = collect(length, from: start, in: text, into: base),
                Boundary.isClean(after: end, in: text),
                CheckDigits.mod97(Characters(base: UnsafePointer(base), count: length), rotated: 4) == 1
            else { return nil }
            return start..<end
        }
    }

    /// The letters and digits from a place on, with single separators and one line end between them.
    private static func collect(
        _ length: Int, from start: Int, in text: TextBytes, into buffer: UnsafeMutablePointer<UInt8>
    ) -> Int? {
        let isUpper = text[start].isUpper
        var (at, count, lineEnds) = (start, 0, 0)
        while count < length {
            let byte = text[at]
            if byte.isDigit || (byte.isLetter && byte.isUpper == isUpper) {
                buffer[count] = byte
                (count, at) = (count + 1, at + 1)
                continue
            }
            guard count > 2, let gap = Separator.at(at, in: text), gap.kind != .slash,
                text[at + gap.length].isAlphanumeric
            else { return nil }
            if gap.kind == .lineEnd { lineEnds += 1 }
            guard lineEnds <= 1 else { return nil }
            at += gap.length
        }
        return at
    }
}
