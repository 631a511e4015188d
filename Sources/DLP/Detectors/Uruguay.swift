/// What the letters stand for where programs are built.
private let integration = [
    "ci build", "ci builds", "ci pipeline", "ci pipelines", "ci job", "ci jobs", "ci run", "ci runs", "ci server",
    "ci/cd",
]

extension Detector {
    static let uyCi = Detector(
        id: "uy_ci", title: "Uruguayan identity number (CI)", family: .identity, check: "weights mod 10",
        find: .forms(
            [Form("9.999.999-9"), Form("9999999-9"), Form("99999999")], accept: isCedula),
        need: .word,
        words: [
            "ci~", "cédula", "cedula", "cédula de identidad", "documento de identidad",
        ], unless: OtherNumbers.words + integration,
        hits: ["ci 1.234.567-2", "C.I. 1.234.567-2", "C.I. Nº 12345672", "{\"ci\": \"12345672\"}"],
        misses: ["ci 1.234.567-3", "1.234.567-2", "CI build 12345672 passed", "CI pipeline 12345672", "c.id 12345672"])
}

private func isCedula(_ value: Characters) -> Bool {
    let check = CheckDigits.sum(value, [2, 9, 8, 7, 6, 3, 4]) % 10
    return (10 - check) % 10 == value.digit(7) && !value.isOneDigitRepeated
}
