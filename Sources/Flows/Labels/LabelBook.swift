import Foundation
import Model
import Store

/// The sensitivity labels of the tenants, with how far they are known.
public struct LabelBook: Sendable {
    let store: Store

    public init(store: Store) { self.store = store }

    /// A label where it stands in its tenant's tree.
    public struct Row: Sendable, Hashable {
        public var kept: KeptLabel
        /// `Parent \ Child`.
        public var path: String
        /// 0 for a label without a parent.
        public var depth: Int

        /// The id of the entry by which profiles name it.
        public var entryID: String { Self.entryID(of: kept.id) }

        /// - Parameter label: its GUID in lower case.
        public static func entryID(of label: String) -> String { "label-\(label)" }
    }

    /// How the last attempt to read them went.
    public enum Standing: Sendable, Hashable {
        /// Nobody tried, or the attempt was cut off.
        case unread
        /// - isPreview: from the beta list, for want of the permission for the other one.
        case read(at: Date, isPreview: Bool)
        /// They may exist all the same; what was known before stays listed.
        case unreadable(CoverageState, why: String?, at: Date)

        public var isRead: Bool { if case .read = self { true } else { false } }
    }

    /// The labels of one integration, parents before their children.
    public struct Shelf: Sendable, Hashable {
        public var integration: Integration
        public var standing: Standing
        public var rows: [Row]
    }

    public func shelf(of integration: Integration) throws -> Shelf {
        let tree = LabelTree(try store.labels(of: integration.id))
        return Shelf(
            integration: integration, standing: try standing(of: integration),
            rows: tree.rows.map { Row(kept: $0.label, path: tree.path(of: $0.label), depth: $0.depth) })
    }

    /// The ids of the labels in whose paths, or in those they had, a text stands, in any case, by integration. Blanks around a backslash do not count.
    /// - Parameter chosen: nil for all integrations.
    func labels(called text: String, of chosen: Int?) throws -> [Int: [String]] {
        let parts = text.split(separator: "\\", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        let sought = Self.path(text)
        // Trees are read of those tenants alone that have a label of such a name.
        let named = try store.integrations(withLabelsLike: parts.filter { !$0.isEmpty })
        var found: [Int: [String]] = [:]
        for integration in named where chosen ?? integration == integration {
            let tree = LabelTree(try store.labels(of: integration))
            let ids = tree.rows.map(\.label).filter { label in
                ([tree.path(of: label)] + label.formerNames.map(\.name)).contains { $0.lowercased().contains(sought) }
            }.map(\.id)
            // Microsoft allows 500; a statement names no more.
            if !ids.isEmpty { found[integration] = Array(ids.prefix(500)) }
        }
        return found
    }

    private func standing(of integration: Integration) throws -> Standing {
        guard let (coverage, at) = try store.labelReading(of: integration.id) else { return .unread }
        guard coverage.state.isComplete else { return .unreadable(coverage.state, why: coverage.detail, at: at) }
        return .read(at: at, isPreview: coverage.detail != nil)
    }
}

extension LabelBook.Standing {
    /// What is to be said where the list may be incomplete: "could not be read: needs …"; nil where it was read as it should be.
    public var trouble: String? {
        switch self {
        case .unread: "were not read yet"
        case .read(_, let isPreview): isPreview ? "come from the preview list (beta)" : nil
        case .unreadable(let state, let why, _):
            "could not be read: " + [state.rawValue, why].compactMap(\.self).joined(separator: ", ")
        }
    }
}
