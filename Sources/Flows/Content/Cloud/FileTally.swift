import Model

/// What one profile tells of a file: each entry counted, with the first samples and the hashes of its different values.
struct FileTally {
    let profile: ContentProfile
    private var told: [FileContent.Matched] = []
    /// The part and the place of each sample.
    private var spots: [[(part: String?, place: String?)]] = []
    private var hashes: ValueHashes
    private var values: DifferentValues

    /// How many samples of an entry are kept, and hashes of how many different values.
    static let samplesKept = 5
    static let hashesKept = 1_000

    init(_ profile: ContentProfile, hash: @escaping @Sendable (String) -> String) {
        self.profile = profile
        values = DifferentValues(profile)
        hashes = ValueHashes(most: Self.hashesKept, hash: hash)
    }

    /// - Parameter located: is asked for what is kept only.
    mutating func add(_ match: Match, titled title: (String) -> String, _ located: () -> LocatedFinding) {
        let place = note(match, titled: title)
        let isSample = told[place].samples.count < Self.samplesKept
        guard isSample || !values.areTooMany || !hashes.isFull(match.entry) else { return }
        let one = located()
        values.add { one.value }
        if let likeness = one.finding.likeness {
            told[place].likeness = max(told[place].likeness ?? 0, likeness)
        }
        let hash = hashes.note(one.value, of: match.entry)
        guard isSample else { return }
        told[place].samples.append(.init(masked: one.finding.masked, place: nil, hash: hash))
        spots[place].append((one.finding.part, one.finding.place))
    }

    /// Adds a label that the file bears, or a document inside of it.
    /// - Parameter where: which of them, in words, with its name as it may be told.
    mutating func add(label match: Match, at where: String, titled title: (String) -> String) {
        let place = note(match, titled: title)
        values.add { match.entry }
        guard told[place].samples.count < Self.samplesKept else { return }
        told[place].samples.append(.init(masked: "", place: nil))
        spots[place].append((nil, `where`))
    }

    /// Most matches first; none where the profile allows as many different values.
    /// - Parameter names: has been told of everything that was found.
    func result(_ names: inout DocumentNames) -> [FileContent.Matched] {
        guard values.areTooMany else { return [] }
        return told.indices.map { place in
            var one = told[place]
            one.hashes = hashes.byEntry[one.entry] ?? []
            for (sample, spot) in spots[place].enumerated() {
                let told = [names.masked(spot.part), names.masked(place: spot.place)].compactMap(\.self)
                one.samples[sample].place = told.filter { !$0.isEmpty }.joined(separator: ", ")
            }
            return one
        }.sorted { ($1.count, $0.entry) < ($0.count, $1.entry) }
    }

    /// Counts a match.
    /// - Returns: the place of its entry.
    private mutating func note(_ match: Match, titled title: (String) -> String) -> Int {
        let place = told.firstIndex { $0.entry == match.entry } ?? told.count
        if place == told.count {
            told.append(
                .init(
                    profile: profile.name, entry: match.entry, title: title(match.entry), count: 0, confidence: .low,
                    samples: []))
            spots.append([])
        }
        told[place].count += 1
        told[place].confidence = max(told[place].confidence, match.confidence)
        return place
    }
}
