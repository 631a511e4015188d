import Foundation

extension Store {
    /// Bytes sealed with the key file, in base64url: for what a browser keeps and must neither read nor change.
    public func sealed(_ plain: Data, for purpose: String) throws -> String {
        RandomSecret.base64URL(Data(try key.seal(plain, for: purpose)))
    }

    /// What `sealed` gave; nil for anything else.
    public func unsealed(_ text: String, for purpose: String) -> Data? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.count % 4) % 4)
        guard text.utf8.count <= 8192, let bytes = Data(base64Encoded: plain + padding) else { return nil }
        return try? key.unseal([UInt8](bytes), for: purpose)
    }
}
