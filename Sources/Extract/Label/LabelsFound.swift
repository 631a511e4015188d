import Model

/// What the carriers of one document say about its labels, and what is in force of it.
struct LabelsFound {
    /// A `label` element of LabelInfo, in force or not.
    struct Element {
        var label: DocumentLabel
        var isInForce: Bool
    }

    private var elements: [Element] = []
    private var properties = LabelProperties()

    mutating func add(_ element: Element) { elements.append(element) }

    /// A property that may be `MSIP_Label_<guid>_<key>`.
    /// - Returns: whether it is.
    @discardableResult
    mutating func add(property name: String, value: String, carrier: DocumentLabel.Carrier) -> Bool {
        properties.add(name, value: value, carrier: carrier)
    }

    /// MS-OFFCRYPTO 2.6.3: for a tenant, LabelInfo decides alone where it has a label, in force or not.
    var effective: [DocumentLabel] {
        let sites = Set(elements.map(\.label.siteID))
        let ids = Set(elements.map(\.label.labelID))
        let others = properties.effective.filter { label in
            !ids.contains(label.labelID) && !sites.contains(label.siteID) && (elements.isEmpty || !label.siteID.isEmpty)
        }
        return elements.filter(\.isInForce).map(\.label) + others
    }
}

/// GUIDs are compared in lower case, without braces.
func normalisedGUID(_ text: some StringProtocol) -> String? {
    let guid = text.lowercased().filter { $0 != "{" && $0 != "}" && $0 != " " }
    let parts = guid.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [8, 4, 4, 4, 12], guid.utf8.allSatisfy({ $0 == 0x2D || isHexDigit($0) }) else {
        return nil
    }
    return guid
}

private func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
}

/// 1 and true, in any case.
func isTrue(_ text: String) -> Bool { ["1", "true"].contains(text.lowercased()) }
