import Model

/// Labels written as `MSIP_Label_<guid>_<key>` properties, which many formats carry.
struct LabelProperties {
    private struct Draft {
        var label: DocumentLabel
        var isEnabled = false
        /// As written: ISO 8601, so later ones are greater.
        var setDate = ""
    }

    private var drafts: [Draft] = []

    mutating func add(_ name: String, value: String, carrier: DocumentLabel.Carrier) -> Bool {
        guard let (id, key) = Self.parts(of: name) else { return false }
        // Headers are folded, and XML is indented.
        let text = String(
            value.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed().prefix(1024))
        let place =
            drafts.firstIndex { $0.label.labelID == id && $0.label.carrier == carrier }
            ?? {
                drafts.append(Draft(label: DocumentLabel(labelID: id, siteID: "", carrier: carrier)))
                return drafts.count - 1
            }()
        switch key {
        case "enabled": drafts[place].isEnabled = isTrue(text)
        case "siteid": drafts[place].label.siteID = normalisedGUID(text) ?? ""
        case "name": drafts[place].label.name = text
        case "method": drafts[place].label.method = text
        case "contentbits": drafts[place].label.contentBits = Int(text)
        case "setdate": drafts[place].setDate = text
        default: break
        }
        return true
    }

    /// `MSIP_Label_<guid>_<key>`; look-alikes such as `XMSIP_Label_` or a name without a GUID are none.
    private static func parts(of name: String) -> (id: String, key: String)? {
        let prefix = "msip_label_"
        let lowered = name.lowercased()
        guard lowered.hasPrefix(prefix) else { return nil }
        let rest = lowered.dropFirst(prefix.count)
        guard let end = rest.firstIndex(of: "_"), let id = normalisedGUID(rest[..<end]) else { return nil }
        return (id, String(rest[rest.index(after: end)...]))
    }

    /// One label a tenant: of several the one set last.
    var effective: [DocumentLabel] {
        var chosen: [Draft] = []
        for draft in drafts where draft.isEnabled {
            let rival = chosen.firstIndex { $0.label.siteID == draft.label.siteID }
            guard let rival, !draft.label.siteID.isEmpty else {
                chosen.append(draft)
                continue
            }
            if draft.setDate >= chosen[rival].setDate { chosen[rival] = draft }
        }
        return chosen.map(\.label)
    }
}
