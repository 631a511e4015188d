import Model
import Posture

/// What the doctor found out about one integration.
public struct Diagnosis: Sendable {
    /// One thing that was tried: "token", "graph", "dns".
    public struct Probe: Sendable {
        public enum State: Sendable { case ok, failed, unknown }
        public var name: String
        public var state: State
        /// "application, 58 min left", "84 ms", or what went wrong and what to do about it.
        public var detail: String

        public init(_ name: String, _ state: State, _ detail: String) {
            self.name = name
            self.state = state
            self.detail = detail
        }
    }

    /// A permission against what the token has.
    public struct Grant: Sendable {
        public enum Need: Sendable { case required, optional }
        public var permission: Permission
        public var need: Need
        /// Nil where the token could not be had.
        public var isGranted: Bool?
        /// What it is for, or what is missing without it.
        public var purpose: String
        /// What to do; nil where there is nothing to do.
        public var remedy: String?

        public init(_ permission: Permission, _ need: Need, isGranted: Bool?, purpose: String, remedy: String? = nil) {
            self.permission = permission
            self.need = need
            self.isGranted = isGranted
            self.purpose = purpose
            self.remedy = remedy
        }
    }

    public var integration: String
    public var probes: [Probe]
    public var grants: [Grant]

    public init(integration: String, probes: [Probe], grants: [Grant]) {
        self.integration = integration
        self.probes = probes
        self.grants = grants
    }

    /// The table of permissions: those of every integration, and those worth granting.
    /// - Parameter granted: what the token can do; nil where there is none.
    public static func grants(_ granted: Set<Permission>?, integration: String, index: CheckIndex = .standard)
        -> [Grant]
    {
        (Permission.required + Permission.optional).map { permission in
            let isGranted = granted.map { stands(for: permission, in: $0) }
            let checks = index.checks.filter { $0.permissions.contains(permission) }.count
            let purpose = checks > 0 ? "\(permission.purpose); \(Numbers.counted(checks, "check"))" : permission.purpose
            let need: Grant.Need = Permission.optional.contains(permission) ? .optional : .required
            guard isGranted == false else { return Grant(permission, need, isGranted: isGranted, purpose: purpose) }
            let remedy = "grant it: reeve integration show \(integration) --consent-url"
            return Grant(
                permission, need, isGranted: false, purpose: permission.costOfAbsence(beside: granted ?? []),
                remedy: remedy)
        }
    }

    /// True where the permission or one that includes it was granted.
    private static func stands(for permission: Permission, in granted: Set<Permission>) -> Bool {
        granted.contains(permission)
            || granted.contains(Permission(permission.rawValue.replacing(".Read.", with: ".ReadWrite.")))
    }
}

/// The probes of each integration, then its permissions.
public func doctorReport(_ diagnoses: [Diagnosis], style: Style) -> String {
    diagnoses.map { diagnosis in
        let name = DisplayWidth.cut(VisibleText.of(diagnosis.integration), to: 24)
        let names = diagnosis.probes.map { DisplayWidth.of($0.name) }.max() ?? 0
        let blank = String(repeating: " ", count: DisplayWidth.of(name))
        let probes = diagnosis.probes.enumerated().map { place, probe in
            let head = place == 0 ? style.paint(name, .heading) : blank
            return "\(head)   \(DisplayWidth.padded(probe.name, to: names))   \(words(probe, style))\n"
        }.joined()
        return (diagnosis.probes.isEmpty ? style.paint(name, .heading) + "\n" : probes)
            + permissions(diagnosis.grants, style: style)
    }.joined(separator: "\n")
}

private func words(_ probe: Diagnosis.Probe, _ style: Style) -> String {
    let detail = probe.detail.isEmpty ? "" : ", " + VisibleText.of(probe.detail)
    switch probe.state {
    case .ok: return style.paint("ok", .good) + detail
    case .failed: return style.paint("failed", .bad) + detail
    case .unknown: return style.paint("unknown", .quiet) + detail
    }
}

private func permissions(_ grants: [Diagnosis.Grant], style: Style) -> String {
    guard !grants.isEmpty else { return "" }
    let columns: [Table.Column] = [
        .whole("PERMISSION"), .whole("GRANTED"), Table.Column("FOR", cut: .never, least: 24),
    ]
    let rows = grants.map { grant -> [Table.Cell] in
        let answer: Table.Cell =
            switch grant.isGranted {
            case true?: Table.Cell("yes", .good)
            case false?: grant.need == .required ? Table.Cell("no", .bad) : Table.Cell("no, optional", .quiet)
            case nil: Table.Cell("unknown", .quiet)
            }
        return [Table.Cell(grant.permission.rawValue), answer, Table.Cell(grant.purpose)]
    }
    var text = Table.render(columns: columns, rows: rows, width: style.width, style: style)
    var seen: Set<String> = []
    for remedy in grants.compactMap(\.remedy) where seen.insert(remedy).inserted {
        text += VisibleText.of(remedy) + "\n"
    }
    return text
}
