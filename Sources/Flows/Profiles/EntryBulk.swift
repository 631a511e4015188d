import DLP
import Foundation
import Model
import Store

/// Makes and reads the bulk of exact data and of fingerprints. What is hashed passes through and is not kept.
public struct EntryBulk: Sendable {
    private let keyBytes: [UInt8]
    private let key: ContentKey

    /// With a new key of 256 random bits.
    public init() throws(ProfileTrouble) {
        let bytes = (0..<ContentKey.length).map { _ in UInt8.random(in: .min ... .max) }
        guard let key = ContentKey(bytes) else { throw ProfileTrouble("no key could be made") }
        (keyBytes, self.key) = (bytes, key)
    }

    /// Exact data: the rows of a CSV file with a header.
    public struct Table: Sendable {
        public var columns: [CustomEntry.DataColumn]
        public var material: EntryMaterial
        public var rows: Int
        /// Rows without a usable primary cell.
        public var skipped: Int
        /// Rows of more or fewer cells than the header, and the lines of the first ten.
        public var uneven: LeftOut
        /// Rows that can never be found, because no other cell stands beside the primary one.
        public var bare: LeftOut
        /// Whether some of it was neither UTF-8 nor UTF-16, and taken for Windows-1252.
        public var isOldText: Bool
    }

    /// Rows that were left out for one reason.
    public struct LeftOut: Sendable, Hashable {
        public var rows = 0
        /// Where the first ten of them begin, the header being line 1.
        public var lines: [Int] = []

        mutating func add(_ line: Int) {
            rows += 1
            if lines.count < 10 { lines.append(line) }
        }

        /// "lines 4, 6, 9".
        var places: String {
            let told = lines.map(String.init).joined(separator: ", ")
            return rows > lines.count ? "lines \(told), …" : "line\(rows == 1 ? "" : "s") \(told)"
        }
    }

    /// The table in a file, read line by line.
    /// - Parameters:
    ///   - primary: the header of the column that is looked for first.
    ///   - chosen: headers of the columns that support it; empty for all others.
    ///   - needed: how many cells of these have to stand near it.
    /// - Throws: `ProfileTrouble` in words for the person whose file it is.
    public func table(
        at path: String, primary: String, supporting chosen: [String], needed: Int
    ) throws(ProfileTrouble) -> Table {
        let reader: ByteReader
        do throws(MailTrouble) { reader = try ByteReader(path: path) } catch { throw ProfileTrouble("\(error)") }
        let sample = reader.peek(Self.sample)
        let made = try table(sample, primary: primary, supporting: chosen, needed: needed) {
            var line: [UInt8] = []
            return reader.appendLine(to: &line) ? line : nil
        }
        if let trouble = reader.trouble { throw ProfileTrouble("cannot read \(path): \(trouble)") }
        return made
    }

    /// The table in bytes that somebody sent.
    public func table(
        _ bytes: [UInt8], primary: String, supporting chosen: [String], needed: Int
    ) throws(ProfileTrouble) -> Table {
        let end = bytes.firstIndex { $0 == 10 }.map { $0 + 1 } ?? bytes.count
        var pieces = [Array(bytes[..<end]), Array(bytes[end...])][...]
        return try table(bytes.prefix(Self.sample), primary: primary, supporting: chosen, needed: needed) {
            pieces.popFirst()
        }
    }

    /// Bytes by which it is told what a table is written in.
    private static let sample = 4_096

    /// - Parameter next: whole lines; more of them at a time where they are not the first.
    private func table(
        _ sample: ArraySlice<UInt8>, primary: String, supporting chosen: [String], needed: Int, next: () -> [UInt8]?
    ) throws(ProfileTrouble) -> Table {
        guard var text = TableText(sample) else {
            throw ProfileTrouble("the table is no text: save it as CSV in UTF-8, with a header")
        }
        // In UTF-16 a line may end in the piece behind.
        var first = text.add(next() ?? [])
        while !first.contains(10), let piece = next() { first += text.add(piece) }
        let header = try Self.header(of: first)
        let columns = try Self.columns(header, primary: primary, supporting: chosen)
        let others = Set(columns.filter { !$0.isPrimary }.compactMap { header.firstIndex(of: $0.name) })
        var rows = TableRows(header: header, line: Self.line(of: first), supporting: needed > 0 ? others : [])
        var reader = DataSetReader(columns: columns, key: key)
        do {
            try reader.add(rows.add(first))
            while let piece = next() { try reader.add(rows.add(text.add(piece))) }
            try reader.add(rows.finish())
            // Nothing of it would ever be found.
            guard !text.isForeign else {
                throw ProfileTrouble(
                    "the table is in a character set other than UTF-8, UTF-16 and Windows-1252: save it as CSV in UTF-8"
                )
            }
            let set = try reader.finish()
            return Table(
                columns: columns, material: EntryMaterial(key: keyBytes, bytes: set.encoded), rows: set.rowCount,
                skipped: set.skipped, uneven: rows.uneven, bare: rows.bare, isOldText: text.isOld)
        } catch let trouble as ProfileTrouble {
            throw trouble
        } catch {
            let left = Self.words(uneven: rows.uneven, bare: rows.bare)
            throw ProfileTrouble((["\(error)"] + left).joined(separator: "; "))
        }
    }

    static func words(uneven: LeftOut, bare: LeftOut) -> [String] {
        [
            uneven.rows > 0
                ? "\(uneven.rows) of another number of cells than the header left out (\(uneven.places))" : nil,
            bare.rows > 0 ? "\(bare.rows) without any other cell left out (\(bare.places))" : nil,
        ].compactMap(\.self)
    }

    /// - Throws: `ProfileTrouble` for a table without names of columns.
    private static func header(of text: [UInt8]) throws(ProfileTrouble) -> [String] {
        let names = ((try? ProtectCSV.records(Self.line(of: text)))?.first?.fields ?? []).map {
            $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        guard !names.isEmpty else { throw ProfileTrouble("the table is empty") }
        // Names of columns are kept and told in clear text, values are not.
        if let place = TableHeader.value(in: names) {
            throw ProfileTrouble(
                "cell \(place + 1) of the table's first line is a value and no name of a column: put a line with names above"
            )
        }
        return names
    }

    private static func columns(
        _ names: [String], primary: String, supporting chosen: [String]
    ) throws(ProfileTrouble) -> [CustomEntry.DataColumn] {
        for name in [primary] + chosen where !names.contains(where: { isSame($0, name) }) {
            throw ProfileTrouble("the table has no column \"\(name)\"; it has: \(names.joined(separator: ", "))")
        }
        return names.filter { name in
            guard !isSame(name, primary) else { return true }
            return chosen.isEmpty ? !name.isEmpty : chosen.contains { isSame($0, name) }
        }.map { CustomEntry.DataColumn(name: $0, isPrimary: isSame($0, primary)) }
    }

    private static func line(of text: [UInt8]) -> [UInt8] {
        text.firstIndex(of: 10).map { Array(text[...$0]) } ?? text
    }

    private static func isSame(_ a: String, _ b: String) -> Bool {
        a.lowercased() == b.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    }

    /// The fingerprints of some texts, by their names.
    /// - Throws: `ProfileTrouble` for one with too little text.
    public func fingerprints(of texts: [(name: String, text: String)]) throws(ProfileTrouble) -> EntryMaterial {
        try fingerprints(of: texts.map { ($0.name, [$0.text]) })
    }

    /// The fingerprints of some files, by their names: of each document in them.
    /// - Throws: `ProfileTrouble` for one that was not read whole, or with too little text.
    public func fingerprints(of files: [(name: String, read: Extraction)]) throws(ProfileTrouble) -> EntryMaterial {
        for (name, read) in files where read.status != .ok {
            throw ProfileTrouble("the file \(name) could not be read: \(read.detail ?? read.status.rawValue)")
        }
        return try fingerprints(of: files.map { ($0.name, $0.read.writtenTexts) })
    }

    private func fingerprints(of files: [(name: String, texts: [String])]) throws(ProfileTrouble) -> EntryMaterial {
        var bytes: [UInt8] = []
        for (name, texts) in files {
            let prints = texts.compactMap { DocumentFingerprint(of: $0, key: key) }
            guard !prints.isEmpty else {
                throw ProfileTrouble(
                    "there is too little text in \(name): \(DocumentFingerprint.fewest) different passages of five words are needed"
                )
            }
            for encoded in prints.map(\.encoded) {
                bytes += withUnsafeBytes(of: UInt32(encoded.count).littleEndian, Array.init) + encoded
            }
        }
        return EntryMaterial(key: keyBytes, bytes: bytes)
    }

    /// What the detection engine needs of some entries, out of the store.
    static func material(for entries: [CustomEntry], in store: Store) throws -> CustomScan.Material {
        var material = CustomScan.Material()
        for entry in entries {
            guard let kept = try store.material(of: entry.id), let key = ContentKey(kept.key) else { continue }
            switch entry.means {
            case .dataset: material.dataSets[entry.id] = DataSet(encoded: kept.bytes).map { (set: $0, key: key) }
            case .fingerprint: material.fingerprints[entry.id] = (documents: fingerprints(kept.bytes), key: key)
            case .pattern, .words, .label, .foreignLabel: continue
            }
        }
        return material
    }

    private static func fingerprints(_ bytes: [UInt8]) -> [DocumentFingerprint] {
        var found: [DocumentFingerprint] = []
        var rest = bytes[...]
        while rest.count >= 4 {
            let count = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(4)
            if let print = DocumentFingerprint(encoded: Array(rest.prefix(count))) { found.append(print) }
            rest = rest.dropFirst(count)
        }
        return found
    }
}
