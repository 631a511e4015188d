import Foundation
import Model
import Store

/// What was looked at, what was not, and why: the stored lines with the numbers and names a person understands.
public struct CoverageReport: Sendable {
    let store: Store
    let integration: Int

    public init(of integration: Int, in store: Store) {
        self.integration = integration
        self.store = store
    }

    public func counts() throws -> [CoverageCount] {
        let lines = try store.coverageCounts(of: integration).map { line in
            var line = line
            if let example = line.example {
                line.example = try name(of: example, for: line.collector)
            } else if line.state == .ok, let kind = EntityKind.allCases.first(where: { $0.collector == line.collector })
            {
                // One list for the whole tenant: what counts is how many it held.
                line.subjects = try store.count(kind, of: integration)
            }
            return line
        }
        return try lines + contents(besides: lines)
    }

    /// The files by how they were read, as far as the permission to read them is there.
    private func contents(besides lines: [CoverageCount]) throws -> [CoverageCount] {
        let isRefused = lines.contains { $0.collector == .fileContents && $0.example == nil && !$0.state.isComplete }
        guard !isRefused else { return [] }
        let counts = try store.contentCounts(of: integration)
        guard try !(store.scannedFor(integration) ?? "").isEmpty else {
            let files = counts.map(\.files).reduce(0, +)
            let isAttached = try store.integration(id: integration)?.dlpProfiles.isEmpty == false
            let detail = isAttached ? "no entry of an attached DLP profile is on" : "no DLP profile is attached"
            return files == 0 ? [] : [CoverageCount(.fileContents, .notApplicable, subjects: files, detail: detail)]
        }
        return counts.map { count in
            let state = count.standing.coverage
            let detail = count.standing == .waiting ? "not looked at yet" : count.detail
            return CoverageCount(
                .fileContents, state, subjects: count.files, detail: state == .ok ? nil : detail,
                example: state == .ok ? nil : count.example, standing: count.standing)
        }
    }

    private func name(of subject: String, for collector: Collector) throws -> String {
        switch collector {
        case .messageRules, .calendars, .authenticationMethods:
            try store.entity(User.self, of: integration, id: subject)?.name ?? subject
        case .drives:
            try store.entity(User.self, of: integration, id: subject)?.name
                ?? store.entity(Group.self, of: integration, id: subject)?.name
                ?? store.entity(Site.self, of: integration, id: subject)?.name ?? subject
        case .driveItems: try store.entity(Drive.self, of: integration, id: subject)?.location ?? subject
        case .itemPermissions: try itemName(subject) ?? subject
        default: subject
        }
    }

    private func itemName(_ subject: String) throws -> String? {
        guard let slash = subject.lastIndex(of: "/") else { return nil }
        let item = try store.entity(
            DriveItem.self, of: integration, owner: String(subject[..<slash]),
            id: String(subject[subject.index(after: slash)...]))
        return item?.resource.name
    }
}
