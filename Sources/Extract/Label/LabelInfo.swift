import Model

/// The label list of `docMetadata/LabelInfo.xml` (MS-OFFCRYPTO 2.6.4).
enum LabelInfo {
    private static let namespace = "http://schemas.microsoft.com/office/2020/mipLabelMetadata"

    /// - Returns: every label element, in force or not; none where the XML is damaged.
    static func elements(
        _ xml: some Collection<UInt8>, extractor: Extractor, carrier: DocumentLabel.Carrier
    ) -> [LabelsFound.Element] {
        let tree = XMLTree()
        try? extractor.readXML(xml, with: tree, inNamespaces: true)
        return tree.all("\(namespace):label").compactMap { element in
            let attributes = element.attributes
            guard let id = attributes["id"].flatMap(normalisedGUID) else { return nil }
            let label = DocumentLabel(
                labelID: id, siteID: attributes["siteId"].flatMap(normalisedGUID) ?? "", method: attributes["method"],
                contentBits: attributes["contentBits"].flatMap { Int($0) }, carrier: carrier)
            let isInForce = isTrue(attributes["enabled"] ?? "0") && !isTrue(attributes["removed"] ?? "0")
            return .init(label: label, isInForce: isInForce)
        }
    }
}
