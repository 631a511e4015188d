import Crypto
import Foundation

/// The key that seals secrets at rest (AES-256-GCM, NIST SP 800-38D), kept in a file that only its owner may read.
public struct SecretKey: Sendable {
    let path: String
    private let key: SymmetricKey

    /// A key that lives in this process only (tests, the demo).
    public init() {
        path = "in memory"
        key = SymmetricKey(size: .bits256)
    }

    /// Reads the key file, or makes it with mode 0600 on first use.
    public init(path: String) throws {
        self.path = path
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            defer { close(descriptor) }
            let fresh = SymmetricKey(size: .bits256)
            let text = fresh.withUnsafeBytes { Data($0).base64EncodedString() } + "\n"
            let written = text.utf8CString.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count - 1) }
            guard written == text.utf8.count, fsync(descriptor) == 0 else {
                unlink(path)
                throw StoreError.full(path: path)
            }
            key = fresh
            return
        }
        guard errno == EEXIST else { throw StoreError.keyUnusable(path: path, why: String(cString: strerror(errno))) }
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw StoreError.keyUnusable(path: path, why: String(cString: strerror(errno)))
        }
        guard status.st_mode & 0o077 == 0 else {
            throw StoreError.keyExposed(path: path, mode: String(status.st_mode & 0o777, radix: 8))
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let bytes = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)), bytes.count == 32
        else { throw StoreError.keyUnusable(path: path, why: "it is not 32 bytes in base64, or not readable") }
        key = SymmetricKey(data: bytes)
    }

    /// Sealed bytes: nonce, cipher text, tag. `purpose` is authenticated with them, so that a row cannot be moved to another place.
    func seal(_ plain: Data, for purpose: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(plain, using: key, authenticating: Data(purpose.utf8))
        // `combined` is nil for nonces of another length than the default 12 bytes only.
        return [UInt8](box.combined ?? Data())
    }

    func unseal(_ sealed: [UInt8], for purpose: String) throws -> Data {
        try AES.GCM.open(AES.GCM.SealedBox(combined: Data(sealed)), using: key, authenticating: Data(purpose.utf8))
    }

    /// HMAC with SHA-256 (RFC 2104), under a key of its own for each purpose (RFC 5869).
    func authenticationCode(of bytes: Data, for purpose: String) -> [UInt8] {
        let own = HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data(purpose.utf8), outputByteCount: 32)
        return Array(HMAC<SHA256>.authenticationCode(for: bytes, using: own))
    }
}
