import Graph
import Model
import Store

/// What the API's description says of integrations.
extension Operation {
    private static let name = Parameter.path("name", .text, "The integration's name.")
    static let integrationFeature = JSONShape.text(oneOf: Feature.allCases.map(\.rawValue))
    static let integrationFrequency = JSONShape.text(oneOf: SyncFrequency.allCases.map(\.word))

    static let integrationShape = JSONShape.object([
        ("name", .text), ("tenantId", .text), ("tenantName", .optional(.text)), ("clientId", .text),
        ("credential", .text(oneOf: Integration.CredentialKind.allCases.map(\.rawValue))),
        ("status", .text(oneOf: Integration.Status.allCases.map(\.rawValue))), ("statusDetail", .optional(.text)),
        ("mode", .text(oneOf: Integration.Mode.allCases.map(\.rawValue))), ("features", .list(integrationFeature)),
        ("syncFrequency", integrationFrequency), ("lastSync", .optional(.moment)), ("lastScan", .optional(.moment)),
        ("nextSync", .optional(.moment)), ("running", .optional(.text(oneOf: ["scan", "sync", "judging", "labels"]))),
        ("granted", .optional(.list(.text))), ("missing", .optional(.list(.text))), ("failures", .integer(minimum: 0)),
        ("dlpProfiles", .list(.text)), ("graphUrl", .text), ("loginUrl", .text),
    ])

    static let listIntegrations = Operation(
        id: "listIntegrations", tag: "integrations", summary: "Every integration and how it is.",
        description: "Where nobody has asked Microsoft yet, granted and missing are null.",
        parameters: [.limit, .cursor], answers: [200: .page(of: integrationShape)])
    private static let credentialMembers: [(String, JSONShape)] = [
        ("clientSecret", .optional(.text)), ("certificate", .optional(.text)), ("refreshToken", .optional(.text)),
    ]
    static let addIntegration = Operation(
        id: "addIntegration", tag: "integrations",
        summary: "Connects a tenant with an app registration's own credential; its first sync begins.",
        description:
            "A client secret or a certificate (PEM text with certificate and private key); a refresh token makes it delegated: it sees only what the person who signed in may see. Administrator consent is given in Microsoft's pages. No answer repeats a credential. It is tried first: what Microsoft refuses is not connected (422). Where Microsoft cannot be asked, or the consent is missing, it is, and test says why it does not work yet.",
        body: .object(
            [
                ("name", .text(maxLength: 64)), ("tenantId", .text(format: "uuid")),
                ("clientId", .text(format: "uuid")),
                ("cloud", .optional(.text(oneOf: GraphEndpoint.Cloud.allCases.map(\.rawValue)))),
                ("mode", .optional(.text(oneOf: Integration.Mode.allCases.map(\.rawValue)))),
                ("syncFrequency", .optional(integrationFrequency)), ("features", .optional(.list(integrationFeature))),
                ("dlpProfiles", .optional(.list(.text))),
            ] + credentialMembers, required: ["name", "tenantId", "clientId"]),
        answers: [201: testedShape, 409: .named("Problem")])
    static let renewCredential = Operation(
        id: "renewCredential", tag: "integrations",
        summary: "Gives an integration another credential; what was read stays.",
        description:
            "It is tried first: what Microsoft refuses is not kept (422). Where Microsoft cannot be asked, or the consent is missing, it is kept, and test says why it does not work yet. A refresh token makes an integration that signs in as itself a limited, delegated one, so delegated has to say that this is meant.",
        parameters: [name], body: .object(credentialMembers + [("delegated", .optional(.flag))], required: []),
        answers: [200: testedShape]
    ).tagged.guarded
    private static let testedShape: JSONShape = {
        guard case .object(let members, _) = integrationShape else { return integrationShape }
        return .object(
            members + [
                ("test", .object([("works", .flag), ("code", .optional(.text)), ("sentence", .optional(.text))]))
            ])
    }()
    static let testIntegration = Operation(
        id: "testIntegration", tag: "integrations", summary: "Signs in and reads the organization, nothing else.",
        description: "Where Microsoft refuses, code and sentence say why.", parameters: [name],
        answers: [
            200: .object([
                ("works", .flag), ("tenantName", .optional(.text)), ("granted", .optional(.list(.text))),
                ("code", .optional(.text)), ("sentence", .optional(.text)),
            ])
        ])
    static let readLabels = Operation(
        id: "readLabels", tag: "integrations", summary: "Begins to read the sensitivity labels in the background.",
        parameters: [name], answers: [202: integrationShape, 409: .named("Problem")])
    static let stopIntegration = Operation(
        id: "stopIntegration", tag: "integrations",
        summary: "Stops what runs; what was read is kept, and the next run goes on from there.", parameters: [name],
        answers: [200: integrationShape])
    static let getIntegration = Operation(
        id: "getIntegration", tag: "integrations", summary: "One integration, without its secret.",
        parameters: [name], answers: [200: integrationShape]
    ).tagged
    static let listRuns = Operation(
        id: "listRuns", tag: "integrations", summary: "Its latest syncs and scans, newest first.",
        description:
            "One that was stopped, or that Reeve's own end cut off, has the outcome cutOff and no finishedAt; where it is the newest, the next run of its kind goes on from there.",
        parameters: [name],
        answers: [
            200: .page(
                of: .object([
                    ("number", .integer(minimum: 1)), ("kind", .text(oneOf: ["scan", "sync"])),
                    ("outcome", .text(oneOf: RunOutcome.allCases.map(\.rawValue))), ("startedAt", .moment),
                    ("finishedAt", .optional(.moment)), ("requests", .integer(minimum: 0)), ("isFull", .flag),
                    ("opened", .integer(minimum: 0)), ("resolved", .integer(minimum: 0)),
                ]))
        ])
    static let changeIntegration = Operation(
        id: "changeIntegration", tag: "integrations", summary: "How often it is read.", parameters: [name],
        body: .object([("syncFrequency", integrationFrequency)]), answers: [200: integrationShape]
    ).tagged.guarded
    static let pauseIntegration = Operation(
        id: "pauseIntegration", tag: "integrations", summary: "Reads nothing until it is resumed.",
        parameters: [name], answers: [200: integrationShape])
    static let resumeIntegration = Operation(
        id: "resumeIntegration", tag: "integrations", summary: "Reads it again.", parameters: [name],
        answers: [200: integrationShape])
    static let scanIntegration = Operation(
        id: "scanIntegration", tag: "integrations", summary: "Begins a scan in the background.", parameters: [name],
        answers: [202: integrationShape, 409: .named("Problem")])
    static let syncIntegration = Operation(
        id: "syncIntegration", tag: "integrations", summary: "Begins a sync of its directory in the background.",
        parameters: [name], answers: [202: integrationShape, 409: .named("Problem")])
    static let removeIntegration = Operation(
        id: "removeIntegration", tag: "integrations",
        summary: "Removes it with everything that was read through it.",
        parameters: [
            name,
            .query(
                "protected", .text(oneOf: ["keep", "drop"]),
                "What becomes of the protected people of its directory; needed where there are any."),
        ], answers: [204: nil]
    ).guarded
}
