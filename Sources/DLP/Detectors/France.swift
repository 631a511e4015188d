extension Detector {
    static let frNir = Detector(
        id: "fr_nir", title: "French social security number (NIR)", family: .identity,
        check: "month range, 97 minus mod 97",
        find: .forms([Form("9~99~99~99~999~999~99"), Form("9~99~99~9A~999~999~99")], accept: isNIR),
        words: [
            "nir", "sécurité sociale", "securite sociale", "numéro de sécurité sociale", "numero securite sociale",
            "sécu", "insee", "n° ss", "numéro ss",
            "assuré social", "carte vitale", "social security",
        ],
        hits: ["2 61 12 87 502 538 11", "278092A18686234", "NIR 187109147883045"],
        misses: ["2 61 12 87 502 538 12", "261138750253811", "9 61 12 87 502 538 11"])
}

private func isNIR(_ value: Characters) -> Bool {
    let month = value.number(3..<5)
    guard [1, 2, 3, 4, 7, 8].contains(value.digit(0)),
        (1...12).contains(month) || (20...42).contains(month) || month >= 50
    else { return false }
    var number = 0
    for place in 0..<13 {
        switch value[place] {
        // Corsica: 2A counts as 19, 2B as 18.
        case UInt8(ascii: "A") where place == 6 && value.digit(5) == 2: number = (number - 1) * 10 + 9
        case UInt8(ascii: "B") where place == 6 && value.digit(5) == 2: number = (number - 1) * 10 + 8
        default:
            guard value[place].isDigit else { return false }
            number = number * 10 + value.digit(place)
        }
    }
    return 97 - number % 97 == value.number(13..<15)
}
