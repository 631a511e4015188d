import Model

/// Looks for the rows of a data set in a text: primary cells by filter and hash, then the row's other cells near them.
struct DataSetProbe: Sendable {
    let set: DataSet
    let key: ContentKey
    /// Cells of the same row that have to stand near the primary one.
    let wanted: Int

    /// Bytes before and behind a primary cell within which others support it.
    static let window = 512
    /// Bytes that may part the words of a cell.
    static let widestGap = 3

    /// A cell that may support a primary one.
    private struct Other {
        let place: Range<Int>
        let digest: ContentKey.Digest
    }

    /// The primary cells that begin in a part of the text, with their rows confirmed.
    func each(
        in range: Range<Int>, of text: TextBytes, _ body: (_ place: Range<Int>, _ confidence: Match.Confidence) -> Void
    ) {
        var last = 0
        var others: [Other]?
        eachCell(set.primary, in: range, of: text) { place, bytes in
            guard place.lowerBound >= last, set.primary.filter.contains(key.hash(bytes)) else { return }
            let rows = set.rows(with: key.digest(Array(bytes)))
            guard !rows.isEmpty else { return }
            // Looked for once in the part, so that a text full of one primary cell costs no more.
            let known = others ?? self.others(around: range, of: text)
            others = known
            guard let confidence = confidence(rows, of: place, among: known) else { return }
            last = place.upperBound
            body(place, confidence)
        }
    }

    /// In order of place.
    private func others(around range: Range<Int>, of text: TextBytes) -> [Other] {
        guard set.columns.count > 1 else { return [] }
        let near = max(0, range.lowerBound - Self.window)..<min(text.count, range.upperBound + Self.window)
        var found: [Other] = []
        eachCell(set.supporting, in: near, of: text) { place, bytes in
            guard set.supporting.filter.contains(key.hash(bytes)) else { return }
            found.append(Other(place: place, digest: key.digest(Array(bytes))))
        }
        return found
    }

    /// Where some cells stand in a text, whichever of their row they are.
    func places(of cells: Set<ContentKey.Digest>, in text: TextBytes) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for shape in [set.primary, set.supporting] {
            eachCell(shape, in: 0..<text.count, of: text) { place, bytes in
                guard shape.filter.contains(key.hash(bytes)), cells.contains(key.digest(Array(bytes))) else { return }
                found.append(place)
            }
        }
        return found
    }

    private func confidence(_ rows: [Int], of place: Range<Int>, among others: [Other]) -> Match.Confidence? {
        guard set.columns.count > 1 else { return .medium }
        var (low, high) = (0, others.count)
        while low < high {
            let middle = (low + high) / 2
            if others[middle].place.lowerBound < place.lowerBound - Self.window {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var digests: Set<ContentKey.Digest> = []
        for other in others[low...].prefix(while: { $0.place.upperBound <= place.upperBound + Self.window })
        where !other.place.overlaps(place) {
            digests.insert(other.digest)
        }
        let best = rows.map { set.supporting(row: $0, among: digests) }.max() ?? 0
        guard best >= wanted else { return nil }
        return best > 0 ? .high : .medium
    }

    /// Words and runs of words that could be a cell, the longest of those with one beginning first.
    private func eachCell(
        _ shape: DataSet.Shape, in range: Range<Int>, of text: TextBytes,
        _ body: (Range<Int>, ArraySlice<UInt8>) -> Void
    ) {
        var bytes: [UInt8] = []
        var ends: [(end: Int, length: Int)] = []
        var words = CellWords(of: text, in: range)
        defer { words.free() }
        while let token = words.next() {
            guard token.count <= DataSet.longestCell else { continue }
            bytes.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
            // Of most words the length alone says that they are no cell.
            var next = shape.mostTokens > 1 || !words.isPlain || shape.lengths[token.count] ? token : nil
            var isWrapped = false
            for _ in 0..<shape.mostTokens {
                guard let here = next, bytes.count + here.count <= DataSet.longestCell else { break }
                text.fold(here, into: &bytes)
                guard bytes.count <= DataSet.longestCell else { break }
                if shape.lengths[bytes.count] { ends.append((here.upperBound, bytes.count)) }
                next = Self.following(here, isWrapped: &isWrapped, in: text)
            }
            let fewer = ends.count
            words.eachGrouped(shape) { ends.append(($0, $1)) }
            if ends.count > fewer, let last = ends.last {
                bytes.removeAll(keepingCapacity: true)
                for place in token.lowerBound..<last.end {
                    let byte = text.base[place]
                    if byte.isAlphanumeric { bytes.append(byte.isUpper ? byte | 0x20 : byte) }
                }
            }
            for (end, length) in ends.reversed() { body(token.lowerBound..<end, bytes[..<length]) }
        }
    }

    /// The next word of a cell, on the same line or, once in a cell, on the next one.
    private static func following(_ token: Range<Int>, isWrapped: inout Bool, in text: TextBytes) -> Range<Int>? {
        for gap in 0...widestGap {
            let at = token.upperBound + gap
            if let next = TextTokens.token(at: at, in: text) { return next }
            if text[at] == 9 { return nil }
            guard text[at].isLineEnd else { continue }
            guard !isWrapped, let start = LineBreak.end(at, in: text) else { return nil }
            isWrapped = true
            return TextTokens.token(at: start, in: text)
        }
        return nil
    }
}
