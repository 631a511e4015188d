import Model

/// Why reading a document, or a part of it, ends early.
enum Halt: Error {
    case limit(String)
    case encrypted(String)
    case unsupported(String)
    /// A kind of content that is known to have no words, such as a picture: nothing is missing where others stand beside it.
    case wordless(String)
    case damaged(String)

    var status: Extraction.Status {
        switch self {
        case .limit: .limit
        case .encrypted: .encrypted
        case .unsupported, .wordless: .unsupported
        case .damaged: .error
        }
    }

    var detail: String {
        switch self {
        case .limit(let text), .encrypted(let text), .unsupported(let text), .wordless(let text),
            .damaged(let text):
            text
        }
    }

    /// The same with where it happened.
    func at(_ place: String) -> Halt {
        switch self {
        case .limit(let text): .limit("\(place): \(text)")
        case .encrypted(let text): .encrypted("\(place): \(text)")
        case .unsupported(let text): .unsupported("\(place): \(text)")
        case .wordless(let text): .wordless("\(place): \(text)")
        case .damaged(let text): .damaged("\(place): \(text)")
        }
    }
}
