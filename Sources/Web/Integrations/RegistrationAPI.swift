import Flows
import Foundation
import Graph
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

/// The app registration for programs.
extension WebServer {
    var registrationAPIRoutes: [Route] {
        let path = "/api/v1/registrations/{cloud}"
        return [
            .api(.get, path, for: .administrator, .getRegistration, apiRegistration),
            .api(.patch, path, for: .administrator, .changeRegistration, apiChangeRegistration),
            .api(.put, path + "/credential", for: .administrator, .setRegistrationCredential, apiSetCredential),
            .api(.post, path + "/test", for: .administrator, .testRegistration, apiTestRegistration),
        ]
    }

    private func apiRegistration(_ request: Request, _ context: WebContext) async throws -> Response {
        Response.json(try registrationDocument(try context.part("cloud"), request))
    }

    private struct RegistrationBody: Decodable {
        var clientId: String?
        var tenantId: String?
        var features: [Feature]?
        var signsIn: Bool?
    }

    /// What is not said stays; an empty id is forgotten.
    private func apiChangeRegistration(_ request: Request, _ context: WebContext) async throws -> Response {
        let (cloud, body) = (try context.part("cloud"), try await decode(RegistrationBody.self, request, context))
        let deed = try deed(context)
        try asRegistrationProblem {
            let known = try registering.current(cloud)
            try registering.set(
                clientID: body.clientId ?? known.clientID ?? "", tenantID: body.tenantId ?? known.tenantID ?? "",
                features: body.features.map(Set.init) ?? known.features, of: cloud, deed)
            if let isOn = body.signsIn { try registering.setSignIn(isOn, of: cloud, deed) }
        }
        return Response.json(try registrationDocument(cloud, request))
    }

    private struct NewCredentialBody: Decodable {
        var clientSecret: String?
        var expires: String?
        var certificate: String?
        var make: Made?
    }

    /// What can be made here.
    private enum Made: String, Decodable { case certificate }

    /// A secret, a PEM, or a certificate that is made here: one of them has to be said, because it takes the place of what there is.
    private func apiSetCredential(_ request: Request, _ context: WebContext) async throws -> Response {
        let (cloud, body) = (try context.part("cloud"), try await decode(NewCredentialBody.self, request, context))
        let expires = try body.expires.map { text in
            guard let date = Self.day(text) else {
                throw Problem(.unprocessableContent, "expires is a date such as 2027-11-21.")
            }
            return date
        }
        let new: Registering.NewCredential
        switch (body.clientSecret, body.certificate, body.make) {
        case (let secret?, nil, nil): new = .secret(secret, expires: expires)
        case (nil, let pem?, nil): new = .pem(pem)
        case (nil, nil, .certificate?): new = .madeHere
        default:
            throw Problem(
                .unprocessableContent,
                "Give one of clientSecret, certificate (PEM text), or make with the value certificate. The credential stays as it is."
            )
        }
        let deed = try deed(context)
        try asRegistrationProblem { try registering.set(new, of: cloud, deed) }
        return Response.json(try registrationDocument(cloud, request))
    }

    private func apiTestRegistration(_ request: Request, _ context: WebContext) async throws -> Response {
        let cloud = try context.part("cloud")
        _ = try asRegistrationProblem { try registering.current(cloud) }
        var (code, words, granted): (String?, String?, [String]?) = (nil, nil, nil)
        let result = try await registering.test(cloud, try deed(context))
        switch result {
        case .works(let permissions, _): granted = permissions.map { $0.map(\.rawValue).sorted() }
        case .refused(let trouble): (code, words) = (trouble.code, trouble.sentence)
        case .untestable(let why): (code, words) = ("not tested", why)
        }
        return Response.json(
            .object([
                ("works", .flag(words == nil)), ("granted", granted.map { .texts($0) } ?? .null),
                ("code", .optional(code)), ("sentence", .optional(words)),
            ]))
    }

    private func asRegistrationProblem<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let problem as Registering.Problem {
            throw Problem(problem.field == "cloud" ? .notFound : .unprocessableContent, "\(problem)")
        }
    }

    private func registrationDocument(_ cloud: String, _ request: Request) throws -> OrderedJSON {
        let known = try asRegistrationProblem { try registering.current(cloud) }
        return .object([
            ("cloud", .text(known.cloud)), ("clientId", .optional(known.clientID)),
            ("tenantId", .optional(known.tenantID)),
            ("features", .texts(Feature.allCases.filter(known.features.contains).map(\.rawValue))),
            ("permissions", .texts(Feature.permissions(of: known.features).map(\.rawValue))),
            ("redirectUri", .text(redirectURI)),
            ("credential", known.hasCredential ? .text(known.credential.rawValue) : .null),
            ("certificate", .optional(known.certificate)), ("expires", .optional(known.expires.map(Moments.iso))),
            ("testedAt", .optional(known.testedAt.map(Moments.iso))), ("testTrouble", .optional(known.testTrouble)),
            ("signsIn", .flag(known.signsIn)),
            ("signInRedirectUri", .text(address + Self.signInCallback)),
        ])
    }
}

extension Operation {
    private static let cloud = Parameter.path(
        "cloud", .text(oneOf: GraphEndpoint.Cloud.allCases.map(\.rawValue)), "Microsoft's cloud.")
    private static let features = JSONShape.list(.text(oneOf: Feature.allCases.map(\.rawValue)))
    private static let registrationShape = JSONShape.object([
        ("cloud", .text), ("clientId", .optional(.text)), ("tenantId", .optional(.text)), ("features", features),
        ("permissions", .list(.text)), ("redirectUri", .text), ("credential", .optional(.text)),
        ("certificate", .optional(.text)), ("expires", .optional(.moment)), ("testedAt", .optional(.moment)),
        ("testTrouble", .optional(.text)), ("signsIn", .flag), ("signInRedirectUri", .text),
    ])

    static let getRegistration = Operation(
        id: "getRegistration", tag: "integrations",
        summary: "The app registration of a cloud: what has to stand in Entra, and what is known.", parameters: [cloud],
        answers: [200: registrationShape])
    static let changeRegistration = Operation(
        id: "changeRegistration", tag: "integrations",
        summary: "Keeps ids and features, and whether people sign in to Reeve by it; what is not said stays.",
        parameters: [cloud],
        body: .object(
            [
                ("clientId", .optional(.text)), ("tenantId", .optional(.text)), ("features", .optional(features)),
                ("signsIn", .optional(.flag)),
            ],
            required: []), answers: [200: registrationShape])
    static let setRegistrationCredential = Operation(
        id: "setRegistrationCredential", tag: "integrations",
        summary: "Another credential: a client secret, a PEM, or a certificate made here.",
        description:
            "Exactly one of clientSecret, certificate and make. Integrations go on with theirs until a test has shown that this one works.",
        parameters: [cloud],
        body: .object(
            [
                ("clientSecret", .optional(.text)), ("expires", .optional(.text(format: "date"))),
                ("certificate", .optional(.text)), ("make", .optional(.text(oneOf: ["certificate"]))),
            ], required: []), answers: [200: registrationShape])
    static let testRegistration = Operation(
        id: "testRegistration", tag: "integrations", summary: "Asks Microsoft for a token with it.",
        description: "Where it works, the integrations of this app sign in with it from now on.", parameters: [cloud],
        answers: [
            200: .object([
                ("works", .flag), ("granted", .optional(.list(.text))), ("code", .optional(.text)),
                ("sentence", .optional(.text)),
            ])
        ])
}
