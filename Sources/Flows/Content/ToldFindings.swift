import DLP
import Model

/// What is told of one document: counted to the last, the first of each detector kept with their places.
struct ToldFindings {
    /// Findings of a detector in a document that are listed; the others are counted.
    private let mostListed: Int

    /// Matches of one detector that the same profiles tell of.
    private struct Key: Hashable {
        let detector: String
        let tellers: [Int]
    }

    private var counts: [Key: Int] = [:]
    private var listed: [Key: [LocatedFinding]] = [:]
    /// Those of the pages of a PDF, which come in two orders: which are one value is known at the end.
    private var paged: [LocatedFinding] = []
    private var order = 0
    private var values: [DifferentValues]

    init(_ profiles: [ContentProfile], listing mostListed: Int) {
        values = profiles.map(DifferentValues.init)
        self.mostListed = mostListed
    }

    /// - Parameter located: is asked for what is kept only.
    mutating func add(_ told: ProfilesTelling.Told, inPages: Bool, _ located: () -> LocatedFinding) {
        order += 1
        let key = Key(detector: told.match.detector, tellers: told.tellers)
        if !inPages { counts[key, default: 0] += 1 }
        let isKept = inPages || counts[key, default: 0] <= mostListed
        guard isKept || told.tellers.contains(where: { !values[$0].areTooMany }) else { return }
        var finding = located()
        for teller in told.tellers { values[teller].add { finding.value } }
        guard isKept else { return }
        (finding.order, finding.tellers) = (order, told.tellers)
        if inPages { paged.append(finding) } else { listed[key, default: []].append(finding) }
    }

    /// Counts a label among the entries of a profile, which has no place in the text.
    mutating func add(label match: Match, of profile: Int) { values[profile].add { match.entry } }

    /// Whether a profile tells of more different values than it allows, whatever parts the document has.
    func isTold(by profile: Int) -> Bool { values[profile].areTooMany }

    /// What some profiles tell of, in order, and how many more than those each detector has.
    /// - Parameters:
    ///   - profiles: nil for all there is.
    ///   - name: the profile that is told beside a finding, given the first of the profiles that tells of it.
    func result(
        of profiles: [Int]?, named name: (Match, Int?) -> String?
    ) -> (findings: [ScannedDocument.Finding], unlisted: [String: Int]) {
        func teller(_ tellers: [Int]) -> Int? { profiles?.first { tellers.contains($0) } }
        func isTold(_ tellers: [Int]) -> Bool { profiles == nil || teller(tellers) != nil }
        let pages = PageOrders.once(paged.filter { isTold($0.tellers) })
        var unlisted: [String: Int] = [:]
        for (key, count) in counts where isTold(key.tellers) { unlisted[key.detector, default: 0] += count }
        for page in pages { unlisted[page.finding.match.detector, default: 0] += 1 }
        var (findings, shown): ([ScannedDocument.Finding], [String: Int]) = ([], [:])
        for one in (listed.filter { isTold($0.key.tellers) }.flatMap(\.value) + pages).sorted(by: {
            $0.order < $1.order
        }) {
            var finding = one.finding
            let detector = finding.match.detector
            guard shown[detector, default: 0] < mostListed else { continue }
            shown[detector, default: 0] += 1
            finding.profile = name(finding.match, teller(one.tellers))
            findings.append(finding)
        }
        for (detector, count) in shown { unlisted[detector, default: 0] -= count }
        return (findings, unlisted.filter { $0.value > 0 })
    }
}
