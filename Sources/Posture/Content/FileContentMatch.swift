import Foundation
import Model

// Five checks over one predicate: something was found in a file, and how far the file reaches. The worst reach counts, so that a
// file is told of once.

extension Check {
    /// Something was found in a file that anyone with the link can change.
    public static let filePublicWriteDLP = contentMatch(.anyone, .write, id: "file-public-write-dlp", .critical)
    /// Something was found in a file that anyone with the link can read.
    public static let filePublicReadDLP = contentMatch(.anyone, .read, id: "file-public-read-dlp", .critical)
    /// Something was found in a file that everybody in the organization can change.
    public static let fileCompanyWriteDLP = contentMatch(.organization, .write, id: "file-company-write-dlp", .high)
    /// Something was found in a file that everybody in the organization can read.
    public static let fileCompanyReadDLP = contentMatch(.organization, .read, id: "file-company-read-dlp", .high)
    /// Something was found in a file that only named people reach.
    public static let fileContentMatch = contentMatch(nil, id: "file-content-match", .medium)

    private static func contentMatch(
        _ reach: SharingReading.Reach, _ access: SharingReading.Access, id: String, _ severity: Severity
    ) -> Check {
        contentMatch(FileExposure(reach: reach, access: access), id: id, severity)
    }

    private static func contentMatch(_ exposure: FileExposure?, id: String, _ severity: Severity) -> Check {
        let content = ContentMatch(exposure: exposure)
        return Check(
            id: id, title: content.title, severity: severity, family: .content,
            collectors: exposure == nil ? [.fileContents] : [.fileContents, .driveItems, .itemPermissions],
            why: content.why, remedy: content.remedy, fix: content.fix, references: content.references,
            mappings: ["NIST SP 800-53 AC-21", "NIST SP 800-53 SI-4(18)"],
            sentence: ContentMatch.sentence,
            questions: [.of(due: content.due, examine: content.examine)])
    }
}

/// How far a file reaches beyond named people.
struct FileExposure: Hashable, Sendable {
    let reach: SharingReading.Reach
    let access: SharingReading.Access

    /// The worst first: outsiders before colleagues, changing before reading.
    static let worstFirst: [FileExposure] = [
        .init(reach: .anyone, access: .write), .init(reach: .anyone, access: .read),
        .init(reach: .organization, access: .write), .init(reach: .organization, access: .read),
    ]

    /// The place in `worstFirst`; nil, for named people alone, comes after all.
    static func rank(_ exposure: FileExposure?) -> Int {
        exposure.flatMap(worstFirst.firstIndex(of:)) ?? worstFirst.count
    }
}

/// One of the five.
struct ContentMatch: Sendable {
    /// Nil for a file that only named people reach.
    let exposure: FileExposure?

    func examine(_ content: FileContent, in tenant: Tenant) -> Outcome {
        guard !content.matches.isEmpty else {
            return content.status.tellsNothing
                ? .unknown("the file could not be read (\(content.status.rawValue))") : .clear
        }
        let readings = content.sharing.map { ($0, SharingReading($0.permission, at: tenant.asOf)) }
        let open = readings.compactMap { $0.1.exposure }
        let worst = open.min { FileExposure.rank($0) < FileExposure.rank($1) }
        if worst == exposure {
            let through = readings.filter { exposure != nil && $0.1.exposure == exposure }.map(\.0)
            var evidence = evidence(of: content, sharedBy: through, in: tenant)
            if exposure == nil { evidence["reach"] = .text(reach(of: content, readings.map(\.1), in: tenant)) }
            return .found(evidence)
        }
        // Something worse than what is known may be true; something milder is settled by what is known.
        guard FileExposure.rank(exposure) < FileExposure.rank(worst) else { return .clear }
        if content.isSharingUnread { return .unknown("the permissions were not read") }
        for case (_, .unclear(let reach, let why)) in readings where reach == nil || reach == exposure?.reach {
            return .unknown(why)
        }
        return .clear
    }

    /// When a link ends, the file reaches less far.
    func due(_ content: FileContent, in tenant: Tenant) -> Date? {
        guard !content.matches.isEmpty else { return nil }
        return content.sharing.compactMap(\.permission.end).map { $0.addingTimeInterval(1) }.next(after: tenant.asOf)
    }

    /// Whom a file is shared with of which nothing says that it reaches further.
    private func reach(of content: FileContent, _ readings: [SharingReading], in tenant: Tenant) -> String {
        if content.isSharingUnread { return "not known: the permissions were not read" }
        for case .unclear(_, let why) in readings { return "not known: \(why)" }
        guard content.guests(in: tenant).isEmpty else { return "named people, guests among them" }
        guard content.isSharingLeftOut != true else {
            return "named people; guests and grants to everyone are not looked for (fastSharing)"
        }
        return "named people only"
    }

    private func evidence(
        of content: FileContent, sharedBy sharing: [FileContent.Sharing], in tenant: Tenant
    ) -> Evidence {
        var evidence = exposure.map { Evidence(sharing: sharing.map(\.permission), $0.access) } ?? [:]
        let named = content.sharing.filter { $0.permission.isForNamedPeople(at: tenant.asOf) }
        let guests = content.guests(in: tenant)
        let through = exposure == nil ? named : sharing
        if !through.isEmpty {
            evidence["sharedThrough"] = .list(Set(through.map { $0.folder ?? content.name }).sorted())
        }
        if !guests.isEmpty { evidence["guests"] = .list(guests) }
        if let owner = content.owner {
            evidence["owner"] = .text(owner.name)
            if let address = owner.address { evidence["ownerAddress"] = .text(address) }
        }
        evidence["profiles"] = .list(Set(content.matches.map(\.profile)).sorted())
        evidence["entries"] = .list(Set(content.matches.map(\.entry)).sorted())
        evidence["confidence"] = .optional(content.matches.map(\.confidence).max()?.rawValue)
        evidence["matches"] = .records(content.matches.map(record))
        evidence["labels"] = .list(content.labels.filter { $0.part == nil }.map(\.id))
        let inner = content.labels.filter { $0.part != nil && !$0.isForeign(to: tenant.id) }
        if !inner.isEmpty { evidence["innerLabels"] = .records(inner.map(innerRecord)) }
        let foreign = content.labels.filter { $0.isForeign(to: tenant.id) }
        if !foreign.isEmpty { evidence["foreignLabels"] = .records(foreign.map(record)) }
        evidence["status"] = .text(content.status.rawValue)
        evidence["statusDetail"] = .optional(content.detail)
        evidence["size"] = content.size.map { .number(Double($0)) } ?? Evidence.Value.none
        evidence["modified"] = .time(content.lastModifiedDateTime)
        return evidence
    }

    private func record(_ label: FileContent.Label) -> Evidence {
        ["label": .text(label.id), "tenant": .text(label.siteID), "part": .optional(label.part)]
    }

    private func innerRecord(_ label: FileContent.Label) -> Evidence {
        ["label": .text(label.id), "part": .optional(label.part)]
    }

    private func record(_ matched: FileContent.Matched) -> Evidence {
        var record: Evidence = [
            "profile": .text(matched.profile), "entry": .text(matched.entry),
            "title": .text(matched.title ?? matched.entry),
            "count": .number(Double(matched.count)), "confidence": .text(matched.confidence.rawValue),
            "samples": .list(matched.samples.map(\.masked)), "places": .list(matched.samples.map { $0.place ?? "" }),
            "sampleHashes": .list(matched.samples.map { $0.hash ?? "" }), "hashes": .list(matched.hashes ?? []),
        ]
        if let likeness = matched.likeness { record["likeness"] = .number(Double(likeness)) }
        return record
    }
}

extension FileContent {
    /// Who is let in from outside by name, by their addresses.
    fileprivate func guests(in tenant: Tenant) -> [String] {
        let named = sharing.map(\.permission).filter { $0.isForNamedPeople(at: tenant.asOf) }
        // A colleague may be invited as well.
        let colleagues = Set(named.compactMap(\.pending).filter { EmailAddress($0).flatMap(tenant.owns) == true })
        return GuestAddress.distinct(named.flatMap { $0.guests(at: tenant.asOf) }.filter { !colleagues.contains($0) })
    }
}

extension SharingReading {
    fileprivate var exposure: FileExposure? {
        if case .open(let reach, let access) = self { FileExposure(reach: reach, access: access) } else { nil }
    }
}

extension SharingPermission {
    /// Whether it says who reaches a file beyond those who work in its place: by a link, at large, or as a guest.
    public var isSharing: Bool {
        SharingReading(self, at: .distantPast) != .closed || isForNamedPeople(at: .distantPast)
    }

    /// Of one for named people the guests alone; any other as it is.
    public var ofStrangers: SharingPermission {
        guard SharingReading(self, at: .distantPast) == .closed else { return self }
        var permission = self
        permission.grantees.removeAll { $0.guest == nil }
        return permission
    }

    /// A link for named people, or a right of guests, that holds at a moment.
    fileprivate func isForNamedPeople(at moment: Date) -> Bool {
        guard SharingReading(self, at: moment) == .closed, end.map({ $0 >= moment }) ?? true else { return false }
        return link?.scope?.lowercased() == "users" || !guests(at: moment).isEmpty
    }
}

extension Extraction.Status {
    /// Nothing found proves nothing.
    fileprivate var tellsNothing: Bool { self != .ok }
}
