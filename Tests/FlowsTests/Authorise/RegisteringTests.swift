import Foundation
import Model
import SimulatedTenant
import Store
import Testing

@testable import Flows

/// The organisation's own app registration.
struct RegisteringTests {
    @Test func `a certificate made here signs in once its public part is uploaded`() async throws {
        let contoso = try AuthoriseFixture()
        try contoso.registering.set(.madeHere, of: "global", contoso.deed())
        let registration = try contoso.registering.current("global")
        let certificate = try #require(registration.certificate)
        #expect(!certificate.contains("PRIVATE KEY"))
        #expect(registration.expires.map { $0 > contoso.clock.now.addingTimeInterval(700 * 86_400) } == true)
        guard case .refused(let trouble) = try await contoso.registering.test("global", contoso.deed()) else {
            Issue.record("it works before anything was uploaded")
            return
        }
        #expect(trouble.code == "AADSTS700027")
        try contoso.tenant.login.register(certificate: certificate)
        guard case .works = try await contoso.registering.test("global", contoso.deed()) else {
            Issue.record("it does not work")
            return
        }
        #expect(try contoso.registering.current("global").testTrouble == nil)
    }

    @Test func `a credential that works takes the place of an expired one wherever the app signs in`() async throws {
        let contoso = try AuthoriseFixture(isConsented: true)
        let saved = try contoso.authorise.save(try await contoso.connect().id, contoso.deed())
        try contoso.store.setStatus(.reauthorize, detail: "expired", of: saved.id)
        try contoso.registering.set(.madeHere, of: "global", contoso.deed())
        #expect(try contoso.store.secret(of: saved).certificatePEM == nil)
        let certificate = try #require(try contoso.registering.current("global").certificate)
        try contoso.tenant.login.register(certificate: certificate)
        guard case .works(_, let renewed) = try await contoso.registering.test("global", contoso.deed()) else {
            Issue.record("it does not work")
            return
        }
        #expect(renewed == 1)
        let after = try #require(try contoso.store.integration(id: saved.id))
        #expect(after.status == .active)
        #expect(after.credential == .certificate)
        #expect(try contoso.store.secret(of: after).certificatePEM != nil)
    }

    @Test func `a test ends although Microsoft takes the connection and says nothing`() async throws {
        let contoso = try AuthoriseFixture(isConsented: true)
        let saved = try contoso.authorise.save(try await contoso.connect().id, contoso.deed())
        var silent = contoso.surroundings
        silent.exchange = { _, _ in
            try await Task.sleep(for: .seconds(600))
            throw CancellationError()
        }
        var registering = Registering(surroundings: silent, origins: contoso.origins)
        registering.patience = .milliseconds(20)
        guard case .refused(let trouble) = try await registering.test("global", contoso.deed()) else {
            Issue.record("it works")
            return
        }
        #expect(trouble.code == "no answer" && trouble.sentence.hasPrefix("No answer of 127.0.0.1 within"))
        var test = ConnectionTest(surroundings: silent)
        test.patience = .milliseconds(20)
        guard case .refused(let silence) = await test.run(saved) else {
            Issue.record("it works")
            return
        }
        #expect(silence.sentence.hasPrefix("No answer of 127.0.0.1 within"))
        // Silence says nothing of the credential.
        #expect(try contoso.store.integration(id: saved.id)?.status == .active)
    }

    @Test func `what a test finds refused for good is tried once a day, and soon once it works again`() async throws {
        let contoso = try AuthoriseFixture(isConsented: true)
        let saved = try contoso.authorise.save(try await contoso.connect().id, contoso.deed())
        let store = contoso.store
        try store.set(Schedule(nextAt: contoso.clock.now.addingTimeInterval(600)), of: saved.id)
        let good = try store.secret(of: saved)
        try store.setSecret(CredentialSecret(clientSecret: "not-this-one"), of: saved.id)
        _ = await ConnectionTest(surroundings: contoso.surroundings).run(saved)
        let refused = try #require(try store.integration(id: saved.id))
        #expect(refused.status == .reauthorize)
        #expect(try store.schedule(of: saved.id).nextAt == contoso.clock.now.addingTimeInterval(86_400))
        try store.setSecret(good, of: saved.id)
        _ = await ConnectionTest(surroundings: contoso.surroundings).run(refused)
        #expect(try store.integration(id: saved.id)?.status == .active)
        #expect(try store.schedule(of: saved.id).nextAt == nil)
    }

    @Test func `a wrong secret is explained`() async throws {
        let contoso = try AuthoriseFixture()
        try contoso.registering.set(.secret("not-this-one", expires: nil), of: "global", contoso.deed())
        guard case .refused(let trouble) = try await contoso.registering.test("global", contoso.deed()) else {
            Issue.record("it works")
            return
        }
        #expect(trouble.code == "AADSTS7000215")
        #expect(try contoso.registering.current("global").testTrouble?.contains("AADSTS7000215") == true)
    }

    @Test func `the id of a secret, two lines and nothing are no secret`() throws {
        let contoso = try AuthoriseFixture()
        for text in ["", "a\nb", "84841066-274d-4ec0-a5c1-276be684bdd3"] {
            #expect(throws: Registering.Problem.self) {
                try contoso.registering.set(.secret(text, expires: nil), of: "global", contoso.deed())
            }
        }
        #expect(throws: Registering.Problem.self) {
            try contoso.registering.set(.pem("no PEM"), of: "global", contoso.deed())
        }
        #expect(throws: Registering.Problem.self) {
            try contoso.registering.set(
                clientID: "contoso", tenantID: "", features: [], of: "global", contoso.deed())
        }
    }

    @Test func `the manifest lists the permissions of the chosen features and no others`() throws {
        let contoso = try AuthoriseFixture()
        var registration = try contoso.registering.current("global")
        registration.features = [.directory, .remediation]
        let text = RegistrationText(registration, redirectURI: AuthoriseFixture.redirectURI, isMultitenant: false)
        let parsed = try JSONSerialization.jsonObject(with: Data(text.manifest.utf8)) as? [[String: Any]]
        let resource = try #require(parsed?.first)
        #expect(resource["resourceAppId"] as? String == "00000003-0000-0000-c000-000000000000")
        let access = resource["resourceAccess"] as? [[String: String]] ?? []
        let roles = access.filter { $0["type"] == "Role" }.compactMap { $0["id"] }
        #expect(
            roles == [Permission.userReadAll, .groupReadAll, .filesReadWriteAll].compactMap(\.roleID))
        #expect(access.filter { $0["type"] == "Scope" }.count == 2)
        for command in [text.azureCLI, text.powerShell] {
            #expect(command.contains("'\(AuthoriseFixture.redirectURI)'"))
            #expect(command.contains("AzureADMyOrg"))
        }
    }

    @Test func `every permission that can be asked for has its id`() {
        for feature in Feature.allCases {
            for permission in feature.permissions { #expect(permission.roleID != nil, "\(permission)") }
        }
        #expect(Set(Feature.permissions(of: Feature.standard)) == Set(Permission.required))
    }
}
