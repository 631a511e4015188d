import Foundation
import Model

extension ContentReach {
    /// How far an item's own permissions reach; where they were not read, what its listing said of it.
    public init(_ item: DriveItem, at moment: Date) {
        guard let permissions = item.permissions else {
            self = item.isShared ? Self(scope: item.sharedScope) : .named
            return
        }
        self = permissions.map { Self($0, at: moment) }.min() ?? .named
    }

    private init(_ permission: SharingPermission, at moment: Date) {
        switch SharingReading(permission, at: moment) {
        case .open(.anyone, .write): self = .anyoneEdits
        case .open(.anyone, .read), .unclear(.anyone, _): self = .anyoneReads
        case .open(.organization, _), .unclear: self = .organization
        case .closed: self = permission.letsGuestsIn(at: moment) ? .guests : .named
        }
    }

    /// What a link may do is not said there.
    private init(scope: String?) {
        switch scope?.lowercased() {
        case "anonymous": self = .anyoneReads
        case "organization": self = .organization
        default: self = .named
        }
    }
}

extension SharingPermission {
    /// Guests sign in by names that hold their own address and `#ext#`, or by a claim for people without an account.
    fileprivate func letsGuestsIn(at moment: Date) -> Bool {
        guard end.map({ $0 >= moment }) ?? true else { return false }
        return grantees.contains { grantee in
            let name = grantee.loginName?.lowercased() ?? ""
            return name.contains("#ext#") || name.contains("urn:spo:guest")
        }
    }
}
