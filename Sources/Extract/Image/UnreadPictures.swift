import Model

/// Pictures that were not read, by the documents they stand in: a document that is little but pictures was not read either.
struct UnreadPictures {
    /// What a picture may stand in.
    enum Holder {
        /// Pages, slides, messages: their pictures are decoration as long as there is text.
        case document
        /// A folder of files, each of which stands for itself.
        case archive
    }

    private struct Level {
        var holder: Holder
        /// Where the pictures are.
        var places: [String] = []
        /// Bytes of text, that of documents inside of it too.
        var text = 0
    }

    private var levels: [Level] = []

    /// Fewer pixels hold no words worth the name: icons, most logos.
    private static let fewest = 50_000
    /// The same for pictures whose size is not known, in bytes.
    private static let fewestBytes = 10_000
    /// Bytes of text for each picture, from which on the pictures count as decoration.
    private static let enough = 200

    static func mayHoldWords(_ picture: [UInt8]) -> Bool {
        ImageSize(picture).map { $0.pixels >= fewest } ?? (picture.count >= fewestBytes)
    }

    mutating func enter(_ holder: Holder) { levels.append(Level(holder: holder)) }

    /// - Returns: what is to be remarked of the document; nil where its pictures are decoration.
    mutating func leave() -> Halt? {
        guard let level = levels.popLast(), let first = level.places.first,
            level.text < Self.enough * level.places.count
        else { return nil }
        let more = level.places.count > 1 ? " and \(level.places.count - 1) more" : ""
        return .unsupported("hardly any text, and images were not read: \(name: first)\(more)")
    }

    /// Drops the level of a document whose reading ended early, for a reason of its own.
    mutating func drop() { levels.removeLast() }

    mutating func add(text bytes: Int) { for place in levels.indices { levels[place].text += bytes } }

    /// - Returns: what is to be remarked at once.
    mutating func add(_ picture: [UInt8], at place: String) -> Halt? {
        guard let last = levels.indices.last, Self.mayHoldWords(picture) else { return nil }
        guard levels[last].holder == .document else {
            return .unsupported("an image, and text in images is not read")
        }
        levels[last].places.append(place)
        return nil
    }
}

extension Extractor {
    /// Reads what may hold pictures.
    func holding(_ holder: UnreadPictures.Holder, _ body: () throws -> Void) throws {
        unread.enter(holder)
        do {
            try body()
        } catch {
            unread.drop()
            throw error
        }
        if let halt = unread.leave() { remark(halt) }
    }

    /// Notes a picture that is not read.
    func pass(picture bytes: [UInt8], named name: String? = nil) {
        if let halt = unread.add(bytes, at: name ?? lastName) { remark(halt) }
    }
}
