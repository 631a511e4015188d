/// Where a page of a list lies: at its beginning, behind a place, or before one.
public enum Seek<Position: Sendable>: Sendable {
    case start
    case after(Position)
    /// The page that ends right before the place.
    case before(Position)

    var isBackward: Bool { if case .before = self { true } else { false } }
    var position: Position? {
        switch self {
        case .start: nil
        case .after(let position), .before(let position): position
        }
    }
}

extension Seek: Equatable where Position: Equatable {}

/// A page of a list, with what is on either side of it.
public struct Slice<Element: Sendable>: Sendable {
    public var elements: [Element]
    public var hasPrevious: Bool
    public var hasNext: Bool

    public init(_ elements: [Element], hasPrevious: Bool = false, hasNext: Bool = false) {
        self.elements = elements
        self.hasPrevious = hasPrevious
        self.hasNext = hasNext
    }

    /// Of up to `limit + 1` elements as a query gave them: the one too many shows that there is more.
    init<Position>(_ found: [Element], limit: Int, _ seek: Seek<Position>) {
        let isMore = found.count > limit
        let page = Array(found.prefix(limit))
        switch seek {
        case .start: self.init(page, hasNext: isMore)
        case .after: self.init(page, hasPrevious: true, hasNext: isMore)
        case .before: self.init(page.reversed(), hasPrevious: isMore, hasNext: true)
        }
    }

    public func map<Other: Sendable>(_ transform: (Element) throws -> Other) rethrows -> Slice<Other> {
        Slice<Other>(try elements.map(transform), hasPrevious: hasPrevious, hasNext: hasNext)
    }
}
