/// Which bracket is open at places that were asked for, so that a list longer than what is looked through is still known as one.
struct BracketMarks {
    struct Mark {
        let place: Int
        let quote: UInt8
        /// Nil where none is open.
        let open: Int?
        /// Commas between the bracket and the place.
        let commas: Int
    }

    private var last: Mark?
    /// Earlier ones in order of place, some way apart: values are not asked for in order of place throughout.
    private var earlier: [Mark] = []

    private static let distance = 4 * 1024
    private static let most = 64

    /// The nearest mark at a place or before it.
    func nearest(_ place: Int) -> Mark? {
        let known = earlier.last { $0.place <= place }
        guard let last, last.place <= place, last.place >= known?.place ?? last.place else { return known }
        return last
    }

    /// The nearest mark before a place.
    func before(_ place: Int) -> Mark? { nearest(place - 1) }

    mutating func add(_ mark: Mark) {
        last = mark
        if let first = earlier.last, mark.place - first.place < Self.distance { return }
        if earlier.count == Self.most { earlier.removeFirst(Self.most / 2) }
        earlier.append(mark)
    }
}
