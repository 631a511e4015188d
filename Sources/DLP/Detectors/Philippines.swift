extension Detector {
    static let phUmid = Detector(
        id: "ph_umid", title: "Philippine unified id (UMID)", family: .identity, check: "shape",
        find: .forms([Form("9999-9999999-9"), Form("<CRN->9999-9999999-9")], accept: { !$0.isOneDigitRepeated }),
        need: .word,
        words: ["umid", "crn", "unified multi-purpose", "common reference number"], unless: OtherNumbers.words,
        hits: ["umid 0111-2345678-9", "CRN-0111-2345678-9"], misses: ["0111-2345678-9"])
}
