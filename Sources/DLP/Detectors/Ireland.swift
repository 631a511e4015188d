extension Detector {
    static let iePps = Detector(
        id: "ie_pps", title: "Irish personal public service number", family: .identity, check: "weights mod 23",
        find: .forms([Form("9999999A"), Form("9999999AA")], accept: isPPS), need: .word,
        words: ["pps~", "ppsn", "pps number", "personal public service", "pps no"],
        hits: ["pps 6634727O", "P.P.S. No. 6634727O"], misses: ["pps 6634728O", "6634727O"])

    static let ieVat = Detector(
        id: "ie_vat", title: "Irish VAT number", family: .identity, check: "weights mod 23",
        find: .forms([Form("IE~9999999A"), Form("IE~9999999AA")], accept: { isPPS($0.part(2..<$0.count)) }),
        words: ["vat", "vat number", "cbl"],
        hits: ["vat IE6433435F", "IE6433435F", "VAT Reg. No. IE 6433435F"],
        misses: ["vat IE6433436F", "VAT IE 6433436F"])
}

private func isPPS(_ value: Characters) -> Bool {
    var sum = CheckDigits.sum(value, [8, 7, 6, 5, 4, 3, 2])
    if value.count == 9, value[8] != UInt8(ascii: "W") { sum += (Int(value[8]) - 64) * 9 }
    return Array("WABCDEFGHIJKLMNOPQRSTUV".utf8)[sum % 23] == value[7]
}
