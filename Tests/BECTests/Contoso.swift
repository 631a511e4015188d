import BEC
import Model

extension Company {
    static let people: [ProtectedPerson] = [
        ProtectedPerson(
            id: "u-adele", name: "Adele Vance", givenName: "Adele", surname: "Vance", jobTitle: "CEO",
            addresses: ["adele.vance@contoso.com"],
            secondaryEmails: [.init(address: "adele.private@gmail.com")], reasons: ["group:Executives"]),
        ProtectedPerson(
            id: "u-alex", name: "Alexander Wilberforce", givenName: "Alexander", surname: "Wilberforce",
            addresses: ["alex.wilberforce@contoso.com"], reasons: ["direct"]),
        ProtectedPerson(
            id: "u-vladimir", name: "Владимир Волков", givenName: "Владимир", surname: "Волков",
            addresses: ["vladimir.volkov@contoso.com"], reasons: ["direct"]),
        ProtectedPerson(
            id: "u-daniel", name: "Daniel Fairbanks", givenName: "Daniel", surname: "Fairbanks",
            addresses: ["daniel.fairbanks@contoso.com"], reasons: ["direct"]),
    ]

    static let contoso = company()

    static func company(
        people: [ProtectedPerson] = people, policies: MailPolicies = MailPolicies(),
        settings: MailSettings = contosoSettings,
        compile: @escaping Compile = { _ in nil }
    ) -> Company {
        Company(
            people: people,
            colleagues: [Colleague(name: "Megan Bowen", addresses: ["megan.bowen@contoso.com"])],
            domains: ["contoso.com", "fabrikam-bank.de", "contoso.onmicrosoft.com"], policies: policies,
            settings: settings,
            compile: compile)
    }

    static let contosoSettings = MailSettings(trustedAuthservIDs: ["mx.contoso.com"], trustedARCSealers: ["google.com"])

    /// The company with Adele's entry changed.
    static func withAdele(_ change: (inout ProtectedPerson) -> Void, compile: @escaping Compile = { _ in nil })
        -> Company
    {
        var people = people
        change(&people[0])
        return company(people: people, compile: compile)
    }
}
