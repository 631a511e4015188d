import Crypto
import CryptoExtras
import Foundation

/// What a password is kept as: scrypt (RFC 7914) with a salt of its own, in the form `$scrypt$ln=15,r=8,p=3$salt$hash`.
/// Printing it shows nothing of it.
public struct PasswordHash: Sendable, CustomStringConvertible {
    /// What one guess costs whoever has the database. Memory is 128 · r · 2^ln bytes.
    public struct Cost: Sendable, Hashable {
        /// log2 of the rounds.
        public var logRounds: Int
        public var blockSize: Int
        public var parallelism: Int

        public init(logRounds: Int, blockSize: Int, parallelism: Int) {
            self.logRounds = logRounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// One of the equally strong sets that OWASP's Password Storage Cheat Sheet names: 32 MiB, three times.
        public static let standard = Cost(logRounds: 15, blockSize: 8, parallelism: 3)

        /// What a hash in a database may ask for: one that was tampered with must not exhaust the machine.
        fileprivate var isSane: Bool {
            (1...17).contains(logRounds) && (1...8).contains(blockSize) && (1...10).contains(parallelism)
        }
    }

    private static let length = 32
    private let cost: Cost
    private let salt: Data
    private let hash: Data

    /// Takes a tenth of a second and more: never on an event loop.
    public init(of password: String, cost: Cost = .standard) throws {
        self.cost = cost
        salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
        hash = try Self.derive(password, salt: salt, cost: cost)
    }

    /// Reads what `text` gave; nil for anything else.
    init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt",
            let match = parts[2].wholeMatch(of: /ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})/),
            let rounds = Int(match.1), let size = Int(match.2), let lanes = Int(match.3),
            let salt = Data(base64Encoded: String(parts[3])), let hash = Data(base64Encoded: String(parts[4])),
            hash.count == Self.length
        else { return nil }
        cost = Cost(logRounds: rounds, blockSize: size, parallelism: lanes)
        guard cost.isSane else { return nil }
        self.salt = salt
        self.hash = hash
    }

    /// What is stored.
    var text: String {
        "$scrypt$ln=\(cost.logRounds),r=\(cost.blockSize),p=\(cost.parallelism)$\(salt.base64EncodedString())$\(hash.base64EncodedString())"
    }

    /// Whether it is the hash of this password. Takes as long as making one.
    public func matches(_ password: String) throws -> Bool {
        areAlike(try Self.derive(password, salt: salt, cost: cost), hash)
    }

    public var description: String { "(password hash)" }

    /// The same password typed on another keyboard may come in other code points: SP 800-63B-4 §3.1.1.2 asks for NFKC or NFKD.
    private static func derive(_ password: String, salt: Data, cost: Cost) throws -> Data {
        let bytes = Data(password.precomposedStringWithCompatibilityMapping.utf8)
        return try KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: length, rounds: 1 << cost.logRounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism
        ).withUnsafeBytes { Data($0) }
    }
}
