import Model

extension Check {
    /// The directory says that the user is a minor.
    public static let userNotLegalAdult = Check(
        id: "user-not-legal-adult",
        title: "User is not a legal adult",
        severity: .low,
        family: .userAccounts,
        collectors: [.users],
        why: """
            Data protection law asks for a guardian's consent before many services may process a minor's data, and some apps may \
            not be offered to them at all. In a company the mark is usually a mistake; in a school it says whom to look after.
            """,
        remedy: "correct the age group, or record the guardian's consent",
        fix: [
            "Ask whoever keeps the personnel or pupil records whether the age group is right.",
            "If it is not: Entra admin center > Users > the user > Properties > Edit > Age group.",
            "If it is, record the guardian's answer in Consent provided for minor and check which apps the user may use.",
        ],
        references: ["https://learn.microsoft.com/graph/api/resources/user"],
        sentence: { evidence in
            let words = evidence.text("legalAgeGroupClassification") ?? evidence.text("ageGroup") ?? "minor"
            return "age group: \(words.shortened(to: 50))"
        },
        questions: [.of(examine: examine)]
    )
}

private let minorClassifications: Set<String> = [
    "minorwithoutparentalconsent", "minorwithparentalconsent", "minornoparentalconsentrequired", "notadult",
]

private func examine(_ user: User, in tenant: Tenant) -> Outcome {
    let found = Outcome.found([
        "legalAgeGroupClassification": .optional(user.legalAgeGroupClassification),
        "ageGroup": .optional(user.ageGroup),
        "consentProvidedForMinor": .optional(user.consentProvidedForMinor),
    ])
    if let classification = said(user.legalAgeGroupClassification) {
        if minorClassifications.contains(classification) { return found }
        return classification == "adult" ? .clear : .unknown("age classification \"\(classification)\" is not known")
    }
    switch said(user.ageGroup) {
    case nil, "adult": return .clear
    case "minor", "notadult": return found
    case let group?: return .unknown("age group \"\(group)\" is not known")
    }
}

/// The word in lower case, since Graph's case differs from its documentation; nil where nothing was said.
private func said(_ word: String?) -> String? {
    guard let word = word?.lowercased(), !word.isEmpty, word != "undefined" else { return nil }
    return word
}
