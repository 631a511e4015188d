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
        case .closed: self = permission.guests(at: moment).isEmpty ? .named : .guests
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
    /// The people from outside whom it lets in by name, by their addresses where those can be told.
    func guests(at moment: Date) -> [String] {
        guard end.map({ $0 >= moment }) ?? true else { return [] }
        return grantees.compactMap(\.guest) + [pending].compactMap(\.self)
    }

    /// Who was invited and has not come yet; who has is a grantee.
    var pending: String? { grantees.isEmpty && invited?.isEmpty == false ? invited?.lowercased() : nil }
}

extension SharingPermission.Grantee {
    /// The address of a guest, in lower case: the one that is told, or out of the name. Nil for who is none.
    var guest: String? { named.map { email.flatMap { $0.isEmpty ? nil : $0.lowercased() } ?? $0 } }

    /// Guests sign in by names that hold their own address and `#ext#`, or by a claim for people without an account.
    private var named: String? {
        let claim = loginName?.split(separator: "|").last.map { $0.lowercased() } ?? ""
        let name = claim.replacing("%3a", with: ":")
        if let sign = name.firstRange(of: "#ext#") {
            // gus_partner.example#ext#@contoso.onmicrosoft.com
            let own = name[..<sign.lowerBound]
            guard let at = own.lastIndex(of: "_"), at != own.startIndex else { return displayName ?? String(own) }
            return "\(own[..<at])@\(own[own.index(after: at)...])"
        }
        guard let sign = name.firstRange(of: "urn:spo:guest") else { return nil }
        let own = name[sign.upperBound...].drop { $0 == "#" }
        return own.isEmpty ? displayName ?? "a guest" : String(own)
    }
}
