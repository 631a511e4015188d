import Model

/// Labels in XMP metadata: properties of the pdfx namespace, as elements or as attributes.
enum XMP {
    static func add(_ packet: some Collection<UInt8>, to labels: inout LabelsFound, extractor: Extractor) {
        let tree = XMLTree()
        try? extractor.readXML(packet, with: tree)
        for element in tree.elements {
            labels.add(property: element.name, value: element.text, carrier: .xmp)
            for (name, value) in element.attributes { labels.add(property: name, value: value, carrier: .xmp) }
        }
    }

    /// Of a packet that stands in clear somewhere in the bytes.
    static func addLabels(in bytes: [UInt8], extractor: Extractor) {
        guard bytes.offset(of: "MSIP_Label_") != nil, let start = bytes.offset(of: "<x:xmpmeta") else { return }
        let rest = bytes[start...]
        guard let length = rest.offset(of: "</x:xmpmeta>") else { return }
        var labels = LabelsFound()
        add(rest.prefix(length + 12), to: &labels, extractor: extractor)
        extractor.add(labels)
    }
}
