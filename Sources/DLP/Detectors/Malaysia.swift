extension Detector {
    static let myMykad = Detector(
        id: "my_mykad", title: "Malaysian identity card number (MyKad)", family: .identity,
        check: "date, place of birth",
        find: .forms([Form("999999-99-9999"), Form("999999999999")], accept: isMyKad), need: .word,
        words: ["mykad", "nric", "ic number", "kad pengenalan", "no ic", "ic no", "identity card", "no k/p", "no kp"],
        unless: OtherNumbers.words,
        hits: ["mykad 100101-14-0309"], misses: ["100101-14-0309"])
}

private func isMyKad(_ value: Characters) -> Bool {
    let place = value.number(6..<8)
    guard CalendarDay.exists(month: value.number(2..<4), day: value.number(4..<6)) else { return false }
    return (1...16).contains(place) || (21...68).contains(place) || (71...79).contains(place)
        || [82, 83, 84, 85].contains(place)
        || (86...93).contains(place) || [98, 99].contains(place)
}
