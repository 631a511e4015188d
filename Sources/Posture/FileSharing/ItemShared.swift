import Foundation
import Model

// Eight checks over one predicate: what is shared, with whom, and whether they may change it.

extension Check {
    /// Anyone who has the link can change the file.
    public static let filePublicWrite = itemShared(.file, with: .anyone, to: .write, id: "file-public-write", .critical)
    /// Anyone who has the link can change the folder's content.
    public static let folderPublicWrite = itemShared(
        .folder, with: .anyone, to: .write, id: "folder-public-write", .critical)
    /// Anyone who has the link can read the file.
    public static let filePublicRead = itemShared(.file, with: .anyone, to: .read, id: "file-public-read", .high)
    /// Anyone who has the link can read the folder's content.
    public static let folderPublicRead = itemShared(.folder, with: .anyone, to: .read, id: "folder-public-read", .high)
    /// Everybody in the organization can change the file.
    public static let fileCompanyWrite = itemShared(
        .file, with: .organization, to: .write, id: "file-company-write", .medium)
    /// Everybody in the organization can read the file.
    public static let fileCompanyRead = itemShared(
        .file, with: .organization, to: .read, id: "file-company-read", .medium)
    /// Everybody in the organization can change the folder's content.
    public static let folderCompanyWrite = itemShared(
        .folder, with: .organization, to: .write, id: "folder-company-write", .medium)
    /// Everybody in the organization can read the folder's content.
    public static let folderCompanyRead = itemShared(
        .folder, with: .organization, to: .read, id: "folder-company-read", .medium)

    private static func itemShared(
        _ kind: ItemSharing.Kind, with reach: SharingReading.Reach, to access: SharingReading.Access, id: String,
        _ severity: Severity
    ) -> Check {
        let sharing = ItemSharing(kind: kind, reach: reach, access: access)
        return Check(
            id: id, title: sharing.title, severity: severity, family: .fileSharing,
            collectors: [.driveItems, .itemPermissions],
            why: sharing.why, remedy: sharing.remedy, fix: sharing.fix, references: sharing.references,
            mappings: ["NIST SP 800-53 AC-3", "NIST SP 800-53 AC-21"],
            options: [.fastSharing],
            sentence: ItemSharing.sentence,
            questions: [.of(due: sharing.due, examine: sharing.examine)])
    }
}

/// One of the eight combinations.
struct ItemSharing: Sendable {
    enum Kind: String, Sendable { case file, folder }

    let kind: Kind
    let reach: SharingReading.Reach
    let access: SharingReading.Access

    func examine(_ item: DriveItem, in tenant: Tenant) -> Outcome {
        guard item.kind == kind else { return .clear }
        guard let own = item.ownPermissions else { return answerUnread(item, in: tenant) }
        let readings = own.map { ($0, SharingReading($0, at: tenant.asOf)) }
        let matching = readings.filter { $0.1 == .open(to: reach, access) }.map(\.0)
        // At most one finding for a reach: who can write can read, and that is said once.
        if access == .read, readings.contains(where: { $0.1 == .open(to: reach, .write) }) { return .clear }
        if !matching.isEmpty { return .found(Evidence(sharing: matching, access)) }
        for case (_, .unclear(let unclear, let why)) in readings where unclear == nil || unclear == reach {
            return .unknown(why)
        }
        return .clear
    }

    /// When a link ends, the answer may change; every link of the item counts, since the wider one hides the narrower.
    func due(_ item: DriveItem, in tenant: Tenant) -> Date? {
        guard item.kind == kind else { return nil }
        return (item.ownPermissions ?? []).compactMap(\.end).map { $0.addingTimeInterval(1) }.next(after: tenant.asOf)
    }

    /// Permissions are read only of items that Graph calls shared; `fastSharing` leaves out those shared with named people.
    private func answerUnread(_ item: DriveItem, in tenant: Tenant) -> Outcome {
        guard item.isShared else { return .clear }
        guard tenant.options.fastSharing, item.sharedScope?.lowercased() == "users" else {
            return .unknown("the permissions were not read")
        }
        return reach == .anyone ? .clear : .unknown("grants to Everyone are not looked for (fastSharing)")
    }
}

extension DriveItem {
    /// A library's root is a folder too; a notebook counts as a file.
    fileprivate var kind: ItemSharing.Kind { form == .file ? .file : .folder }

    /// Without those that an ancestor carries: their finding is the ancestor's.
    fileprivate var ownPermissions: [SharingPermission]? {
        permissions?.filter { !$0.isInherited && !inheritedPermissionIDs.contains($0.id) }
    }
}
