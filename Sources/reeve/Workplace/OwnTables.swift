import BEC
import DLP
import Foundation
import Mail
import Model
import Report

/// The files in `REEVE_HOME/tables`, which stand in place of lists that the product ships.
enum OwnTables {
    /// Every list that may be replaced.
    static let all = ReplaceableTable.ofDetectors + ReplaceableTable.ofMail + [PublicSuffix.replaceable]

    /// Bytes of a file; the largest of the lists has less than 1 MB.
    private static let most = 32 << 20

    /// What is wrong with the files there, by the table's name, or the file's where no table has it: one line each.
    /// Puts the good ones in place.
    static func take(from home: URL) -> [String: String] {
        let folder = home.appendingPathComponent("tables", isDirectory: true)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return [:] }
        var troubles: [String: String] = [:]
        for name in names.sorted() where !name.hasPrefix(".") {
            troubles[name] = trouble(with: name, in: folder)
        }
        return troubles
    }

    private static func trouble(with name: String, in folder: URL) -> String? {
        let path = folder.appendingPathComponent(name).path
        guard let table = all.first(where: { $0.name == name }) else {
            let hint = suggestion(for: name, among: all.map(\.name)).map { "; did you mean \($0)?" } ?? ""
            return "\(path): there is no table of this name\(hint) \(advice)"
        }
        do {
            try table.replace(by: text(of: path))
            return nil
        } catch let mistake as TableMistake {
            let place = mistake.line.map { "\(path):\($0)" } ?? path
            return "\(place): \(mistake.reason); mend it or take the file away \(advice)"
        } catch {
            return "\(path): \(error) \(advice)"
        }
    }

    private static func text(of path: String) throws -> String {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw Failure("it cannot be read") }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: most + 1) else { throw Failure("it cannot be read") }
        guard data.count <= most else { throw Failure("it has more than \(most >> 20) MB") }
        guard let text = String(validating: data, as: UTF8.self) else { throw Failure("it is not UTF-8") }
        return text
    }

    private static let advice = "(docs/operate/tables.md)"
}
