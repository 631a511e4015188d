import Store

/// A place in a list that is read whole: the element there, and how many stand before it where that element is gone.
struct ListPlace: Codable, Hashable, Sendable {
    var id: String
    var index: Int
}

/// An element with its place.
struct Placed<Element: Sendable>: Sendable {
    var element: Element
    var place: ListPlace
}

extension Array where Element: Sendable {
    /// A page of a list that is short enough to be read whole but too long to be shown so.
    /// - Parameter id: tells elements apart.
    func page(_ seek: Seek<ListPlace>, limit: Int, id: (Element) -> String) -> Slice<Placed<Element>> {
        let start: Int
        switch seek {
        case .start: start = 0
        case .after(let place):
            start = index(of: place, id).map { $0 + 1 } ?? Swift.min(Swift.max(0, place.index), count)
        case .before(let place):
            let end = index(of: place, id) ?? Swift.min(Swift.max(0, place.index), count)
            start = Swift.max(0, end - limit)
        }
        let end = Swift.min(count, start + limit)
        let placed = (start..<Swift.max(start, end)).map {
            Placed(element: self[$0], place: ListPlace(id: id(self[$0]), index: $0))
        }
        return Slice(placed, hasPrevious: start > 0, hasNext: end < count)
    }

    private func index(of place: ListPlace, _ id: (Element) -> String) -> Int? {
        if indices.contains(place.index), id(self[place.index]) == place.id { return place.index }
        return firstIndex { id($0) == place.id }
    }
}
