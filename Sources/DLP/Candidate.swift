import Model

/// A value that passed its check; what stands around it has not been asked.
struct Candidate {
    let detector: Int
    let start: Int
    let end: Int
    let need: Detector.Need
    let kind: String?
    let isSample: Bool

    /// Whether a word may name it from any place within reach, not only from right before it.
    var isAnywhere: Bool {
        if case .wordWithin = need { return false }
        return true
    }
}

/// A candidate with its surroundings judged.
struct Judged {
    let candidate: Candidate
    let surroundings: Surroundings
    let isStrong: Bool

    /// Which of two values in one place is believed: the field's own name first, then a strong check, then the nearer word.
    var rank: Int {
        let near =
            switch surroundings.naming {
            case .field: 1_000
            case .near where surroundings.isLoose: 0
            // Right before it a word says nearly as much as the name of a field.
            case .near(let distance): distance < 3 ? 860 - distance : 700 - min(distance, 600)
            case .none: isStrong ? 0 : -200
            }
        return near + (isStrong ? 800 : 0) + min(candidate.end - candidate.start, 40) + min(surroundings.wordLength, 20)
    }
}

extension Judged {
    /// Low: shape and check alone. Medium: a strong check, or a word. High: both, or the field bears its name.
    var confidence: Match.Confidence {
        switch (surroundings.naming, isStrong) {
        case (.none, true): surroundings.isDenied ? .low : .medium
        case (.none, false): .low
        case (.field, _): .high
        case (.near, true): surroundings.isDenied ? .low : .high
        case (.near(let distance), false): surroundings.isDenied ? .low : distance < 60 ? .high : .medium
        }
    }

    func match(by detector: Detector) -> Match {
        Match(
            detector: detector.id, entry: candidate.kind ?? detector.id, range: candidate.start..<candidate.end,
            confidence: candidate.isSample ? min(confidence, .medium) : confidence, isSample: candidate.isSample)
    }
}
