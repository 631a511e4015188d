import Flows
import Foundation
import Hummingbird
import Model
import Posture
import Store

/// What a list of findings was asked for, as it stands in the address.
struct FindingRequest {
    var query = FindingQuery()
    /// The integration's name.
    var integration: String?

    /// - Throws: `Problem` 400 for a value that no list knows.
    init(_ request: Request, _ server: WebServer, tab: FindingTab? = .posture) throws {
        let given = AddressQuery(request)
        let integrations = try server.store.integrations()
        integration = try server.scope(request, amongAll: integrations)?.name
        query.integration = integrations.first { $0.name == integration }?.id
        query.tab = try given.one("tab", of: FindingTab.self) ?? tab
        query.severities = try given.all("severity", of: Severity.self)
        query.families = try given.all("category", of: Check.Family.self)
        query.age = try given.one("since", of: FindingQuery.Age.self)
        query.text = given.text("q")
        query.endsBefore = try given.endsBefore(server.now())
        query.owner = given.text("owner").map { $0 == "nobody" ? .nobody : .person($0) }
        if let sort = given.text("sort") {
            let name = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
            guard let known = FindingQuery.Sort(rawValue: name) else { throw AddressQuery.unknown("sort", sort) }
            query.sort = known
            query.isReversed = sort.hasPrefix("-")
        }
    }

    /// The values of the address, with some changed; nil takes one out.
    func values(_ changes: [String: String?] = [:]) -> [(String, String?)] {
        let sort = (query.isReversed ? "-" : "") + query.sort.rawValue
        var values: [(String, String?)] = [
            ("integration", integration), ("tab", query.tab == .posture ? nil : query.tab?.rawValue),
            ("q", query.text), ("owner", query.owner?.text), ("since", query.age?.rawValue),
            ("ends", query.endsBefore == nil ? nil : AddressQuery.week),
            ("sort", sort == "severity" ? nil : sort),
        ]
        values += query.severities.map { ("severity", $0.rawValue) }
        values += query.families.map { ("category", $0.rawValue) }
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
            values.removeAll { $0.0 == name }
            values.append((name, value))
        }
        return values
    }

    func link(_ changes: [String: String?] = [:]) -> Link { Link("/findings", values(changes)) }
}

extension FindingQuery.Owner {
    var text: String {
        switch self {
        case .nobody: "nobody"
        case .person(let name): name
        }
    }
}

/// The values of an address, each checked.
struct AddressQuery {
    private let request: Request
    init(_ request: Request) { self.request = request }

    /// The value without blanks around it; nil where there is none.
    func text(_ name: String) -> String? {
        guard let value = request.uri.queryParameters[Substring(name)].map(String.init) else { return nil }
        let trimmed = value.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? nil : String(trimmed.prefix(500))
    }

    func texts(_ name: String) -> [String] {
        request.uri.queryParameters.getAll(name).map { String($0) }.filter { !$0.isEmpty }
    }

    func one<Value: RawRepresentable<String>>(_ name: String, of type: Value.Type) throws -> Value? {
        guard let text = text(name) else { return nil }
        guard let value = Value(rawValue: text) else { throw Self.unknown(name, text) }
        return value
    }

    func all<Value: RawRepresentable<String>>(_ name: String, of type: Value.Type) throws -> [Value] {
        try texts(name).map { text in
            guard let value = Value(rawValue: text) else { throw Self.unknown(name, text) }
            return value
        }
    }

    /// A day, `2026-11-21`, as its first moment (UTC).
    func day(_ name: String) throws -> Date? {
        guard let text = text(name) else { return nil }
        guard let end = ProtectWords.moment(text), text.count == 10 else { throw Self.unknown(name, text) }
        return end.addingTimeInterval(-86_400)
    }

    static let week = "7d"

    /// `ends=7d`: exceptions that end within seven days, counted as the overview counts them.
    func endsBefore(_ now: Date) throws -> Date? {
        guard let text = text("ends") else { return nil }
        guard text == Self.week else { throw Self.unknown("ends", text, "it is \(Self.week), or left out") }
        return now.addingTimeInterval(7 * 86_400)
    }

    /// - Parameter form: what it would have to be.
    static func unknown(_ name: String, _ value: String, _ form: String? = nil) -> Problem {
        Problem(.badRequest, "\(name) cannot be \"\(String(value.prefix(60)))\"\(form.map { "; \($0)" } ?? "").")
    }
}

extension WebServer {
    /// The findings that are chosen one by one, `f=INTEGRATION:CHECK`; an integration's number stands for its name.
    /// - Throws: `Problem` 400 for what is no finding.
    func chosenFindings(_ request: Request) throws -> Set<Finding.Key> {
        let texts = AddressQuery(request).texts("f")
        guard !texts.isEmpty else { return [] }
        let ids = Dictionary(
            try store.integrations().map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
        return Set(
            try texts.map { text in
                let colon = text.lastIndex(of: ":")
                let named = colon.flatMap { ids[String(text[..<$0])] }
                guard let colon,
                    let key = named.map({ Finding.Key(integration: $0, check: String(text[colon...].dropFirst())) })
                        ?? Finding.Key(text), try store.finding(key) != nil
                else {
                    throw AddressQuery.unknown(
                        "f", text, "a finding is named by its integration and its check: contoso:domain-spf-missing")
                }
                return key
            })
    }

    /// The instances that are chosen one by one, `i=INTEGRATION:FINGERPRINT`, in the order in which they are named, each once; an integration's
    /// number stands for its name.
    /// - Throws: `Problem` 400 for what is no instance.
    func chosenInstances(_ request: Request) throws -> [Instance] {
        let texts = AddressQuery(request).texts("i")
        guard !texts.isEmpty else { return [] }
        guard texts.count <= Self.mostChosen else {
            throw Problem(.badRequest, "i can be given \(Self.mostChosen) times at most; filters choose more.")
        }
        let ids = Dictionary(
            try store.integrations().map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<Finding.Key> = []
        return try texts.compactMap { text in
            guard let colon = text.lastIndex(of: ":"), Self.isFingerprint(text[colon...].dropFirst()) else {
                throw AddressQuery.unknown(
                    "i", text,
                    "an instance is named by its integration and its fingerprint, 32 hexadecimal digits: contoso:0123456789abcdef0123456789abcdef"
                )
            }
            let fingerprint = String(text[colon...].dropFirst())
            guard
                let key = ids[String(text[..<colon])].map({ Finding.Key(integration: $0, check: fingerprint) })
                    ?? Finding.Key(text)
            else { throw Problem(.notFound, "There is no integration of that name.") }
            guard let found = try store.instance(key.check, of: key.integration) else {
                throw Problem(.notFound, "There is no instance \(text): it may have been removed.")
            }
            return seen.insert(key).inserted ? found.1 : nil
        }
    }

    private static func isFingerprint(_ text: Substring) -> Bool {
        text.utf8.count == 32 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
    }

    /// Instances that one address may name.
    private static let mostChosen = 200

    /// The integration that is shown.
    /// - Throws: `Problem` 404 for a name that is asked for and does not exist.
    func scope(_ request: Request, amongAll integrations: [Integration]) throws -> Integration? {
        let name = scope(request, among: integrations.map(\.name))
        if name == nil, let asked = AddressQuery(request).text("integration"), asked != "all" {
            throw Problem(.notFound, "There is no integration of that name.")
        }
        return integrations.first { $0.name == name }
    }
}
