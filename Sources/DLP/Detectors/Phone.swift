extension Detector {
    static let phone = Detector(
        id: "phone", title: "Telephone number", family: .contact, check: "length and beginning of a country's plan",
        find: .word(.digits, lengths: 1...15, examine: phoneNumber, need: needOfPhone), need: .word, yields: true,
        words: [
            "phone", "telephone", "tel", "mobile", "cell", "cellphone", "fax", "call me", "call me at", "call",
            "contact number", "whatsapp", "hotline",
            "mobile number", "phone number", "telefon", "telefonnummer", "handy", "handynummer", "mobil", "mobilnummer",
            "rufnummer", "durchwahl",
            "téléphone", "tél", "portable", "appelez", "teléfono", "móvil", "celular", "telefono", "cellulare",
            "telefoon", "mobiel", "komórka",
            "telefone", "telemóvel", "電話", "携帯", "电话", "手机", "전화", "телефон", "फोन", "मोबाइल", "τηλέφωνο", "puhelin",
            "fon", "fonnummer", "landline", "landline number", "land line", "direct line", "direct dial", "direct no",
            "fixe",
            "tél fixe", "fijo", "teléfono fijo", "fisso", "caller id", "callerid", "caller", "switchboard", "helpline",
            "zentrale", "ring me on", "reach me on", "text me at",
            "text me on", "rufen sie an", "anruf unter", "bereikbaar op", "my number is", "cel.", "fono", "contact:",
            "office:", "direct:", "☎", "☏", "✆", "📞", "📱",
            "numer telefonu", "nr telefonu", "nr tel", "telefonu", "telefonnr", "telefonem", "gsm", "gsm nummer", "MOB",
            "PH",
            "mob.", "mob no", "ph.", "ph:", "ph no", "ph number", "contact no", "contact num", "contact phone",
            "contact tel", "movil", "movel", "móvel", "telf", "tlf", "tlfn", "tfno", "telefono movil", "msisdn",
            "tel no",
            "tel nr", "tel num", "тел.", "тел:", "моб.", "мобильный", "мобильного", "телефона", "טלפון", "נייד", "טל'",
            "פלאפון", "هاتف", "الهاتف", "جوال", "الجوال", "تلفون", "تلفن", "موبايل", "τηλ.", "τηλ:", "κινητό",
            "toestel",
            "festnetz", "festnetznummer", "festnetznr", "rückrufnummer", "rückruf", "rückrufnr", "telefonszám",
            "telefonszáma", "telefonszámom", "mobilszám", "telefonní číslo", "telefonní", "telefón", "mobilní",
            "mobilní číslo", "mobilnr", "mobiltelefon", "mobiltelefonnummer", "mobilfunk", "mobilfunknummer",
            "mobiele nummer", "mobiel nummer", "gsm nr", "numéro de téléphone", "telephone no", "telephone num",
            "numero di telefono", "cell no", "cell num", "cell phone", "recapito", "recapito telefonico", "teléfonos",
            "telefonos", "celulares", "fone", "fones", "faxnummer", "fax no", "fax nr", "telefax", "télécopie",
            "télécopieur", "callback", "callback number", "call back", "dial", "reach me at", "reach him at",
            "reach her at", "sms", "viber", "komórkowy", "nr kom", "numer komórki", "tel kom", "rufnr",
            "handynr", "telefonisch", "telefonische", "erreichbar unter", "joignable", "llamar al", "llame al",
            "chiamare",
            "ligue", "zadzwoń", "phone no", "phone num", "phone nbr", "phones", "cellular", "home phone", "work phone",
            "mobile phone", "office phone", "day phone", "telefoonnummer", "telefoonnr", "mobielnummer",
            "telephonenumber", "手機", "手机号", "连络电话", "電話號碼", "携帯電話", "휴대폰", "휴대전화", "연락처", "โทร", "โทรศัพท์", "มือถือ",
            "điện thoại", "sđt", "số điện thoại", "telepon", "nomor hp", "nomor telepon", "puhelinnumero",
            "matkapuhelin",
            "telefonas", "tālrunis", "telefonul", "telefonski", "telefonski broj", "sími", "cep telefonu", "cep tel",
            "telefon no", "telefon nr", "ponsel", "दूरभाष", "फ़ोन", "मोबाइल नंबर", "संपर्क", "facsimile", "telefaks", "faks",
            "faksu", "факс", "факса", "φαξ", "فاكس", "פקס", "ファックス", "ファクス", "传真", "傳真", "팩스", "แฟกซ์", "連絡先", "联系方式",
            "联系电话", "聯絡電話", "座机", "固话", "kom.", "kom:", "tlm", "tlm.", "telem.", "tfn.", "växel", "växeln",
            "puh.", "puh:", "telp", "di động", "telefónico", "telefônico", "telefonico", "telefoniczny", "contacto:",
            "contato:", "kontakt:", "llámame al", "llámeme al", "llámanos al", "llamarme al", "me ligue", "bel me op",
            "bel ons op", "bel mij op", "bel gerust", "ring mig på", "ring oss på", "soita numeroon", "appelez moi au",
            "telm", "telemovel", "ddi", "ligne directe", "vaihde", "tfn 0",
            "telefonliste", "telefonverzeichnis", "telefony", "numery telefonów", "puhelinnumerot", "telefonnumre",
            "faxszám", "fax nummer", "numero de fax", "número de fax", "numéro de fax", "direktwahl", "called back on",
            "kontakttelefon", "hemtelefon", "arbetstelefon", "privattelefon", "diensttelefon", "06 nummer",
        ],
        unless: OtherNumbers.words + OtherNumbers.references + OtherNumbers.meetings,
        labels: SignatureLabel.areIn,
        hits: [
            "Tel. +1 201-545-4805", "call me at 06 12 34 12 09", "phone: (415) 555-2671", "Mob.: 06 12 34 12 09",
            "numer_telefonu=06 12 34 12 09", #"{"ph":"06 12 34 12 09"}"#, "name,ph\nAda,4155552671",
            "הטלפון: 06 12 34 12 09", "тел. +1 201-545-4805", "Tel: 0221 / 471108",
            "+49 (0)30 / 54 74 81 23 Telefon", "Fon +34 810 18 66 16 | www.kestrel.io", "landline +33 6 12 36 17 59",
            "☎ +31 6 12308020", "Phone: 212-679-6793x617", "Tel.: +33 9 12 34 56 78", "Tel.: +44 800 123 4567",
            "📞 +1 201-545-4805", "caller_id +61 2 1234 8585", "Ph +61 3 9480 4752", "Rufnummern: 0221 471108",
            "Dial in by phone\n+44 20 3855 5885,,483920117# United Kingdom", "Mob:-9876543210",
            "T: +44 (0)20 7063 0868", "Ann Lee\nM: 07729 327993", "Ann Lee | T 0161 313 5478",
        ],
        misses: [
            "1658797532", "phone 0.983244639", "tel 2026-05-14", "call 12345", "phone 10.0.8.56",
            "The pH is 4155552671",
            "Mobile calls 2011-2018", "phone 74.125.79.105", "callback fixed 2003-12-04 (2.8.7)", "call 1003.1-2001",
            "dial 1 0 439.67099", "Fax: np.sin(0.5) * 100000000", "Phone conference ID: 483 920 117#",
            "Dial in by phone ,,483920117#", "Telefonkonferenz-ID: 483 920 117", "CALL_REJECTED = -2147483632",
            "arn:aws:phone::1234567890:role", "Tel. auf Anfrage. Kundennummer 0304471298",
            "phone 8Zo6tUxs9LRTRvF206YrRMkSOSePhN= row 12", "M 07729 items", "x = M: 4155552671",
        ])
}

private func phoneNumber(_ text: TextBytes, _ word: Range<Int>) -> Range<Int>? {
    let next = text[word.upperBound]
    guard word.count >= 7 || Separator.canBegin(next) || next == UInt8(ascii: ")") || next == UInt8(ascii: "(") else {
        return nil
    }
    var start = word.lowerBound
    guard !isOtherNumber(before: start, in: text) else { return nil }
    // What a function is called with.
    guard text[start] == 48 || text[start - 1] != UInt8(ascii: "(") || !text[start - 2].isAlphanumeric else {
        return nil
    }
    let hasBracket = text[start - 1] == UInt8(ascii: "(") && PhoneDigits.isClosed(start - 1, in: text)
    if hasBracket { start -= 1 }
    let isInternational = text[start - 1] == UInt8(ascii: "+")
    if isInternational { start -= 1 }
    guard isFree(start, isInternational: isInternational, in: text) else { return nil }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 16) { buffer in
        guard let (end, count, groups) = PhoneDigits.read(text, from: word.lowerBound, into: buffer),
            groups != 2 || !PhoneDigits.isDecimal(text, word),
            groups == 1
                || PhoneShape(of: word.lowerBound..<end, in: text).isTelephone(isCoded: isInternational || hasBracket)
        else { return nil }
        var digits = buffer[..<count]
        if isInternational { return PhonePlans.isInternational(digits) ? start..<end : nil }
        if count > 9, digits[0] == 0, digits[1] == 0 {
            return PhonePlans.isInternational(digits.dropFirst(2)) ? start..<end : nil
        }
        // The calling code of North America is written without a plus sign as well.
        if count == 11, digits[0] == 1 { digits = digits.dropFirst() }
        // What is typed in once a meeting has answered.
        guard text[end] != UInt8(ascii: "#"), !isRound(digits), PhonePlans.isNational(digits),
            groups > 1 || buffer[0] == 0 || (count >= 9 && !isLimit(digits) && !isMended(before: start, in: text))
        else { return nil }
        return start..<end
    }
}

/// Digits alone, or two groups of them that a sign parts, are much else as well, unless they begin with zero or a country's code: their
/// name stands close before them, before other numbers of their list, or in brackets behind.
private func needOfPhone(_ text: TextBytes, _ value: Range<Int>) -> Detector.Need {
    let isNamedBehind = text[value.upperBound] == 32 && "([-".utf8.contains(text[value.upperBound + 1])
    if SignatureLabel.stands(before: value, in: text) { return .nothing }
    guard text[value.lowerBound].isDigit, !isNamedBehind,
        case let shape = PhoneShape(of: value, in: text), shape.isBare, !shape.speaksForItself,
        !PhoneList.holds(value, in: text)
    else { return .word }
    return .wordWithin(Surroundings.near + PhoneList.lead(before: value.lowerBound, in: text))
}

/// A million of something: a digit or two, and zeros.
private func isRound(_ digits: some Collection<Int>) -> Bool { digits.dropFirst(2).allSatisfy { $0 == 0 } }

/// What counters stop at, and what fills a field: a power of two, or one less, or one digit many times.
private func isLimit(_ digits: some Collection<Int>) -> Bool {
    let value = digits.reduce(0) { $0 * 10 + $1 }
    return value & (value - 1) == 0 || value & (value + 1) == 0 || digits.allSatisfy { $0 == digits.first }
}

/// Whether the number of a fault stands here: `Fixes: 368562245` is no land line in French.
private func isMended(before start: Int, in text: TextBytes) -> Bool {
    let words: [StaticString] = ["fixes", "issue", "bug", "ticket"]
    var end = start
    while end > start - 3, " :#(".utf8.contains(text[end - 1]) { end -= 1 }
    return words.contains { text.endsFolded(with: $0, end - $0.utf8CodeUnitCount..<end) }
}

/// Whether what stands right before the digits makes them another number: pauses before what is typed in later (`,,`), the sign of a value
/// that is assigned, the colons of a resource's name.
private func isOtherNumber(before start: Int, in text: TextBytes) -> Bool {
    let (last, before) = (text[start - 1], text[start - 2])
    switch last {
    case UInt8(ascii: ","), UInt8(ascii: ":"): return before == last
    case UInt8(ascii: "-"):
        var at = start - 1
        while at > start - 4, text[at - 1] == 32 { at -= 1 }
        return "=([,".utf8.contains(text[at - 1])
    default: return false
    }
}

/// Whether nothing before the place makes it the later part of a number or name.
private func isFree(_ start: Int, isInternational: Bool, in text: TextBytes) -> Bool {
    let before = text[start - 1]
    if before.isAlphanumeric || before == UInt8(ascii: "$")
        || (before == UInt8(ascii: ")") && !isRemark(endingAt: start, in: text))
        || (before == UInt8(ascii: "_") && !Emphasis.opens(before: start, in: text))
    {
        return false
    }
    guard !isInternational, let gap = Separator.before(start, in: text), gap.kind != .lineEnd else { return true }
    if gap.kind == .space {
        let further = text[start - gap.length - 1]
        return !further.isDigit
            && (further != UInt8(ascii: ")") || isRemark(endingAt: start - gap.length, in: text))
    }
    let further = start - gap.length
    // `Tel.030 9018200`.
    if gap.kind == .dot { return !text[further - 1].isDigit }
    if gap.kind == .slash, PhoneDigits.isNumber(endingAt: further, in: text) { return true }
    return !text[further - 1].isAlphanumeric
}

/// Whether brackets around words end here, and no area code: `tel (home) 0121 234 4297`.
private func isRemark(endingAt end: Int, in text: TextBytes) -> Bool {
    var at = end - 2
    while end - at < 32, !text[at].isDigit, !text[at].isLineEnd, text[at] != UInt8(ascii: ")") {
        if text[at] == UInt8(ascii: "(") { return end - at > 2 }
        at -= 1
    }
    return false
}

enum PhoneDigits {
    /// The digits of the groups from a place on: where they end, how many digits and groups there are.
    static func read(
        _ text: TextBytes, from start: Int, into digits: UnsafeMutableBufferPointer<Int>
    ) -> (end: Int, count: Int, groups: Int)? {
        var (at, end, count, groups) = (start, start, 0, 0)
        var isOpen = text[text[start - 1] == UInt8(ascii: "+") ? start - 2 : start - 1] == UInt8(ascii: "(")
        while true {
            let first = at
            while text[at].isDigit {
                guard count < 15 else { return nil }
                digits[count] = Int(text[at]) - 48
                (count, at) = (count + 1, at + 1)
            }
            guard at > first else { break }
            (end, groups) = (at, groups + 1)
            // `212-679-6793x617`: an extension.
            if text[at] | 0x20 == UInt8(ascii: "x"), text[at + 1].isDigit, count >= 9 { break }
            guard !text[at].isLetter, text[at] != UInt8(ascii: "%"),
                text[at] != UInt8(ascii: "_") || Emphasis.closes(after: at, in: text)
            else { return nil }
            at = afterGap(at, isWhole: count >= (groups > 1 ? 7 : 9), &isOpen, in: text)
        }
        guard count >= 7, groups <= 7, text[end] != UInt8(ascii: ":") || !text[end + 1].isDigit else { return nil }
        return (end, count, groups)
    }

    /// `0.983244639`: a point after the first of two groups, which is no area code.
    static func isDecimal(_ text: TextBytes, _ first: Range<Int>) -> Bool {
        text[first.upperBound] == UInt8(ascii: ".") && (first.count < 3 || text[first.lowerBound] != UInt8(ascii: "0"))
    }

    /// Whether the digits behind a bracket are closed in, as those of an area are, and others follow: `(0)30`, `(415) 555`.
    static func isClosed(_ bracket: Int, in text: TextBytes) -> Bool {
        var at = bracket + 1
        while at < bracket + 8, text[at].isDigit || text[at] == 32 { at += 1 }
        return text[at] == UInt8(ascii: ")") && (1...3).contains { text[at + $0].isDigit }
    }

    /// Whether what may be a whole number ends at a place, behind which a slash stands: `030 901820/0171 5550123`.
    static func isNumber(endingAt end: Int, in text: TextBytes) -> Bool {
        var (at, digits) = groups(endingAt: end, partedBy: " -.()", within: 24, in: text)
        while at < end, !text[at].isDigit { at += 1 }
        return text[end - 1].isDigit && digits >= 7 && !text[at - 1].isAlphanumeric && text[at - 1] != UInt8(ascii: "/")
    }

    /// Groups of digits before a place: where they begin, or signs between them, and how many digits there are.
    static func groups(
        endingAt end: Int, partedBy signs: String, within reach: Int, in text: TextBytes
    ) -> (start: Int, digits: Int) {
        var (at, digits) = (end, 0)
        while at > end - reach, text[at - 1].isDigit || signs.utf8.contains(text[at - 1]) {
            at -= 1
            if text[at].isDigit { digits += 1 }
        }
        return (at, digits)
    }

    /// Over one separator and brackets, if a digit follows; else the place itself, where no digit stands.
    /// - Parameters:
    ///   - isWhole: whether what was read may be a number by itself: behind a slash another one may follow, with its own area.
    ///   - isOpen: whether a bracket is open.
    private static func afterGap(_ place: Int, isWhole: Bool, _ isOpen: inout Bool, in text: TextBytes) -> Int {
        var at = place
        if text[at] == UInt8(ascii: ")") {
            guard isOpen else { return place }
            at += 1
            isOpen = false
        }
        if text.holds(" / ", at: at) {
            guard !isWhole || !isOther(at + 3, in: text) else { return place }
            at += 3
        } else if let gap = Separator.at(at, in: text), gap.kind != .lineEnd {
            at += gap.length
            guard gap.kind != .slash || !isWhole || !isOther(at, in: text) else { return place }
        }
        if text[at] == UInt8(ascii: "(") {
            guard isClosed(at, in: text) else { return place }
            at += 1
            isOpen = true
        }
        return text[at].isDigit ? at : place
    }

    /// Whether another number begins behind a slash: with zero, or with as many digits as a number has by itself.
    private static func isOther(_ start: Int, in text: TextBytes) -> Bool {
        if text[start] == 48 || text[start] == UInt8(ascii: "(") { return true }
        var (at, digits) = (start, 0)
        while at < start + 24, text[at].isDigit || (" -.".utf8.contains(text[at]) && text[at + 1].isDigit) {
            if text[at].isDigit { digits += 1 }
            at += 1
        }
        return digits >= 7
    }
}
