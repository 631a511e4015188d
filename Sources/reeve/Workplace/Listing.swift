import Foundation
import Model
import Report

/// A list in the formats that every list has: a table for people, JSON, JSON lines and CSV for programs.
struct Listing {
    /// Names of the properties in JSON and of the columns in CSV.
    let columns: [String]
    /// Heads of the table's columns.
    let titles: [String]
    /// How many of the columns the table shows; nil for all.
    var shown: Int?
    /// How a cell of the table looks where it is more than words: by the column's name and the value; nil for plain words.
    var marks: (String, Evidence.Value) -> Table.Cell? = { _, _ in nil }
    /// Columns that are never cut: moments, words of a state.
    var whole: Set<String> = []
    /// The last column is prose: it goes on in the next line instead of being cut.
    var prose = false

    func text(_ rows: [[Evidence.Value]], format: Format, style: Style) throws -> String {
        switch format {
        case .table: table(rows, style: style)
        case .json: "[" + rows.map(object).joined(separator: ",\n ") + "]\n"
        case .jsonl: rows.map { object($0) + "\n" }.joined()
        case .csv: ([columns.joined(separator: ",")] + rows.map(record)).map { $0 + "\r\n" }.joined()
        case .ocsf, .sarif, .html:
            throw Failure(
                "--format \(format.rawValue) is for findings; lists know table, json, jsonl and csv", status: 64)
        }
    }

    private func table(_ rows: [[Evidence.Value]], style: Style) -> String {
        let count = shown ?? titles.count
        return Table.render(
            columns: titles.prefix(count).enumerated().map { place, title in
                Table.Column(
                    title, cut: prose && place == count - 1 ? .never : .middle,
                    least: whole.contains(columns[place]) ? nil : whole.isEmpty && place == 0 ? 20 : 8)
            },
            rows: rows.map { row in
                zip(columns, row).prefix(count).map { name, value in marks(name, value) ?? Table.Cell(words(value)) }
            }, width: style.width, style: style)
    }

    private func words(_ value: Evidence.Value) -> String {
        switch value {
        case .text(let text): text
        case .list(let list): list.joined(separator: ", ")
        case .records(let records): records.map(EvidenceWords.line).joined(separator: ", ")
        case .number(let number): Int(exactly: number).map(Numbers.grouped) ?? "\(number)"
        case .flag(let flag): flag ? "yes" : "no"
        case .none: "–"
        }
    }

    /// Properties in the order of the columns.
    private func object(_ row: [Evidence.Value]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        let parts = zip(columns, row).map { name, value in
            "\"\(name)\":\((try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null")"
        }
        return "{" + parts.joined(separator: ",") + "}"
    }

    /// RFC 4180; a leading `=`, `+`, `-` or `@` is kept from being taken for a formula.
    private func record(_ row: [Evidence.Value]) -> String {
        row.map { value in
            var text: String =
                switch value {
                case .list(let list): list.joined(separator: ";")
                case .records(let records): records.map(EvidenceWords.line).joined(separator: ";")
                case .none: ""
                case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
                case .flag(let flag): flag ? "true" : "false"
                case .text(let text): text
                }
            if case .number = value {} else if let first = text.first, "=+-@\t\r".contains(first) { text = "'" + text }
            guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
            return "\"" + text.replacing("\"", with: "\"\"") + "\""
        }.joined(separator: ",")
    }
}
