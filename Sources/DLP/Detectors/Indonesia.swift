extension Detector {
    static let idNik = Detector(
        id: "id_nik", title: "Indonesian identity number (NIK)", family: .identity, check: "province, date",
        find: .forms([Form("9999999999999999"), Form("999999 999999 9999")], accept: isNIK), need: .word,
        words: ["nik", "ktp", "nomor induk", "kependudukan"], unless: OtherNumbers.words,
        hits: ["NIK 3578015311020014", "nik 3273015005909144"], misses: ["3273015005909144"])

    static let idNpwp = Detector(
        id: "id_npwp", title: "Indonesian taxpayer number (NPWP)", family: .identity, check: "Luhn of the first nine",
        find: .forms(
            [Form("99.999.999.9-999.999"), Form("999999999999999")], accept: { CheckDigits.luhn($0.part(0..<9)) }),
        need: .word,
        words: ["npwp~", "pajak", "wajib pajak"], unless: OtherNumbers.words,
        hits: ["npwp 01.234.567.4-073.000"], misses: ["npwp 01.234.568.4-073.000", "01.234.567.4-073.000"])
}

private func isNIK(_ value: Characters) -> Bool {
    let day = value.number(6..<8)
    return (11...94).contains(value.number(0..<2))
        && CalendarDay.exists(month: value.number(8..<10), day: day > 40 ? day - 40 : day)
        && value.number(12..<16) > 0
}
