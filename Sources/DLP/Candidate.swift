/// A value that passed its check; what stands around it has not been asked.
struct Candidate {
    let detector: Int
    let start: Int
    let end: Int
    let need: Detector.Need
    let kind: String?
    let isSample: Bool
}

/// A candidate with its surroundings judged.
struct Judged {
    let candidate: Candidate
    let surroundings: Surroundings
    let isStrong: Bool

    /// Which of two values in one place is believed: the field's own name first, then the nearer word, then the stronger check.
    var rank: Int {
        let near =
            switch surroundings.naming {
            case .field: 1_000
            case .near(let distance): 700 - min(distance, 600)
            case .none: 0
            }
        return near + (isStrong ? 450 : 0) + min(candidate.end - candidate.start, 40) + min(surroundings.wordLength, 20)
    }
}
