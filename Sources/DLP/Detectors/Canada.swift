extension Detector {
    static let caSin = Detector(
        id: "ca_sin", title: "Canadian social insurance number", family: .identity,
        check: "Luhn, first digit neither 0 nor 8",
        find: .forms(
            [Form("999 999 999")],
            accept: { $0.digit(0) != 0 && $0.digit(0) != 8 && CheckDigits.luhn($0) && !$0.isOneDigitRepeated }),
        need: .word,
        words: [
            "SIN", "NAS", "social insurance", "social insurance number", "social insurance no", "assurance sociale",
            "numéro d'assurance sociale",
        ],
        unless: OtherNumbers.words,
        hits: ["SIN 536 947 882", "social insurance number: 536-947-882", "sin_number=536947882"],
        misses: ["536 947 882", "SIN 536 947 883", "vivir sin 536 947 882 problemas", "SIN 046 454 286"])
}
