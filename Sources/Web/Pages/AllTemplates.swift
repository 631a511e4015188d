extension Template {
    /// Every template, in the order of the screens.
    static let all: [Template] = frameTemplates + accountTemplates + findingTemplates + integrationTemplates
}
