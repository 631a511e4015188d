/// Why a document was not read whole: the product's own words, with the names that the document gave kept apart from them.
///
/// Names of members, attachments and the like may hold what a document is searched for, and are masked before anybody sees them; words
/// and numbers of the product stay as they are. In a literal a value is words, and `\(name: …)` is a name.
public struct ExtractionReason: Hashable, Sendable {
    public enum Piece: Hashable, Sendable {
        case words(String)
        case name(String)

        public var text: String {
            switch self {
            case .words(let text), .name(let text): text
            }
        }
    }

    public private(set) var pieces: [Piece] = []

    /// - Parameter words: without a name that a document gave.
    public init(_ words: String) { append(.words(words)) }

    public init(_ pieces: some Sequence<Piece>) { for piece in pieces { append(piece) } }

    /// As one sentence, names as they are.
    public var text: String { pieces.map(\.text).joined() }

    public var names: [String] {
        pieces.compactMap { if case .name(let name) = $0 { name } else { nil } }
    }

    /// Of a longer one the first characters.
    public func prefix(_ most: Int) -> Self {
        var left = most
        return Self(
            pieces.map { piece in
                let text = String(piece.text.prefix(left))
                left -= text.count
                if case .name = piece { return .name(text) }
                return .words(text)
            })
    }

    /// What is written alike is alike, in however many pieces it came.
    private mutating func append(_ piece: Piece) {
        guard !piece.text.isEmpty else { return }
        if case .words(let more) = piece, case .words(let words)? = pieces.last {
            pieces[pieces.count - 1] = .words(words + more)
        } else {
            pieces.append(piece)
        }
    }
}

extension ExtractionReason: ExpressibleByStringInterpolation {
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ words: String) { pieces.append(.words(words)) }
        public mutating func appendInterpolation(_ words: some CustomStringConvertible) {
            pieces.append(.words(words.description))
        }
        public mutating func appendInterpolation(_ reason: ExtractionReason) { pieces += reason.pieces }
        public mutating func appendInterpolation(name: String) { pieces.append(.name(name)) }
    }

    public init(stringLiteral words: String) { self.init(words) }
    public init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.pieces) }
}
