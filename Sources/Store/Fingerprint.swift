import Crypto
import Foundation
import Model

/// The stable name of an instance: the first 128 bits of SHA-256 over check, tenant, resource and sub id, in hexadecimal.
public func instanceFingerprint(check: String, tenantID: String, resource: Resource, subID: String?) -> String {
    let parts = [
        check, tenantID.lowercased(), resource.type.rawValue, resource.driveID ?? "", resource.id, subID ?? "",
    ]
    let digest = SHA256.hash(data: Data(parts.joined(separator: "\u{1f}").utf8))
    return hexadecimal(digest.prefix(16))
}
