import DLP
import Model

/// The first line of a table that is to be exact data: names of columns, which may be told and kept as they are.
enum TableHeader {
    /// Where the first cell stands that looks like a value: of digits for the most part, or found by a predefined detector.
    static func value(in cells: [String]) -> Int? {
        if let place = cells.firstIndex(where: isNumber) { return place }
        guard let scan = try? TextScan(Detector.all, minimum: .medium) else { return nil }
        return cells.firstIndex { !scan.matches(in: $0).isEmpty }
    }

    /// `612-33-7752`, `DE-77120`, `2026-03-14`; not `Line 2`, `2026` and `Q3 2026`.
    private static func isNumber(_ cell: String) -> Bool {
        let parts = cell.split { !$0.isLetter && !$0.isNumber }.filter { !isYear($0) }
        let digits = parts.reduce(0) { $0 + $1.count(where: \.isNumber) }
        return digits >= 3 && digits > parts.reduce(0) { $0 + $1.count(where: \.isLetter) }
    }

    private static func isYear(_ part: Substring) -> Bool {
        part.count == 4 && (part.hasPrefix("19") || part.hasPrefix("20")) && part.allSatisfy(\.isNumber)
    }
}
