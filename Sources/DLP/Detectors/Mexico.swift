extension Detector {
    static let mxCurp = Detector(
        id: "mx_curp", title: "Mexican population registry code (CURP)", family: .identity,
        check: "date, state, mod 10",
        find: .forms([Form("AAAA999999AAAAAAX9")], accept: isCURP),
        words: ["curp", "clave única"],
        hits: ["curp ZONO270107HDFGQM76", "ZONO270107HDFGQM76"], misses: ["curp ZONO270107HDFGQM77"])

    static let mxClabe = Detector(
        id: "mx_clabe", title: "Mexican bank account number (CLABE)", family: .financial, check: "weights 3 7 1 mod 10",
        find: .forms([Form("999999999999999999"), Form("999~999~99999999999~9")], accept: isCLABE), need: .word,
        words: ["clabe~", "interbancaria", "cuenta clabe"], unless: OtherNumbers.words,
        hits: ["clabe 032180000118359719"], misses: ["clabe 032180000118359710", "032180000118359719"])
}

private func isCURP(_ value: Characters) -> Bool {
    guard CalendarDay.exists(month: value.number(6..<8), day: value.number(8..<10)),
        [UInt8(ascii: "H"), UInt8(ascii: "M"), UInt8(ascii: "X")].contains(value[10])
    else { return false }
    // The alphabet of the Registro Nacional de Población has a letter after N, which no code uses.
    var sum = 0
    for place in 0..<17 {
        let byte = value[place]
        let own = byte.isDigit ? Int(byte) - 48 : Int(byte) - 55 + (byte > UInt8(ascii: "N") ? 1 : 0)
        sum += own * (18 - place)
    }
    return (10 - sum % 10) % 10 == value.digit(17)
}

private func isCLABE(_ value: Characters) -> Bool {
    var sum = 0
    for place in 0..<17 { sum += value.digit(place) * [3, 7, 1][place % 3] % 10 }
    return (10 - sum % 10) % 10 == value.digit(17) && !value.isOneDigitRepeated
}
