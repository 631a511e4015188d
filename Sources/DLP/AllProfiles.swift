import Model

extension Profile {
    /// The predefined profiles.
    public static let all: [Profile] = [
        financial, identity, credentials, health, piiRecord, sourceCode, unsanitizedHar,
    ]

    static let financial = Profile(name: "Financial Information", entries: entries(of: .financial))

    static let identity = Profile(
        name: "Social Security, Insurance, Tax, and Identifier Numbers", entries: entries(of: .identity))

    static let credentials = Profile(name: "Credentials and Secrets", entries: entries(of: .credentials))

    static let health = Profile(name: "Health Information", entries: entries(of: .health))

    static let sourceCode = Profile(name: "Source Code", entries: entries(of: .code))

    static let unsanitizedHar = Profile(name: "Unsanitized HAR", entries: ["unsanitized_har"])

    /// Three different kinds of personal data in one place: a row of a table, an address book entry, a form.
    static let piiRecord = Profile(
        name: "PII Record",
        entries: entries(of: .contact).union(entries(of: .identity)).union(entries(of: .health)).union([
            "credit_card", "iban",
        ]), together: 3)

    private static func entries(of family: Detector.Family) -> Set<String> {
        Set(Detector.all.filter { $0.family == family }.map(\.id))
    }

    /// The predefined profile that an entry belongs to; of several the first.
    public static func predefined(of match: Match) -> Profile? {
        all.first { $0.together == 1 && $0.contains(match) }
    }
}
