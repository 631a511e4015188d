import Model

/// The label of a message: the header `msip_labels`, `key=value` with semicolons between.
enum MailLabels {
    static func add(_ value: String, to labels: inout LabelsFound) {
        for pair in value.split(separator: ";").prefix(200) {
            guard let equals = pair.firstIndex(of: "=") else { continue }
            let key = pair[..<equals].filter { !$0.isWhitespace }
            labels.add(property: String(key), value: String(pair[pair.index(after: equals)...]), carrier: .mailHeader)
        }
    }

    /// - Parameter text: a whole header block.
    static func add(fromHeaders text: String, to labels: inout LabelsFound) {
        guard !text.isEmpty else { return }
        for field in MailPart(Array(text.utf8)).fields(named: "msip_labels") { add(field, to: &labels) }
    }
}
