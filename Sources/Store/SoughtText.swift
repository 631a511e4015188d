/// What has to stand in the names of a stratum's instances, and in what their files hold where the stratum tells of that.
struct SoughtText {
    let text: String
    /// Ids of sensitivity labels that the text names; nil for instances that tell of no content.
    let labels: [String]?

    static let columns = "fingerprint, resource_name, resource_id, words"

    /// - Parameters:
    ///   - numbers: of the words that have the text.
    ///   - place: the number of the placeholder that the pattern takes.
    func condition(_ like: String, numbers: Set<Int64>, at place: Int) -> String {
        let inWords =
            numbers.isEmpty ? "" : " OR words IN (\(numbers.sorted().map(String.init).joined(separator: ", ")))"
        return """
            (resource_name \(like) $\(place) ESCAPE '\\' OR resource_id \(like) $\(place) ESCAPE '\\'\(inWords))
            """
    }

    /// Whether a row of `columns` that the condition let through has the text, whatever the case of its letters.
    func isIn(_ row: any SQLRow, numbers: Set<Int64>) -> Bool {
        guard !isASCII else { return true }
        let sought = text.lowercased()
        return [row.text(1), row.text(2)].contains { $0.lowercased().contains(sought) }
            || row.optionalText(3) != nil && numbers.contains(Int64(row.int(3)))
    }

    var isASCII: Bool { text.utf8.allSatisfy { $0 < 0x80 } }

    /// The text anywhere, its own signs taken as they stand. Engines fold the case of ASCII alone, so any other letter stands for every sign,
    /// and what is found is looked at again.
    var pattern: String {
        "%" + text.unicodeScalars.map { $0.isASCII ? SQLText.escaped($0) : "%" }.joined() + "%"
    }
}

extension InstanceFilter {
    /// What has to stand in a stratum's instances; nil where all of them are wanted.
    func sought(in stratum: Stratum) -> SoughtText? {
        guard let text, !text.isEmpty, !named.contains(stratum.key) else { return nil }
        let tellsContent = contentChecks.contains(stratum.check)
        return SoughtText(text: text, labels: tellsContent ? labels[stratum.integration] ?? [] : nil)
    }
}
