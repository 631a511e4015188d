import Flows
import Hummingbird
import Store

extension WebServer {
    /// The app registration, authorisations, and the integrations that come of them.
    var integrationRoutes: [Route] {
        [
            .page("/settings/registration", for: .administrator, registrationPage),
            .page("/settings/registration/certificate", for: .administrator, registrationCertificate),
            .form("/settings/registration/features", for: .administrator, setRegistrationFeatures),
            .form("/settings/registration/credential", for: .administrator, setRegistrationCredential),
            .form("/settings/registration/ids", for: .administrator, setRegistrationIDs),
            .form("/settings/registration/sign-in", for: .administrator, setRegistrationSignIn),
            .form("/settings/registration/test", for: .administrator, testRegistration),
            .page("/settings/directories", for: .viewer, directoriesPage),
            .page("/settings/directories/add", for: .administrator, addPage),
            .form("/settings/directories/add", for: .administrator, beginAuthorisation),
            .page("/integrations/add", for: .administrator, addPage),
            .form("/integrations/add", for: .administrator, beginAuthorisation),
            .form("/integrations/add/link", for: .administrator, makeConsentLink),
            .form("/integrations/add/check", for: .administrator, checkAuthorisation),
            .form("/integrations/add/save", for: .administrator, saveAuthorisation),
            .openPage("/oauth/callback", oauthCallback),
            .page("/integrations", for: .viewer, integrationsPage),
            .page("/integrations/{name}", for: .viewer, integrationPage),
            .form("/integrations/{name}/run", for: .analyst, runIntegration),
            .form("/integrations/{name}/stop", for: .analyst, stopIntegration),
            .form("/integrations/{name}/pause", for: .administrator, pauseIntegration),
            .form("/integrations/{name}/resume", for: .administrator, resumeIntegration),
            .form("/integrations/{name}/test", for: .administrator, testIntegration),
            .form("/integrations/{name}/frequency", for: .administrator, setFrequency),
            .form("/integrations/{name}/authorise", for: .administrator, authoriseAgain),
            .page("/integrations/{name}/remove", for: .administrator, removePage),
            .form("/integrations/{name}/remove", for: .administrator, removeIntegration),
        ]
    }

    /// The integration that the path names.
    /// - Throws: `Problem` 404.
    func askedIntegration(_ context: WebContext) throws -> Integration {
        guard let found = try store.integration(named: try context.part("name")) else {
            throw Problem(.notFound, "There is no such integration; it may have been removed.")
        }
        return found
    }

    /// What signs people in at Microsoft and takes them back.
    var authorise: Authorise {
        Authorise(surroundings: jobs.surroundings, origins: origins, redirectURI: redirectURI)
    }

    var registering: Registering { Registering(surroundings: jobs.surroundings, origins: origins) }

    /// What has to stand in the app registration, to the letter.
    var redirectURI: String { address + "/oauth/callback" }
}

extension Template {
    static let integrationTemplates: [Template] = [
        registration, registrationText, addIntegration, departure, integrations, integration, removeIntegration,
        directories, permissionRows, coverageBar, consentGiven, consentRefused, consentOver, consentLink,
    ]
}

extension Integration {
    var page: Link { Link("/integrations/\(Link.part(name))") }
    /// Its users and groups.
    var directoryPage: Link { Link("/settings/directories/\(Link.part(name))") }
}
