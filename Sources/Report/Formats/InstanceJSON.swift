import Model
import Posture

/// The objects of `--format json` and `jsonl`; their keys are a public contract and keep this order.
public struct InstanceJSON {
    let index: CheckIndex

    public init(index: CheckIndex) { self.index = index }

    public func object(_ instance: Instance) -> OrderedJSON {
        let check = index[instance.check]
        var pairs: [(String, OrderedJSON)] = [
            ("check", .text(instance.check)),
            ("title", .text(index.title(of: instance.check))),
            ("category", .optional(check?.family.rawValue)),
            ("severity", .text(instance.severity.rawValue)),
            ("integration", .text(instance.integration)),
            ("tenantId", .text(instance.tenantID)),
            ("resource", Self.object(instance.resource)),
            ("subId", .optional(instance.subID)),
            ("status", .text(instance.status.rawValue)),
            ("firstSeen", .text(Moments.iso(instance.firstSeen))),
            ("lastSeen", .text(Moments.iso(instance.lastSeen))),
        ]
        if let resolvedAt = instance.resolvedAt { pairs.append(("resolvedAt", .text(Moments.iso(resolvedAt)))) }
        pairs.append(("fingerprint", .text(instance.fingerprint)))
        pairs.append(("evidence", Self.object(instance.evidence)))
        return .object(pairs)
    }

    /// `driveId` only of a `driveItem`, `location` only where there is one.
    static func object(_ resource: Resource) -> OrderedJSON {
        var pairs: [(String, OrderedJSON)] = [
            ("type", .text(resource.type.rawValue)), ("id", .text(resource.id)), ("name", .text(resource.name)),
            ("url", .optional(resource.url)),
        ]
        if let driveID = resource.driveID { pairs.append(("driveId", .text(driveID))) }
        if let location = resource.location { pairs.append(("location", .text(location))) }
        return .object(pairs)
    }

    /// Keys sorted.
    static func object(_ evidence: Evidence) -> OrderedJSON {
        .object(evidence.values.sorted { $0.key < $1.key }.map { ($0.key, value($0.value)) })
    }

    private static func value(_ value: Evidence.Value) -> OrderedJSON {
        switch value {
        case .text(let text): .text(text)
        case .list(let list): .texts(list)
        case .records(let records): .list(records.map(object))
        case .flag(let flag): .flag(flag)
        case .none: .null
        case .number(let number): Int(exactly: number).map { .number($0) } ?? .fraction(number)
        }
    }
}
