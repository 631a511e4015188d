/// What may stand in a list of domains.
enum MailDomain {
    /// - Parameter row: one domain, in lower-case A-labels.
    static func isOne(_ row: Substring) -> Bool {
        let labels = row.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return row.utf8.count <= 253 && labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.count)
                    && label.allSatisfy {
                        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (48...57).contains($0)
                            || $0 == UInt8(ascii: "-")
                    }
            }
    }
}
