import Foundation
import Model

extension Evidence {
    /// What permissions with the same reach and access say, told by the one that is hardest to lose.
    init(sharing permissions: [SharingPermission], _ access: SharingReading.Access) {
        // No end, no password; then by id, so that the answer is always the same.
        let chosen = permissions.min { $0.rank < $1.rank }
        self = [
            "permissionIds": .list(permissions.map(\.id).sorted()),
            "roles": .list(chosen?.roles ?? []),
            "access": .text(access == .write ? "write" : "read"),
            "expires": .time(chosen?.end),
        ]
        if let link = chosen?.link {
            self["scope"] = .optional(link.scope)
            self["linkType"] = .optional(link.type)
            self["hasPassword"] = .optional(chosen?.hasPassword)
            self["preventsDownload"] = .optional(link.preventsDownload)
        } else if let crowd = chosen?.grantees.lazy.compactMap(\.crowd).first {
            self["scope"] = crowd == .everyone ? "everyone" : "everyoneExceptExternalUsers"
            self["includesGuests"] = .flag(crowd == .everyone)
        }
    }
}

extension SharingPermission {
    fileprivate var rank: (Double, Int, String) {
        (-(end ?? .distantFuture).timeIntervalSince1970, hasPassword == true ? 1 : 0, id)
    }
}
