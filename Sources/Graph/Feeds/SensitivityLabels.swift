import JSONPull
import Model

extension Feed where Owner == Void, Subject == SensitivityLabel {
    /// The tenant's sensitivity labels; sub-labels follow their parent.
    public static var sensitivityLabels: Feed {
        Feed(.sensitivityLabels, .directory, path: { "/security/dataSecurityAndGovernance/sensitivityLabels" }) {
            (reader, _) throws(JSONError) in
            var below: [SensitivityLabel] = []
            var page: DecodedPage<SensitivityLabel> = try .collection(&reader) { (reader) throws(JSONError) in
                let label = try readLabel(&reader, parent: nil, below: &below)
                return Record(label, id: label.id)
            }
            page.kept += below
            return page
        }
    }

    /// The preview (beta) list, which names the parent instead.
    public static var sensitivityLabelsPreview: Feed {
        Feed(
            .sensitivityLabels, .directory, version: .beta,
            path: { "/security/informationProtection/sensitivityLabels" }
        ) { (reader, _) throws(JSONError) in
            try .collection(&reader) { (reader) throws(JSONError) in
                var below: [SensitivityLabel] = []
                var label = try readLabel(&reader, parent: nil, below: &below)
                label.isPreview = true
                return Record(label, id: label.id)
            }
        }
    }
}

/// Ids in lower case: files name labels by GUIDs in either case.
/// - Parameter below: where the labels nested in it go, deeper ones too.
private func readLabel(
    _ reader: inout JSONReader, parent: String?, below: inout [SensitivityLabel]
) throws(JSONError) -> SensitivityLabel {
    var label = SensitivityLabel(id: "")
    label.parentID = parent
    var nested: [SensitivityLabel] = []
    var deeper: [SensitivityLabel] = []
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": label.id = try reader.optionalString()?.lowercased() ?? ""
        case "name": label.name = try reader.optionalString() ?? label.name
        case "displayName": label.name = try reader.optionalString() ?? label.name
        case "priority", "sensitivity": label.priority = try reader.optionalInt()
        case "isEnabled", "isActive": label.isActive = try reader.optionalBool()
        case "hasProtection": label.hasProtection = try reader.optionalBool()
        case "parent": label.parentID = try readParent(&reader) ?? label.parentID
        case "sublabels":
            try reader.optionalArray { (reader) throws(JSONError) in
                guard try reader.kind() == .object else { return }
                nested.append(try readLabel(&reader, parent: nil, below: &deeper))
            }
        default: break
        }
    }
    // The id may stand after the labels below.
    for var child in nested where !child.id.isEmpty {
        if !label.id.isEmpty { child.parentID = label.id }
        below.append(child)
    }
    below += deeper
    return label
}

private func readParent(_ reader: inout JSONReader) throws(JSONError) -> String? {
    var id: String?
    try reader.optionalObject { (reader, key) throws(JSONError) in
        if "id" ~= key { id = try reader.optionalString()?.lowercased() }
    }
    return id
}
