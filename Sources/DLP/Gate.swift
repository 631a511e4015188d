import Pattern

/// Words and the fixed bytes that values hold, looked for in one go.
struct Gate: Sendable {
    /// The detectors whose words it has.
    let detectors: DetectorMask
    private let words: WordIndex
    private let database: LiteralDatabase?
    /// Literals behind the words' are anchors; the detector of each.
    private let anchors: [(detector: Int, length: Int)]
    private let firstAnchor: Int

    /// - Parameter mask: the detectors whose names it looks for; nil for every word of all.
    /// - Throws: `PatternError` where the words cannot be compiled.
    init(_ detectors: [Detector], namesOf mask: DetectorMask?) throws(PatternError) {
        words = WordIndex(detectors, namesOf: mask)
        var literals = words.literals
        firstAnchor = literals.count
        var anchors: [(Int, Int)] = []
        for (place, detector) in detectors.enumerated() {
            guard case .anchors(let texts, _) = detector.find else { continue }
            for text in texts {
                literals.append(LiteralDatabase.Literal(text, letterCase: .counts))
                anchors.append((place, text.utf8.count))
            }
        }
        (self.detectors, self.anchors) = (mask ?? DetectorMask(), anchors)
        database = literals.isEmpty ? nil : try LiteralDatabase(literals)
    }

    /// The detectors whose words it has not.
    func others(of listed: [Detector]) -> DetectorMask {
        listed.indices.reduce(into: DetectorMask()) { $0[$1] = !detectors[$1] }
    }

    /// A place of fixed bytes.
    struct Anchor {
        let detector: Int
        let range: Range<Int>
    }

    /// The words and fixed bytes in a part of a text, added to the lists.
    /// - Parameter memory: for the database's own list, so that it is not made anew each time.
    func find(
        in range: Range<Int>, of text: TextBytes, words found: inout [WordIndex.Hit], anchors places: inout [Anchor],
        memory: inout [LiteralHit]
    ) {
        memory.removeAll(keepingCapacity: true)
        guard let database, database.scan(text.slice(range), into: &memory) else { return }
        for hit in memory {
            let (literal, end) = (Int(hit.literal), Int(hit.end) + range.lowerBound)
            if literal < firstAnchor {
                words.add(literal, endingAt: end, in: text, to: &found)
            } else {
                let anchor = anchors[literal - firstAnchor]
                places.append(Anchor(detector: anchor.detector, range: (end - anchor.length)..<end))
            }
        }
    }
}

extension Detector {
    /// Whether too much of any text looks like its values: they are looked for only where a word or a column names them.
    var isNamedFirst: Bool {
        guard need != .nothing else { return false }
        switch find {
        case .listed, .token: return true
        case .forms(let forms, _): return forms.contains { $0.width < 6 }
        case .word(_, let lengths, _, _): return lengths.upperBound < 6
        case .anchors, .whole: return false
        }
    }
}
