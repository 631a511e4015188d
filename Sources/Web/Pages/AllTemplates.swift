extension Template {
    /// Every template, in the order of the screens.
    static let all: [Template] =
        [settings] + frameTemplates + accountTemplates + findingTemplates + integrationTemplates
        + peopleTemplates + dlpTemplates + searchTemplates
}

extension Template {
    /// Of directories, protected people, mail, policies, apps and domains.
    private static let peopleTemplates =
        directoryTemplates + protectedTemplates + mailTemplates + policyTemplates + appTemplates + domainTemplates
}
