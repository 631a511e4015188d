import Foundation
import Model

/// One authorised connection to one Microsoft 365 tenant.
public struct Integration: Sendable, Hashable, Identifiable {
    public enum Mode: String, Sendable, Codable, CaseIterable { case read, readWrite = "read-write" }
    public enum Status: String, Sendable, CaseIterable {
        case active, paused
        /// The credential no longer works; somebody has to authorise again.
        case reauthorize
    }
    /// How it signs in; the secret itself is sealed and never part of this value.
    public enum CredentialKind: String, Sendable, CaseIterable { case secret, certificate, refreshToken }

    public var id: Int
    public var name: String
    public var tenantID: String
    public var clientID: String
    public var graphURL: String
    public var loginURL: String
    /// `HOST:PORT` of the DNS server to ask; nil for the system's.
    public var dns: String?
    public var mode: Mode
    public var dlpProfiles: [String]
    public var credential: CredentialKind
    public var status: Status
    public var statusDetail: String?
    /// The organization's display name, once read.
    public var tenantName: String?
    public var createdAt: Date
    public var syncFrequency: SyncFrequency
    /// What it is used for; `directory` is always among it.
    public var features: Set<Feature>

    public init(
        id: Int = 0, name: String, tenantID: String, clientID: String, graphURL: String, loginURL: String,
        dns: String? = nil,
        mode: Mode = .read, dlpProfiles: [String] = [], credential: CredentialKind, status: Status = .active,
        statusDetail: String? = nil, tenantName: String? = nil, createdAt: Date,
        syncFrequency: SyncFrequency = .standard, features: Set<Feature> = Feature.standard
    ) {
        self.id = id
        self.name = name
        self.tenantID = tenantID
        self.clientID = clientID
        self.graphURL = graphURL
        self.loginURL = loginURL
        self.dns = dns
        self.mode = mode
        self.dlpProfiles = dlpProfiles
        self.credential = credential
        self.status = status
        self.statusDetail = statusDetail
        self.tenantName = tenantName
        self.createdAt = createdAt
        self.syncFrequency = syncFrequency
        self.features = features.union([.directory])
    }

    /// The DLP profile of the tenant's sensitivity labels, which is there by itself.
    public var labelProfile: String { Self.labelProfilePrefix + name }
    public static let labelProfilePrefix = "MIP Sensitivity Labels - "

    /// 1 to 64 letters of any script, digits, dots, dashes, underscores and single blanks, beginning with a letter or digit: short enough for
    /// lists, safe in a shell's quotes and in a path. Letters are composed (NFC), at most 200 bytes, and none of them is invisible.
    public static func isName(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard (1...64).contains(text.count), text.utf8.count <= 200, scalars.elementsEqual(named(text).unicodeScalars),
            let first = scalars.first, isLetter(first) || isDigit(first), scalars.last != " "
        else { return false }
        return zip(scalars, scalars.dropFirst() + [" "]).allSatisfy { scalar, next in
            switch scalar {
            case ".", "-", "_": true
            case " ": next != " "
            default: isLetter(scalar) || isDigit(scalar) || isMark(scalar)
            }
        }
    }

    /// A name as it is kept and looked for, however its letters were put together (Unicode Standard Annex #15).
    public static func named(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.properties.isDefaultIgnorableCodePoint else { return false }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .decimalNumber
    }

    /// Signs of vowels and tones, which many scripts cannot do without.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.properties.isDefaultIgnorableCodePoint else { return false }
        return [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
    }
}

/// The secret part of an integration, as it is sealed: a client secret, a PEM with certificate and key, a refresh token.
public struct CredentialSecret: Codable, Sendable, Hashable {
    public var clientSecret: String?
    public var certificatePEM: String?
    public var refreshToken: String?
    /// Whose the refresh token is, by their address; nil where nobody noted it.
    public var lentBy: String?
    public init(clientSecret: String? = nil, certificatePEM: String? = nil, refreshToken: String? = nil) {
        self.clientSecret = clientSecret
        self.certificatePEM = certificatePEM
        self.refreshToken = refreshToken
    }
}

private let columns = """
    id, name, tenant_id, client_id, graph_url, login_url, dns, mode, dlp_profiles, credential, status, status_detail, tenant_name, created_at,
    sync_frequency, features
    """

private func readIntegration(_ row: any SQLRow) -> Integration {
    Integration(
        id: row.int(0), name: row.text(1), tenantID: row.text(2), clientID: row.text(3), graphURL: row.text(4),
        loginURL: row.text(5), dns: row.optionalText(6), mode: .init(rawValue: row.text(7)) ?? .read,
        dlpProfiles: row.text(8).split(separator: "\n").map(String.init),
        credential: .init(rawValue: row.text(9)) ?? .secret, status: .init(rawValue: row.text(10)) ?? .active,
        statusDetail: row.optionalText(11), tenantName: row.optionalText(12),
        createdAt: Date(timeIntervalSince1970: row.real(13)),
        syncFrequency: SyncFrequency(rawValue: row.int(14)) ?? .standard,
        features: Set(row.text(15).split(separator: ",").compactMap { Feature(rawValue: String($0)) }))
}

extension Set<Feature> {
    /// As one column: `directory,posture`.
    var sql: SQLValue { .text(map(\.rawValue).sorted().joined(separator: ",")) }
}

extension Store {
    /// Every integration, by name in any case.
    public func integrations() throws -> [Integration] {
        try database.read {
            try $0.rows("SELECT \(columns) FROM integration ORDER BY LOWER(name), name", [], readIntegration)
        }
    }

    public func integration(named name: String) throws -> Integration? {
        try database.read {
            try $0.first(
                "SELECT \(columns) FROM integration WHERE name = $1", [.text(Integration.named(name))], readIntegration)
        }
    }

    /// The name of an integration that differs from this one by case at most: nobody tells two such apart in a list.
    public func integrationName(like name: String) throws -> String? {
        try database.read { try $0.integrationName(like: name) }
    }

    public func integration(id: Int) throws -> Integration? {
        try database.read {
            try $0.first("SELECT \(columns) FROM integration WHERE id = $1", [.int(id)], readIntegration)
        }
    }

    /// Stores a new integration with its sealed secret and gives it its id.
    /// - Throws: `StoreError.duplicate` where the name is taken.
    public func add(_ new: Integration, secret: CredentialSecret) throws -> Integration {
        let key = key
        return try database.write { connection in
            if let taken = try connection.integrationName(like: new.name) { throw StoreError.duplicate(name: taken) }
            var added = new
            added.id = try connection.first("SELECT COALESCE(MAX(id), 0) + 1 FROM integration") { $0.int(0) } ?? 1
            let sealed = try key.seal(JSONEncoder().encode(secret), for: Self.purpose(added.id))
            try connection.execute(
                "INSERT INTO integration (\(columns), secret) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17)",
                [
                    .int(added.id), .text(added.name), .text(added.tenantID), .text(added.clientID),
                    .text(added.graphURL),
                    .text(added.loginURL), .optional(added.dns), .text(added.mode.rawValue),
                    .text(added.dlpProfiles.joined(separator: "\n")), .text(added.credential.rawValue),
                    .text(added.status.rawValue), .optional(added.statusDetail), .optional(added.tenantName),
                    added.createdAt.sql, .int(added.syncFrequency.rawValue), added.features.sql, .blob(sealed),
                ])
            return added
        }
    }

    /// Gives an integration another credential (and other addresses); what was read through it stays.
    public func replace(_ known: Integration, with new: Integration, secret: CredentialSecret) throws {
        let sealed = try key.seal(JSONEncoder().encode(secret), for: Self.purpose(known.id))
        _ = try database.write {
            try $0.execute(
                """
                UPDATE integration SET client_id = $1, graph_url = $2, login_url = $3, dns = $4, mode = $5, dlp_profiles = $6,
                    credential = $7, secret = $8, sync_frequency = $9, features = $10, status = 'active',
                    status_detail = NULL WHERE id = $11
                """,
                [
                    .text(new.clientID), .text(new.graphURL), .text(new.loginURL), .optional(new.dns),
                    .text(new.mode.rawValue),
                    .text(new.dlpProfiles.joined(separator: "\n")), .text(new.credential.rawValue), .blob(sealed),
                    .int(new.syncFrequency.rawValue), new.features.sql, .int(known.id),
                ])
        }
    }

    /// The secret of an integration, opened.
    public func secret(of integration: Integration) throws -> CredentialSecret {
        let sealed = try database.read {
            try $0.first("SELECT secret FROM integration WHERE id = $1", [.int(integration.id)]) { $0.blob(0) }
        }
        guard let sealed, let plain = try? key.unseal(sealed, for: Self.purpose(integration.id)) else {
            throw StoreError.sealedWithAnotherKey(name: integration.name, keyPath: key.path)
        }
        return try JSONDecoder().decode(CredentialSecret.self, from: plain)
    }

    /// Replaces the secret in one step: the old one is gone only when the new one is stored.
    public func setSecret(_ secret: CredentialSecret, of integration: Int) throws {
        let sealed = try key.seal(JSONEncoder().encode(secret), for: Self.purpose(integration))
        _ = try database.write {
            try $0.execute("UPDATE integration SET secret = $1 WHERE id = $2", [.blob(sealed), .int(integration)])
        }
    }

    public func setStatus(_ status: Integration.Status, detail: String?, of integration: Int) throws {
        _ = try database.write {
            try $0.execute(
                "UPDATE integration SET status = $1, status_detail = $2 WHERE id = $3",
                [.text(status.rawValue), .optional(detail), .int(integration)])
        }
    }

    /// Removes an integration and everything that was read through it, in one transaction.
    public func remove(_ integration: Int) throws {
        try database.write { connection in
            for table in Self.tablesOfIntegration {
                try connection.execute("DELETE FROM \(table) WHERE integration = $1", [.int(integration)])
            }
            if let gone = try connection.first(
                "SELECT \(columns) FROM integration WHERE id = $1", [.int(integration)], readIntegration)
            {
                try connection.execute(
                    "DELETE FROM dlp_off WHERE profile = $1", [.text(KeptProfile.key(gone.labelProfile))])
            }
            try connection.execute("DELETE FROM integration WHERE id = $1", [.int(integration)])
        }
    }

    static let tablesOfIntegration = [
        "history", "instance", "finding", "hiding", "finding_age", "finding_day", "day", "balance", "doubt_count",
        "decision", "doubt", "coverage", "feed", "membership", "entity", "run", "protection_reason",
        "protection",
        "secondary_email", "mail_verdict", "mail_recipient", "app_decision", "app_decision_step", "correspondence",
        "schedule",
        "label", "label_name", "label_path", "content_candidate", "content_words", "entity_count",
    ]

    private static func purpose(_ id: Int) -> String { "reeve/integration/\(id)/credential" }
}

extension StoreWriter {
    public func setTenantName(_ name: String) throws {
        try connection.execute("UPDATE integration SET tenant_name = $1 WHERE id = $2", [.text(name), scope])
    }

    /// What the last assessment was made with (tenant facts, options, version of the checks): a difference means judging everything again.
    public func judgedWith() throws -> String? {
        try connection.first("SELECT judged_with FROM integration WHERE id = $1", [scope]) { $0.optionalText(0) } ?? nil
    }

    public func setJudgedWith(_ facts: String) throws {
        try connection.execute("UPDATE integration SET judged_with = $1 WHERE id = $2", [.text(facts), scope])
    }
}

extension SQLConnection {
    fileprivate func integrationName(like name: String) throws -> String? {
        let wanted = Integration.named(name).lowercased()
        return try rows("SELECT name FROM integration") { $0.text(0) }.first { $0.lowercased() == wanted }
    }
}
