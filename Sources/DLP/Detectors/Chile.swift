extension Detector {
    static let clRut = Detector(
        id: "cl_rut", title: "Chilean identity number (RUT)", family: .identity, check: "mod 11",
        find: .forms(
            [
                Form("99.999.999-9"), Form("9.999.999-9"), Form("99999999-9"), Form("9999999-9"), Form("99.999.999-K"),
                Form("99999999-K"), Form("9.999.999-K"), Form("9999999-K"), Form("99.999.999-k"), Form("99999999-k"),
                Form("9.999.999-k"), Form("9999999-k"),
                Form("999999999", need: .besideName), Form("99999999", need: .besideName),
                Form("99999999K", need: .besideName), Form("9999999K", need: .besideName),
            ], accept: isRUT), need: .word,
        words: ["rut~", "RUN!", "r.u.n", "rol único", "cédula de identidad"], unless: OtherNumbers.words,
        hits: ["rut 26.534.957-9", "RUT: 265349579", "R.U.T. 18.575.734-k", "rut 18575734-k"],
        misses: [
            "the rut of the person whose number is 265349579", "rut 26.534.957-0", "26.534.957-9", "rut 18.575.735-k",
        ])
}

private func isRUT(_ value: Characters) -> Bool {
    var (sum, weight) = (0, 2)
    for place in (0..<(value.count - 1)).reversed() {
        sum += value.digit(place) * weight
        weight = weight == 7 ? 2 : weight + 1
    }
    let check = 11 - sum % 11
    let last = value[value.count - 1]
    guard !value.part(0..<(value.count - 1)).isOneDigitRepeated else { return false }
    return check == 10 ? last == UInt8(ascii: "K") : check % 11 == Int(last) - 48
}
