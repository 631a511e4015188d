import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension Operation {
    private static let secondaryShape = JSONShape.object(
        [("address", .text), ("expires", .optional(.moment)), ("needsAuthentication", .flag)], required: ["address"])
    static let protectionShape = JSONShape.object([
        ("id", .text), ("kind", .text(oneOf: Protection.Kind.allCases.map(\.rawValue))), ("name", .text),
        ("directory", .optional(.text)), ("standing", .text(oneOf: ProtectedEntry.Standing.allCases.map(\.rawValue))),
        ("emails", .list(.text)), ("pattern", .optional(.text)), ("secondaryEmails", .list(secondaryShape)),
        ("reasons", .list(.text)), ("comment", .optional(.text)), ("expires", .optional(.moment)),
    ])
    private static let comment = JSONShape.optional(.text(maxLength: FreeText.mostOfComment))
    private static let personBody = JSONShape.object(
        [
            ("name", .optional(.text(maxLength: 256))), ("emails", .list(.text)), ("pattern", .optional(.text)),
            ("secondaryEmails", .list(.text)), ("comment", comment), ("expires", .optional(.text)),
        ], required: [])
    private static let id = Parameter.path("id", .text, "The id that the list gives: `user.1.87d349ed…`.")

    static let filterOfPeople: [Parameter] = [
        .query("directory", .text, "A directory's name, or local for people typed in."),
        .query("text", .text, "A part of a name, an address or a job title, in any case."),
    ]

    static let listProtections = Operation(
        id: "listProtections", tag: "protections", summary: "The Business Email Compromise list.",
        parameters: filterOfPeople + [.limit, .cursor], answers: [200: .page(of: protectionShape)])
    static let showProtection = Operation(
        id: "showProtection", tag: "protections", summary: "One person of the list.", parameters: [id],
        answers: [200: protectionShape]
    ).tagged
    static let addProtection = Operation(
        id: "addProtection", tag: "protections", summary: "Protects a user, a group or a person typed in.",
        description:
            "Either directory and user (by id or address) or group (by id, name or address); or name with emails or pattern.",
        body: .object(
            [
                ("directory", .optional(.text)), ("user", .optional(.text)), ("group", .optional(.text)),
                ("name", .optional(.text(maxLength: 256))), ("emails", .list(.text)), ("pattern", .optional(.text)),
                ("secondaryEmails", .list(.text)), ("comment", comment), ("expires", .optional(.text)),
            ], required: []),
        answers: [201: .object([("id", .text), ("name", .text)])])
    static let changeProtection = Operation(
        id: "changeProtection", tag: "protections", summary: "Changes a person of the list.",
        description: "Of users of a directory only secondaryEmails can be changed.", parameters: [id], body: personBody,
        answers: [200: protectionShape]
    ).tagged.guarded
    static let removeProtection = Operation(
        id: "removeProtection", tag: "protections", summary: "Takes an entry off the list.", parameters: [id],
        answers: [204: nil]
    ).guarded
}

extension WebServer {
    var protectionAPI: [Route] {
        [
            .api(.get, "/api/v1/protections", for: .viewer, .listProtections, listProtections),
            .api(.post, "/api/v1/protections", for: .analyst, .addProtection, addProtection),
            .api(.get, "/api/v1/protections/{id}", for: .viewer, .showProtection, showProtection),
            .api(.patch, "/api/v1/protections/{id}", for: .analyst, .changeProtection, changeOneProtection),
            .api(.delete, "/api/v1/protections/{id}", for: .analyst, .removeProtection, removeProtection),
        ]
    }

    /// What a client says of a person.
    private struct PersonBody: Decodable {
        var directory: String?
        var user: String?
        var group: String?
        var name: String?
        var emails: [String]?
        var pattern: String?
        var secondaryEmails: [String]?
        var comment: String?
        var expires: String?

        func draft(over row: ProtectedList.Row? = nil) throws -> ProtectEdit.Draft {
            var draft = ProtectEdit.Draft()
            draft.name = name ?? row?.entry.person.name ?? ""
            draft.pattern = pattern ?? (emails == nil ? row?.entry.person.addressPatterns.first : nil)
            draft.emails = emails ?? row?.entry.person.addresses ?? []
            draft.secondary =
                try secondaryEmails?.map { try ProtectWords.secondaryEmail($0) } ?? row?.entry.person.secondaryEmails
                ?? []
            draft.comment = comment ?? row?.entry.comment
            draft.expires = row?.entry.expires
            if let expires {
                guard let moment = ProtectWords.moment(expires) else { throw ProtectError.badDate(expires) }
                draft.expires = moment
            }
            return draft
        }
    }

    /// Runs a change; what the words of a person make impossible is a 422.
    private func change<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as ProtectError {
            throw Problem(.unprocessableContent, sentence("\(error)"))
        }
    }

    func listProtections(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = try PageRequest<Turn<ProtectedList.Position>>(request)
        let (directory, text) = try askedPeople(request)
        let slice = try ProtectedList(store: store, asOf: now(), keeping: members)
            .page(directory: directory, text: text, asked.seek(), limit: asked.limit)
        return Response.json(slice.document(Self.document, \.position))
    }

    private func protectedRow(_ context: WebContext) throws -> ProtectedList.Row {
        guard let key = Protection.Key(try context.part("id")),
            let row = try ProtectedList(store: store, asOf: now()).row(key)
        else { throw Problem(.notFound, "Nobody of that id is protected.") }
        return row
    }

    func showProtection(_ request: Request, _ context: WebContext) async throws -> Response {
        let document = Self.document(try protectedRow(context))
        return Response.json(document, tag: EntityTag(of: document))
    }

    func addProtection(_ request: Request, _ context: WebContext) async throws -> Response {
        let body = try await decode(PersonBody.self, request, context)
        let edit = ProtectEdit(store: store, try deed(context))
        guard body.user != nil || body.group != nil else {
            let entry = try change { try edit.keep(try body.draft()) }
            return made(entry.key, entry.name)
        }
        guard let name = body.directory, let integration = try store.integration(named: name) else {
            throw Problem(.unprocessableContent, "\"directory\" has to name the directory of the user or group.")
        }
        let expires = try change { try body.draft().expires }
        let (users, groups) = try change { try edit.ids(user: body.user, group: body.group, of: integration) }
        let made = try change {
            try edit.protect(users: users, groups: groups, of: integration, comment: body.comment, expires: expires)
        }
        guard let protected = (made.names + made.unchanged).first, let id = users.first ?? groups.first else {
            throw Problem(.unprocessableContent, "The directory has nobody of that id.")
        }
        return self.made(.init(integration: integration.id, kind: users.isEmpty ? .group : .user, id: id), protected)
    }

    private func made(_ key: Protection.Key, _ name: String) -> Response {
        Response.json(.object([("id", .text(key.text)), ("name", .text(name))]), status: .created)
    }

    func changeOneProtection(_ request: Request, _ context: WebContext) async throws -> Response {
        let row = try protectedRow(context)
        let body = try await decode(PersonBody.self, request, context)
        let edit = ProtectEdit(store: store, try deed(context))
        var key = row.key
        let tag = { EntityTag(of: Self.document(try protectedRow(context))) }
        try changeTurn.take(request, tag) {
            try change {
                if row.key.integration == nil {
                    key = try edit.keep(try body.draft(over: row), as: row.key).key
                    return
                }
                guard body.name == nil, body.emails == nil, body.pattern == nil else {
                    throw Problem(
                        .unprocessableContent,
                        "The directory says the name and the addresses; only secondaryEmails can be changed.")
                }
                let secondary = try (body.secondaryEmails ?? []).map { try ProtectWords.secondaryEmail($0) }
                try edit.setSecondary(secondary, of: row.key, named: row.entry.person.name)
            }
        }
        guard let changed = try ProtectedList(store: store, asOf: now()).row(key) else {
            throw Problem(.notFound, "Nobody of that id is protected.")
        }
        let document = Self.document(changed)
        return Response.json(document, tag: EntityTag(of: document))
    }

    func removeProtection(_ request: Request, _ context: WebContext) async throws -> Response {
        let edit = ProtectEdit(store: store, try deed(context))
        guard let key = Protection.Key(try context.part("id")),
            try !changeTurn.take(
                request, { EntityTag(of: Self.document(try protectedRow(context))) }, { try edit.remove([key]) }
            ).steps.isEmpty
        else { throw Problem(.notFound, "Nobody of that id is listed directly.") }
        return Response(status: .noContent)
    }

    private static func document(_ row: ProtectedList.Row) -> OrderedJSON {
        let person = row.entry.person
        let secondary = person.secondaryEmails.map { email in
            OrderedJSON.object([
                ("address", .text(email.address)), ("expires", .optional(email.expires.map(ProtectWords.lastMoment))),
                ("needsAuthentication", .flag(email.needsAuthentication)),
            ])
        }
        return .object([
            ("id", .text(row.key.text)), ("kind", .text(row.key.kind.rawValue)), ("name", .text(person.name)),
            ("directory", .optional(row.entry.directory)), ("standing", .text(row.entry.standing.rawValue)),
            ("emails", .texts(person.addresses)), ("pattern", .optional(person.addressPatterns.first)),
            ("secondaryEmails", .list(secondary)), ("reasons", .texts(person.reasons)),
            ("comment", .optional(row.entry.comment)),
            ("expires", .optional(row.entry.expires.map(ProtectWords.lastMoment))),
        ])
    }
}
