extension Detector {
    /// An international bank account number (ISO 13616): a country, its length, two check digits.
    static let iban = Detector(
        id: "iban", title: "International bank account number (IBAN)", family: .financial,
        check: "length and structure of the country, mod 97",
        find: .word([.mixed, .letterFirst], lengths: 4...36, examine: IBANShape.value),
        words: [
            "iban", "bank account", "account number", "bank", "konto", "kontonummer", "bankverbindung",
            "kontoverbindung", "compte",
            "compte bancaire", "rib", "cuenta", "cuenta bancaria", "conto", "conto corrente", "rekening",
            "rekeningnummer", "konto bankowe",
            "numer konta", "conta bancária", "bankkonto", "tilinumero", "λογαριασμός", "счет",
        ],
        hits: [
            "DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "fr76 3000 6000 0112 3456 7890 189",
            "NO93-8601-1117-947", "KREF+NONREF?31DE89370400440532013000?32FERRARI", "DE89  3704  0044  0532  0130  00",
        ],
        misses: [
            "DE89 3704 0044 0532 0130 01", "DE8937040044053201300", "XX89 3704 0044 0532 0130 00",
            "QDE89370400440532013000", "DE89   3704   0044   0532   0130   00", "be16 and be32 types",
            "31DE89370400440532013000", "?1DE89370400440532013000",
        ])
}

private enum IBANShape {
    /// Behind the number of a subfield in an account statement of the German banks (MT940, field 86): `?31DE89…`.
    private static func start(of word: Range<Int>, in text: TextBytes) -> Int? {
        let start = word.lowerBound
        guard text[start].isDigit else { return start }
        return text[start - 1] == UInt8(ascii: "?") && text[start + 1].isDigit ? start + 2 : nil
    }

    static func value(_ text: TextBytes, _ word: Range<Int>) -> Range<Int>? {
        guard let start = start(of: word, in: text) else { return nil }
        let (first, second) = (text[start], text[start + 1])
        guard first.isLetter, second.isLetter, text[start + 2].isDigit, text[start + 3].isDigit,
            first.isUpper == second.isUpper
        else { return nil }
        let length = AccountStructures.length(first, second)
        guard length > 0, word.upperBound - start <= length, start > word.lowerBound || isClean(before: start, in: text)
        else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { buffer in
            guard let base = buffer.baseAddress, let end = collect(length, from: start, in: text, into: base),
                text[end] == UInt8(ascii: "_") || text[end] == UInt8(ascii: ":")
                    || Boundary.isClean(after: end, in: text),
                case let value = Characters(base: UnsafePointer(base), count: length),
                CheckDigits.mod97(value, rotated: 4) == 1, AccountStructures.fits(value)
            else { return nil }
            return start..<end
        }
    }

    /// What is checked so well may also stand in the name of a file, behind the sign that parts the elements of EDIFACT, and behind any
    /// colon: it is no part of a time.
    private static func isClean(before start: Int, in text: TextBytes) -> Bool {
        let before = text[start - 1]
        return before == UInt8(ascii: "_") || before == UInt8(ascii: "+") || before == UInt8(ascii: ":")
            || Boundary.isClean(before: start, in: text)
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
            guard count > 2, let gap = separator(at: at, in: text), gap.kind != .slash,
                text[at + gap.length].isAlphanumeric
            else { return nil }
            if gap.kind == .lineEnd { lineEnds += 1 }
            guard lineEnds <= 1 else { return nil }
            at += gap.length
        }
        return at
    }

    /// The separator at a place, of two blanks too, as those between groups come out of pages of fixed places.
    private static func separator(at place: Int, in text: TextBytes) -> (kind: Separator, length: Int)? {
        guard let gap = Separator.at(place, in: text) else { return nil }
        let isDouble = gap.kind == .space && text[place + gap.length] == 32
        return isDouble ? (gap.kind, gap.length + 1) : gap
    }
}
