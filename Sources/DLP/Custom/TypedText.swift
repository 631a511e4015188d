/// A text as somebody would type it: plain as the predefined detectors see it, spaces of any width as spaces, dashes as hyphens, curved
/// apostrophes straight, and what references and escapes stand for as itself, markup too.
struct TypedText {
    private let plain: PlainText?
    private let spaced: PlainText?
    let bytes: [UInt8]

    /// Bytes before a place that is written otherwise at which a match that holds it, or that something there supports, may begin; and
    /// behind it.
    private static let before = 1_024
    private static let behind = DataSetProbe.window + 128

    /// Nil where the text is typed already.
    /// - Parameter plain: the text as the predefined detectors see it; nil where it is that already.
    init?(_ text: UnsafeBufferPointer<UInt8>, plain: PlainText?) {
        let spaced = plain.map { $0.bytes.withUnsafeBufferPointer { PlainText($0, .typed) } } ?? PlainText(text, .typed)
        guard let bytes = spaced?.bytes ?? plain?.bytes else { return nil }
        (self.plain, self.spaced, self.bytes) = (plain, spaced, bytes)
    }

    /// The bytes of the original that a part of it stands for.
    func original(_ range: Range<Int>) -> Range<Int> {
        let range = spaced?.original(range) ?? range
        return plain?.original(range) ?? range
    }

    /// The part of it that stands for one of the original.
    func typed(_ range: Range<Int>) -> Range<Int> {
        let start = typed(range.lowerBound)
        return start..<max(start, typed(range.upperBound))
    }

    private func typed(_ place: Int) -> Int {
        let place = plain?.plain(place) ?? place
        return spaced?.plain(place) ?? place
    }

    /// What of a part of the original has to be looked at here as well, because it is written otherwise near there.
    func windows(in part: Range<Int>) -> [Range<Int>] {
        let bounds = typed(part)
        var windows: [Range<Int>] = []
        for place in changes(near: bounds) {
            let window = (place - Self.before..<place + Self.behind).clamped(to: bounds)
            guard !window.isEmpty else { continue }
            if let last = windows.last, window.lowerBound <= last.upperBound {
                windows[windows.count - 1] = last.lowerBound..<max(last.upperBound, window.upperBound)
            } else {
                windows.append(window)
            }
        }
        return windows
    }

    /// In order of place.
    private func changes(near bounds: Range<Int>) -> [Int] {
        let near = max(0, bounds.lowerBound - Self.behind)..<bounds.upperBound + Self.before
        guard let spaced else { return plain.map { Array($0.changes(in: near)) } ?? [] }
        let own = Array(spaced.changes(in: near))
        guard let plain else { return own }
        let first = spaced.original(near.lowerBound..<near.lowerBound).lowerBound
        let last = spaced.original(near.upperBound..<near.upperBound).lowerBound
        return (own + plain.changes(in: first..<max(first, last)).map { spaced.plain($0) }).sorted()
    }
}
