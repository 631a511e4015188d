import Foundation
import Model

/// What one sharing permission means to strangers and to colleagues at large.
enum SharingReading: Hashable {
    /// Open to nobody at large: named people, an expired link, a mere right of passage.
    case closed
    case open(to: Reach, Access)
    /// The permission cannot be read. The reach is nil where even that is unknown.
    case unclear(Reach?, String)

    enum Reach: Hashable {
        /// Whoever has the link, without signing in.
        case anyone
        /// Everybody in the organization.
        case organization
    }

    enum Access: Hashable { case read, write }

    init(_ permission: SharingPermission, at moment: Date) {
        guard permission.end.map({ $0 >= moment }) ?? true else {
            self = .closed
            return
        }
        switch Audience(permission) {
        case .named: self = .closed
        case .unclear(let why): self = .unclear(nil, why)
        case .atLarge(let reach):
            switch Right(permission) {
            case .passage: self = .closed
            case .access(let access): self = .open(to: reach, access)
            case .unclear(let why): self = .unclear(reach, why)
            }
        }
    }
}

/// Whom a permission lets in.
private enum Audience {
    case named
    case atLarge(SharingReading.Reach)
    case unclear(String)

    init(_ permission: SharingPermission) {
        guard let link = permission.link else {
            self = permission.grantees.contains { $0.crowd != nil } ? .atLarge(.organization) : .named
            return
        }
        switch link.scope?.lowercased() {
        case "anonymous": self = .atLarge(.anyone)
        case "organization": self = .atLarge(.organization)
        case "users", "existingaccess": self = .named
        case nil: self = .unclear("a link does not say whom it is for")
        case let scope?: self = .unclear("link scope \"\(scope)\" is not known")
        }
    }
}

/// What a permission allows.
private enum Right {
    case access(SharingReading.Access)
    /// Limited access: the right to walk through a folder to something below it.
    case passage
    case unclear(String)

    private static let writing: Set<String> = ["write", "owner", "full control", "design", "edit", "contribute"]
    private static let reading: Set<String> = ["read", "view only", "restricted view"]
    private static let passing: Set<String> = ["limited access", "web-only limited access"]
    private static let writingLinks: Set<String> = ["edit", "createonly", "review"]
    private static let readingLinks: Set<String> = ["view", "embed", "blocksdownload"]

    init(_ permission: SharingPermission) {
        // SharePoint's own levels come with a prefix: "SP.View Only".
        let roles = Set(
            permission.roles.map { $0.lowercased() }.map { $0.hasPrefix("sp.") ? String($0.dropFirst(3)) : $0 })
        let type = permission.link?.type?.lowercased() ?? ""
        if !roles.isDisjoint(with: Self.writing) || Self.writingLinks.contains(type) {
            self = .access(.write)
        } else if !roles.isDisjoint(with: Self.reading) || Self.readingLinks.contains(type) {
            self = .access(.read)
        } else if !roles.isEmpty, roles.isSubset(of: Self.passing) {
            self = .passage
        } else {
            let words = (permission.roles + [permission.link?.type].compactMap { $0 }).joined(separator: ", ")
            self = .unclear(words.isEmpty ? "a permission names no role" : "role \"\(words)\" is not known")
        }
    }
}

extension SharingPermission {
    /// When it stops working; nil where it never does. Graph also writes the year 1 for "never".
    var end: Date? {
        guard let expirationDateTime, expirationDateTime > Self.longAgo else { return nil }
        return expirationDateTime
    }

    /// The year 1900: no link ever ended before.
    private static let longAgo = Date(timeIntervalSince1970: -2_208_988_800)
}

extension SharingPermission.Grantee {
    enum Crowd { case everyoneExceptExternalUsers, everyone }

    /// The claims by which SharePoint grants something to all its users.
    var crowd: Crowd? {
        guard let claim = loginName?.lowercased() else { return nil }
        if claim.hasPrefix("c:0-.f|rolemanager|spo-grid-all-users/") { return .everyoneExceptExternalUsers }
        return claim == "c:0(.s|true" ? .everyone : nil
    }
}
