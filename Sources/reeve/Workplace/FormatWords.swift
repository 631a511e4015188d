import ArgumentParser
import Report

extension Format {
    /// A format of lists of things that are no findings: the help of their commands offers no other.
    static func listed(_ word: String) throws -> Format {
        try among(
            ofLists, word,
            "this list knows table, json, jsonl and csv; ocsf, sarif and html are for scan and finding export")
    }

    /// A format that can be read again.
    static func exported(_ word: String) throws -> Format {
        try among(
            [.csv, .json, .jsonl], word,
            "what is to be imported again is csv, json or jsonl (reeve protect list shows a table)")
    }

    private static func among(_ formats: [Format], _ word: String, _ otherwise: String) throws -> Format {
        guard let format = Format(rawValue: word), formats.contains(format) else { throw ValidationError(otherwise) }
        return format
    }
}
