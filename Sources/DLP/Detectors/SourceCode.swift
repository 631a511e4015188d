extension Detector {
    /// A whole file of source code. What is told is its first line.
    static let sourceCode = Detector(
        id: "source_code", title: "Source code", family: .code,
        check: "several of a language's own turns, lines that end as code does, 500 characters at least",
        find: .whole(examine: language), kinds: SourceLanguage.all.map { Kind($0.id, "Source code in \($0.title)") },
        hits: SourceLanguage.all.map(\.example),
        misses: [
            String(
                repeating: "We discussed the function of the class in Java and Swift, and let it be public.\n",
                count: 20),
            String(repeating: "{\"name\": \"func\", \"import\": \"let x = 1;\"},\n", count: 40),
            "int main(void) { return 0; }",
            String(repeating: "2026-11-03 10:01:12 INFO request 4123 took 12 ms;\n", count: 40),
        ])
}

/// Bytes of a file's beginning that are looked at, and those it needs.
private let longestHead = 16 * 1024
private let shortestFile = 500

private func language(_ text: TextBytes) -> (place: Range<Int>, kind: String)? {
    guard text.count >= shortestFile else { return nil }
    let head = 0..<min(text.count, longestHead)
    let first = firstLine(head, in: text)
    guard !first.isEmpty, !beginsLikeData(first.lowerBound, in: text), isShapedLikeCode(head, in: text)
    else { return nil }
    let scores = SourceLanguage.scores(in: text.slice(head))
    guard let best = zip(SourceLanguage.all, scores).max(by: { $0.1 < $1.1 }), best.1 >= SourceLanguage.least else {
        return nil
    }
    return (first, best.0.id)
}

/// JSON; a comment of Haskell begins alike.
private func beginsLikeData(_ place: Int, in text: TextBytes) -> Bool {
    text[place] == UInt8(ascii: "[") || (text[place] == UInt8(ascii: "{") && text[place + 1] != UInt8(ascii: "-"))
}

private func firstLine(_ head: Range<Int>, in text: TextBytes) -> Range<Int> {
    var start = head.lowerBound
    if text.holds("\u{FEFF}", at: 0) { start = 3 }
    while start < head.upperBound, text[start].isBlank || text[start].isLineEnd { start += 1 }
    let end = text.lineEnd(start, limit: 80)
    return start..<min(max(start, end), head.upperBound)
}

/// Whether a third of the lines end as statements and blocks do, are comments, or hold a call or an assignment and nothing like a
/// sentence's end.
private func isShapedLikeCode(_ head: Range<Int>, in text: TextBytes) -> Bool {
    var (lines, shaped, start) = (0, 0, head.lowerBound)
    while start < head.upperBound {
        let end = text.lineEnd(start, limit: longestHead)
        var (first, last) = (start, min(end, head.upperBound) - 1)
        while first <= last, text[first].isBlank { first += 1 }
        while last >= first, text[last].isBlank || text[last] == 13 { last -= 1 }
        if first <= last {
            lines += 1
            if isShaped(first...last, in: text) { shaped += 1 }
        }
        start = max(end, start) + 1
    }
    return lines >= 8 && shaped * 3 >= lines
}

private func isShaped(_ line: ClosedRange<Int>, in text: TextBytes) -> Bool {
    switch text[line.upperBound] {
    case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"): return true
    default: break
    }
    if text.holds("//", at: line.lowerBound) || text.holds("/*", at: line.lowerBound)
        || text.holds("--", at: line.lowerBound)
    {
        return true
    }
    if text[line.upperBound] == UInt8(ascii: ".") { return false }
    if line.contains(where: { isAssignment($0, in: text) }) { return true }
    let isIndented = line.lowerBound > 0 && text[line.lowerBound - 1].isBlank
    return (isIndented || text[line.upperBound] == UInt8(ascii: ":"))
        && line.contains {
            text[$0] == UInt8(ascii: "=") || text[$0] == UInt8(ascii: "(") || text[$0] == UInt8(ascii: ":")
        }
}

/// ` = `, ` := `, ` <- ` or ` :: `.
private func isAssignment(_ place: Int, in text: TextBytes) -> Bool {
    text.holds(" = ", at: place) || text.holds(" := ", at: place) || text.holds(" <- ", at: place)
        || text.holds(" :: ", at: place)
}
