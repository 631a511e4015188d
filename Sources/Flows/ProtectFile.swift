import Foundation
import Model
import Pattern

/// A file of people as it was read: the rows that can be used, and those that cannot, each with its reason.
public struct ProtectFile: Sendable {
    /// The last part of its path: what the reason `import:vips.csv` names.
    public var name: String
    public var rows: [ProtectRow] = []
    public var refused: [ProtectRow.Refusal] = []
    /// Columns of a CSV that mean nothing here.
    public var unusedColumns: [String] = []

    /// Bytes that a file may have.
    public static let largest = 256 << 20

    /// Reads CSV or JSON; which of them it is tells the first character.
    /// - Parameter now: rows of entries that have ended by then are refused.
    /// - Throws: `ProtectError.unreadable` where the file as a whole is of no use.
    public init(_ bytes: Data, name: String, asOf now: Date = Date()) throws {
        self.name = name
        guard bytes.count <= Self.largest else {
            throw ProtectError.unreadable(file: name, why: "it is larger than 256 MB; split it")
        }
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]),
            String(validating: bytes, as: UTF8.self) != nil
        else {
            throw ProtectError.unreadable(file: name, why: "it is not in UTF-8; save it as CSV UTF-8")
        }
        let start = bytes.first { !" \t\r\n".utf8.contains($0) && ![0xEF, 0xBB, 0xBF].contains($0) }
        guard let start else { throw ProtectError.unreadable(file: name, why: "it is empty") }
        if start == UInt8(ascii: "[") || start == UInt8(ascii: "{") {
            (rows, refused) = try ProtectJSON.rows(bytes, asOf: now, compile: Self.compile)
        } else {
            try readCSV([UInt8](bytes), asOf: now)
        }
    }

    private mutating func readCSV(_ bytes: [UInt8], asOf now: Date) throws {
        do {
            let records = try ProtectCSV.records(bytes)
            guard let header = records.first else {
                throw ProtectError.unreadable(file: name, why: "it has nothing but empty cells")
            }
            let columns = try ProtectColumns(header)
            unusedColumns = columns.unknown
            for record in records.dropFirst() {
                do {
                    rows.append(try ProtectRow(try columns.raw(record), asOf: now, compile: Self.compile))
                } catch let refusal as ProtectRow.Refusal {
                    refused.append(refusal)
                }
            }
        } catch let refusal as ProtectRow.Refusal {
            throw ProtectError.unreadable(file: name, why: "line \(refusal.line): \(refusal.why)")
        }
    }

    /// Why an expression of addresses cannot be used; nil where it can.
    public static func compile(_ expression: String) -> String? {
        do {
            _ = try Pattern(expression)
            return nil
        } catch {
            return "\(error)"
        }
    }
}
