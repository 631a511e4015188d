import Flows
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension Operation {
    private static let directoryName = Parameter.path("name", .text, "The directory's name.")
    private static let filters: [Parameter] = [
        .query("text", .text, "A part of a name or an address, in any case."),
        .query(
            "protected", .text(oneOf: ["yes", "no"]), "Users: protected at the moment. Groups: on the list themselves."),
        .limit, .cursor,
    ]
    private static let reasons = JSONShape.list(.text)
    static let userShape = JSONShape.object([
        ("id", .text), ("name", .text), ("address", .optional(.text)), ("isGuest", .flag),
        ("isEnabled", .optional(.flag)),
        ("isProtected", .flag), ("reasons", reasons),
    ])
    static let groupShape = JSONShape.object([
        ("id", .text), ("name", .text), ("address", .optional(.text)),
        ("form", .text(oneOf: ["microsoft365", "mailEnabledSecurity", "distribution", "security", "other"])),
        ("members", .integer(minimum: 0)), ("protectedMembers", .integer(minimum: 0)), ("isCut", .flag),
        ("isProtected", .flag), ("reasons", reasons),
    ])

    static let listDirectories = Operation(
        id: "listDirectories", tag: "directories", summary: "The directories, by name: one an integration.",
        description:
            "users and groups are null where nothing was read yet. Nobody counts for ever: \(countedAtMost) stands for that many or more.",
        parameters: [.limit, .cursor],
        answers: [
            200: .page(
                of: .object([
                    ("name", .text), ("users", .optional(.integer(minimum: 0))),
                    ("groups", .optional(.integer(minimum: 0))), ("protected", .integer(minimum: 0)),
                    ("lastSync", .optional(.moment)),
                ]))
        ])
    static let listDirectoryUsers = Operation(
        id: "listDirectoryUsers", tag: "directories", summary: "The users of a directory, by name.",
        parameters: [
            directoryName, .query("guests", .text(oneOf: ["yes"]), "Guests only."),
            .query("disabled", .text(oneOf: ["yes"]), "Disabled accounts only."),
        ] + filters,
        answers: [200: .page(of: userShape)])
    static let listDirectoryGroups = Operation(
        id: "listDirectoryGroups", tag: "directories", summary: "The groups of a directory, by name.",
        description:
            "Members are users inside, through nested groups; where isCut is true there are more than were counted.",
        parameters: [directoryName] + filters, answers: [200: .page(of: groupShape)])
    static let listMembers = Operation(
        id: "listMembers", tag: "directories", summary: "The direct members of a group.",
        parameters: [directoryName, .path("id", .text, "The group's id.")],
        answers: [
            200: .object([
                ("groups", .list(groupShape)), ("users", .list(userShape)), ("others", .optional(.integer(minimum: 0))),
            ])
        ])
}

extension WebServer {
    func directories(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = try PageRequest<Turn<ListPlace>>(request)
        let page = try store.integrations().page(asked.seek(), limit: asked.limit, id: \.name)
        let items = try page.elements.map(\.element).map { integration -> OrderedJSON in
            let sizes = try directorySizes(integration)
            let read = try store.runs(integration.id, limit: 1).first?.finishedAt
            let protected = try members.protectedUsers(of: integration.id, in: store, at: now(), upTo: countedAtMost)
            func size(_ number: Int) -> OrderedJSON { read == nil ? .null : .number(number) }
            return .object([
                ("name", .text(integration.name)), ("users", size(sizes.users.number)),
                ("groups", size(sizes.groups.number)), ("protected", .number(protected)), ("lastSync", .optional(read)),
            ])
        }
        return Response.json(.object([("items", .list(items)), ("next", .optional(page.next(\.place)))]))
    }

    func directoryList(_ request: Request, _ context: WebContext, isOfUsers: Bool) throws -> Response {
        let integration = try askedIntegration(context)
        var filter = DirectoryListing.Filter()
        filter.kind = isOfUsers ? (request.asked("guests") == "yes" ? .guests : .users) : .groups
        filter.onlyDisabled = isOfUsers && request.asked("disabled") == "yes"
        filter.text = request.asked("text")
        filter.protected = try request.asked("protected", as: DirectoryFilter.Protected.self)
        let asked = try PageRequest<Turn<DirectoryListing.Position>>(request)
        let slice = try DirectoryListing(store: store, of: integration, asOf: now(), keeping: members)
            .page(filter, asked.seek(), limit: asked.limit)
        return Response.json(slice.document(Self.document, \.position))
    }

    func groupMembers(_ request: Request, _ context: WebContext) async throws -> Response {
        let listing = DirectoryListing(
            store: store, of: try askedIntegration(context), asOf: now(), keeping: members)
        guard let group = try listing.group(try context.part("id")) else {
            throw Problem(.notFound, "The directory has no group of that id.")
        }
        let inside = try listing.members(ofGroup: group.id, limit: 1000)
        func documents(_ isWanted: (DirectoryListing.Row) -> Bool) -> OrderedJSON {
            .list(inside.rows.filter(isWanted).map(Self.document))
        }
        return Response.json(
            .object([
                ("groups", documents { if case .group = $0.subject { true } else { false } }),
                ("users", documents { if case .user = $0.subject { true } else { false } }),
                ("others", .optional(inside.others)),
            ]))
    }

    static func document(_ row: DirectoryListing.Row) -> OrderedJSON {
        switch row.subject {
        case .user(let user, let standing):
            let reasons = (standing.entry?.reasons.map(\.text) ?? []) + standing.groups.map { "group:\($0)" }
            return .object([
                ("id", .text(user.id)), ("name", .text(user.name)),
                ("address", .optional(user.mailboxAddresses.first?.description ?? user.userPrincipalName)),
                ("isGuest", .flag(user.isGuest)), ("isEnabled", user.accountEnabled.map { .flag($0) } ?? .null),
                ("isProtected", .flag(standing.isProtected)), ("reasons", .texts(reasons)),
            ])
        case .group(let group, let standing):
            let reasons = (standing.entry?.reasons.map(\.text) ?? []) + standing.groups.map { "group:\($0)" }
            return .object([
                ("id", .text(group.id)), ("name", .text(group.name)), ("address", .optional(group.mail)),
                ("form", .text(group.form.rawValue)), ("members", .number(standing.members)),
                ("protectedMembers", .number(standing.protected)), ("isCut", .flag(standing.isCut)),
                ("isProtected", .flag(standing.entry != nil || !standing.groups.isEmpty)), ("reasons", .texts(reasons)),
            ])
        }
    }
}
