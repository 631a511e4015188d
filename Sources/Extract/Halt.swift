import Model

/// Why reading a document, or a part of it, ends early.
enum Halt: Error {
    case limit(ExtractionReason)
    case encrypted(ExtractionReason)
    case unsupported(ExtractionReason)
    /// A kind of content that is known to have no words, such as a picture: nothing is missing where others stand beside it.
    case wordless(ExtractionReason)
    case damaged(ExtractionReason)

    var status: Extraction.Status {
        switch self {
        case .limit: .limit
        case .encrypted: .encrypted
        case .unsupported, .wordless: .unsupported
        case .damaged: .error
        }
    }

    var reason: ExtractionReason {
        switch self {
        case .limit(let reason), .encrypted(let reason), .unsupported(let reason), .wordless(let reason),
            .damaged(let reason):
            reason
        }
    }

    /// The same with where it happened.
    func at(_ place: String) -> Halt {
        switch self {
        case .limit(let reason): .limit("\(name: place): \(reason)")
        case .encrypted(let reason): .encrypted("\(name: place): \(reason)")
        case .unsupported(let reason): .unsupported("\(name: place): \(reason)")
        case .wordless(let reason): .wordless("\(name: place): \(reason)")
        case .damaged(let reason): .damaged("\(name: place): \(reason)")
        }
    }
}
