import Foundation
import Model

private let columns = """
    cloud, client_id, tenant_id, features, credential, certificate, expires, secret IS NOT NULL, updated_at, updated_by,
    tested_at, test_trouble, signs_in
    """

private func readRegistration(_ row: any SQLRow) -> Registration {
    var registration = Registration(
        cloud: row.text(0), clientID: row.optionalText(1), tenantID: row.optionalText(2),
        features: Set(row.text(3).split(separator: ",").compactMap { Feature(rawValue: String($0)) }),
        credential: .init(rawValue: row.text(4)) ?? .certificate, certificate: row.optionalText(5),
        expires: row.optionalReal(6).map { Date(timeIntervalSince1970: $0) }, hasCredential: row.int(7) == 1,
        updatedAt: Date(timeIntervalSince1970: row.real(8)), updatedBy: row.text(9),
        testedAt: row.optionalReal(10).map { Date(timeIntervalSince1970: $0) }, testTrouble: row.optionalText(11))
    registration.signsIn = row.int(12) == 1
    return registration
}

extension Store {
    /// Every app registration, one a cloud, by name of the cloud.
    public func registrations() throws -> [Registration] {
        try database.read { try $0.rows("SELECT \(columns) FROM registration ORDER BY cloud", [], readRegistration) }
    }

    public func registration(of cloud: String) throws -> Registration? {
        try database.read {
            try $0.first("SELECT \(columns) FROM registration WHERE cloud = $1", [.text(cloud)], readRegistration)
        }
    }

    /// Keeps what is known of a registration, and notes who did it. A new credential takes the place of the old one; without one the old one
    /// stays. `hasCredential` of the argument does not count.
    public func keep(_ registration: Registration, credential: CredentialSecret? = nil, _ entry: AuditEntry) throws {
        let key = key
        let sealed = try credential.map {
            try key.seal(JSONEncoder().encode($0), for: Self.purpose(ofRegistration: registration.cloud))
        }
        try database.write { connection in
            try connection.execute(
                """
                INSERT INTO registration (cloud, client_id, tenant_id, features, credential, certificate, expires, secret,
                    updated_at, updated_by, tested_at, test_trouble, signs_in)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                ON CONFLICT (cloud) DO UPDATE SET
                    client_id = excluded.client_id, tenant_id = excluded.tenant_id, features = excluded.features,
                    credential = excluded.credential, certificate = excluded.certificate, expires = excluded.expires,
                    secret = COALESCE(excluded.secret, registration.secret), updated_at = excluded.updated_at,
                    updated_by = excluded.updated_by, tested_at = excluded.tested_at,
                    test_trouble = excluded.test_trouble, signs_in = excluded.signs_in
                """,
                [
                    .text(registration.cloud), .optional(registration.clientID), .optional(registration.tenantID),
                    registration.features.sql, .text(registration.credential.rawValue),
                    .optional(registration.certificate), .optional(registration.expires?.timeIntervalSince1970),
                    sealed.map { .blob($0) } ?? .null, registration.updatedAt.sql, .text(registration.updatedBy),
                    .optional(registration.testedAt?.timeIntervalSince1970), .optional(registration.testTrouble),
                    .int(registration.signsIn ? 1 : 0),
                ])
            try connection.note(entry, key: key)
        }
    }

    /// Notes how a test went.
    public func noteTest(of cloud: String, at now: Date, trouble: String?) throws {
        _ = try database.write {
            try $0.execute(
                "UPDATE registration SET tested_at = $1, test_trouble = $2 WHERE cloud = $3",
                [now.sql, .optional(trouble), .text(cloud)])
        }
    }

    /// The secret of a registration, opened; nil before there is one.
    public func secret(ofRegistration cloud: String) throws -> CredentialSecret? {
        let sealed = try database.read {
            try $0.first("SELECT secret FROM registration WHERE cloud = $1 AND secret IS NOT NULL", [.text(cloud)]) {
                $0.blob(0)
            }
        }
        guard let sealed else { return nil }
        guard let plain = try? key.unseal(sealed, for: Self.purpose(ofRegistration: cloud)) else {
            throw StoreError.sealedWithAnotherKey(name: "app registration \(cloud)", keyPath: key.path)
        }
        return try JSONDecoder().decode(CredentialSecret.self, from: plain)
    }

    private static func purpose(ofRegistration cloud: String) -> String { "reeve/registration/\(cloud)/credential" }
}
