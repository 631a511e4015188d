import Flows
import Model
import Report
import Store

/// What the API's description says of data loss prevention.
extension Operation {
    private static let profileName = Parameter.path("name", .text, "The profile's name, in any letter case.")
    private static let confidence = JSONShape.text(oneOf: Match.Confidence.allCases.map(\.rawValue))

    private static let entryMembers: [(String, JSONShape)] = [
        ("id", .text), ("title", .text), ("kind", .text(oneOf: ContentEntry.Kind.allCases.map(\.rawValue))),
        ("group", .text), ("note", .text), ("isDeleted", .flag),
    ]

    private static let profileShape = JSONShape.object([
        ("name", .text), ("origin", .text(oneOf: ["predefined", "integration", "custom"])),
        ("integration", .optional(.text)), ("minimumConfidence", confidence), ("allowedMatches", .integer(minimum: 0)),
        ("together", .integer(minimum: 1)), ("usesContext", .flag), ("integrations", .list(.text)),
        ("changedBy", .optional(.text)), ("changedAt", .optional(.moment)),
        ("entries", .list(.object(entryMembers + [("isOn", .flag)]))),
    ])

    private static func profileBody(required: [String]) -> JSONShape {
        .object(
            [
                ("name", .text(maxLength: CustomEntry.Limits.nameLength)), ("entries", .list(.text)),
                ("minimumConfidence", .optional(confidence)),
                ("allowedMatches", .optional(.integer(minimum: 0, maximum: ContentProfile.Limits.allowed))),
                ("together", .optional(.integer(minimum: 1, maximum: ContentProfile.Limits.together))),
                ("usesContext", .optional(.flag)),
            ], required: required)
    }

    static let listProfiles = Operation(
        id: "listProfiles", tag: "dlp", summary: "DLP profiles: predefined, of labels, and your own.",
        parameters: [.limit, .cursor],
        answers: [200: .page(of: profileShape)])
    static let getProfile = Operation(
        id: "getProfile", tag: "dlp", summary: "One profile with its entries.", parameters: [profileName],
        answers: [200: profileShape]
    ).tagged
    static let addProfile = Operation(
        id: "addProfile", tag: "dlp", summary: "Makes a profile.", body: profileBody(required: ["name", "entries"]),
        answers: [201: profileShape, 409: .named("Problem")])
    static let changeProfile = Operation(
        id: "changeProfile", tag: "dlp", summary: "Changes a profile of your own; what is not said stays.",
        description: "Integrations that use it go on using it under a new name.", parameters: [profileName],
        body: profileBody(required: []), answers: [200: profileShape, 409: .named("Problem")]
    ).tagged.guarded
    static let setProfileEntries = Operation(
        id: "setProfileEntries", tag: "dlp", summary: "Says which entries of a profile are on; all others are off.",
        parameters: [profileName], body: .object([("on", .list(.text))]), answers: [200: profileShape]
    ).tagged.guarded
    static let removeProfile = Operation(
        id: "removeProfile", tag: "dlp", summary: "Removes a profile of your own that no integration uses.",
        parameters: [profileName], answers: [204: nil]
    ).guarded.refusable
    static let listEntries = Operation(
        id: "listEntries", tag: "dlp", summary: "Everything that a profile may look for.",
        parameters: [.limit, .cursor],
        answers: [200: .page(of: .object(entryMembers))])
    static let getEntry = Operation(
        id: "getEntry", tag: "dlp", summary: "One thing that a profile may look for.",
        description:
            "content is what somebody wrote into an entry of their own; null for what comes with Reeve, for labels, and for who may not change entries. Of tables and documents there are the names.",
        parameters: [.path("id", .text, "Its id.")], answers: [200: ownEntryShape]
    ).tagged
    private static let ownEntryShape = JSONShape.object(entryMembers + [("content", .optional(entryContent))])
    private static let entryContent = entryContent(required: nil)
    /// - Parameter required: nil for all of its members.
    private static func entryContent(required: [String]?) -> JSONShape {
        .object(
            [
                ("expression", .optional(.text)), ("words", .optional(.list(.text))),
                (
                    "table",
                    .optional(
                        .object(
                            [
                                ("primary", .optional(.text)), ("columns", .list(.text)),
                                ("supporting", .integer(minimum: 0)),
                            ], required: required))
                ), ("documents", .optional(.list(.text))), ("percent", .optional(.integer(minimum: 10, maximum: 100))),
                ("caseCounts", .flag), ("exclusionWords", .list(.text)), ("raising", .list(.text)),
                ("lowering", .list(.text)), ("changedBy", .text), ("changedAt", .moment),
            ], required: required)
    }
    static let changeEntry = Operation(
        id: "changeEntry", tag: "dlp", summary: "Changes an entry of your own; what is not said stays.",
        description:
            "At most one of expression, words, table and documents, and of the kind that it is. What is given takes the place of all that was there. The answer of getEntry can be sent back: title stands for name, the members of content for those beside it; id, kind, group, note, isDeleted, changedBy and changedAt are not looked at.",
        parameters: [.path("id", .text, "Its id or name.")],
        body: entryBody(
            required: [], and: entryMembers + [("content", .optional(entryContent(required: [])))]),
        answers: [
            200: .object(entryMembers + [("content", .optional(entryContent)), ("rows", .optional(tableRows))]),
            409: .named("Problem"),
        ]
    ).tagged.guarded
    private static let leftOut = JSONShape.object([
        ("rows", .integer(minimum: 0)), ("lines", .list(.integer(minimum: 1))),
    ])
    /// What became of the rows of a table.
    private static let tableRows = JSONShape.object([
        ("hashed", .integer(minimum: 0)), ("withoutPrimary", .integer(minimum: 0)), ("uneven", leftOut),
        ("withoutOthers", leftOut),
    ])
    static let addEntry = Operation(
        id: "addEntry", tag: "dlp", summary: "Makes an entry: an expression, words, exact data or documents.",
        description:
            "Exactly one of expression, words, table and documents. Of tables and documents keyed hashes are kept. rows says of a table how many rows were hashed and how many were left out: those of more or fewer cells than the header (uneven), without any other cell than the primary one (withoutOthers), each with the lines of the first ten, and those without a usable primary cell.",
        body: entryBody(required: ["name"]),
        answers: [201: .object(entryMembers + [("rows", .optional(tableRows))]), 409: .named("Problem")])

    private static func entryBody(required: [String], and others: [(String, JSONShape)] = []) -> JSONShape {
        .object(
            [
                ("name", .text(maxLength: CustomEntry.Limits.nameLength)),
                ("expression", .optional(.text(maxLength: CustomEntry.Limits.expressionLength))),
                ("words", .optional(.list(.text))),
                (
                    "table",
                    .optional(
                        .object(
                            [
                                ("csv", .text), ("primary", .text), ("columns", .optional(.list(.text))),
                                ("supporting", .optional(.integer(minimum: 0))),
                            ], required: ["csv", "primary"]))
                ),
                ("documents", .optional(.list(.object([("name", .text), ("text", .text)])))),
                ("percent", .optional(.integer(minimum: 10, maximum: 100))), ("caseCounts", .optional(.flag)),
                ("exclusionWords", .optional(.list(.text))), ("raising", .optional(.list(.text))),
                ("lowering", .optional(.list(.text))),
            ] + others, required: required)
    }
    static let removeEntry = Operation(
        id: "removeEntry", tag: "dlp", summary: "Removes an entry of your own that no profile has.",
        parameters: [.path("id", .text, "Its id or name.")], answers: [204: nil]
    ).guarded.refusable
    static let attachProfiles = Operation(
        id: "attachProfiles", tag: "dlp", summary: "Says which profiles an integration uses.",
        description:
            "withoutEntries are those of which no entry is on: nothing is looked for with them. ofOtherTenants are labels of other tenants than the integration's: files that bear those are found with them, and none that bear its own.",
        parameters: [.path("name", .text, "The integration's name.")],
        body: .object([("profiles", .list(.text))]),
        answers: [
            200: .object([
                ("profiles", .list(.text)), ("withoutEntries", .list(.text)), ("ofOtherTenants", .list(.text)),
            ])
        ]
    ).tagged.guarded
    private static let triedLabel = JSONShape.object([
        ("id", .text), ("tenant", .optional(.text)), ("name", .optional(.text)), ("integration", .optional(.text)),
        ("isForeign", .optional(.flag)),
    ])
    static let testText = Operation(
        id: "testText", tag: "dlp", summary: "What a scan would find in a text or a document. Nothing of it is kept.",
        description:
            "Give text or document, whose content is base64 (RFC 4648) of 8 MB at most. Matches that would not count are told as well; missing says what they lack: sureness (confidence), other entries close by (together), or more different values in the document than are allowed (number). likeness is how much of one of an entry's documents the text holds, in percent; null for other entries. isForeign of a label says that its tenant is not connected; it is null where nobody can tell. Offsets are bytes of UTF-8 in the part of the document. status says whether it was read whole.",
        body: .object(
            [
                ("text", .optional(.text)),
                ("document", .optional(.object([("name", .text), ("content", .text)]))),
                ("profile", .optional(.text)),
            ], required: []),
        answers: [
            200: .object([
                (
                    "matches",
                    .list(
                        .object([
                            ("detector", .text), ("entry", .text), ("title", .text), ("start", .integer(minimum: 0)),
                            ("end", .integer(minimum: 0)), ("confidence", confidence), ("match", .text),
                            ("isSample", .flag), ("counts", .flag),
                            ("missing", .optional(.text(oneOf: ContentTrial.Miss.words))), ("raisedBy", .list(.text)),
                            ("loweredBy", .list(.text)), ("part", .text), ("place", .optional(.text)),
                            ("likeness", .optional(.integer(minimum: 0))),
                        ]))
                ), ("isCut", .flag), ("status", .text), ("detail", .optional(.text)), ("labels", .list(triedLabel)),
            ])
        ])

    private static let labelShape = JSONShape.object([
        ("integration", .text), ("id", .text), ("name", .optional(.text)), ("path", .text),
        ("parentId", .optional(.text)), ("priority", .optional(.integer)),
        ("status", .text(oneOf: KeptLabel.Status.allCases.map(\.rawValue))), ("hasProtection", .optional(.flag)),
        ("isPreview", .flag), ("entry", .text),
        ("formerNames", .list(.object([("name", .text), ("since", .moment), ("until", .moment)]))),
        ("firstSeen", .moment), ("deletedAt", .optional(.moment)),
    ])

    static let listLabels = Operation(
        id: "listLabels", tag: "dlp", summary: "Sensitivity labels with former names, deleted ones too.",
        description:
            "`readings` says how far the labels of each integration are known: unread, ok, preview (the beta list), denied, throttled or error.",
        parameters: [.query("integration", .text, "Only of this integration."), .limit, .cursor],
        answers: [
            200: .object([
                ("items", .list(labelShape)),
                (
                    "readings",
                    .list(
                        .object([
                            ("integration", .text), ("state", .text), ("detail", .optional(.text)),
                            ("at", .optional(.moment)),
                        ]))
                ), ("next", .optional(.text)),
            ])
        ])
}
