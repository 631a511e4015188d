/// The body of a frame, read field by field; nil for what is not there.
struct FrameReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func rest() -> [UInt8] {
        defer { place = bytes.count }
        return place == 0 ? bytes : Array(bytes[place...])
    }

    mutating func number() -> Int? {
        guard bytes.count - place >= 8 else { return nil }
        var bits: UInt64 = 0
        for shift in 0..<8 { bits |= UInt64(bytes[place + shift]) << (UInt64(shift) * 8) }
        place += 8
        return Int(exactly: Int64(bitPattern: bits))
    }

    mutating func string() -> String? { text().map { String(decoding: $0, as: UTF8.self) } }

    private mutating func text() -> ArraySlice<UInt8>? {
        guard let count = number(), count >= 0, count <= bytes.count - place else { return nil }
        defer { place += count }
        return bytes[place..<(place + count)]
    }

    mutating func optionalString() -> String?? {
        switch number() {
        case 0: .some(nil)
        case 1: string().map { .some($0) }
        default: nil
        }
    }

    mutating func reason() -> ExtractionReason?? {
        guard let count = number(), count >= 0, count <= bytes.count / 16 else { return nil }
        var pieces: [ExtractionReason.Piece] = []
        for _ in 0..<count {
            guard let kind = number(), kind == 0 || kind == 1, let text = string() else { return nil }
            pieces.append(kind == 1 ? .name(text) : .words(text))
        }
        return .some(pieces.isEmpty ? nil : ExtractionReason(pieces))
    }

    mutating func limits() -> ExtractionLimits? {
        var numbers: [Int] = []
        for _ in 0..<11 {
            guard let number = number(), number >= 0 else { return nil }
            numbers.append(number)
        }
        var limits = ExtractionLimits()
        (limits.input, limits.expanded, limits.ratio) = (numbers[0], numbers[1], numbers[2])
        (limits.members, limits.depth, limits.text) = (numbers[3], numbers[4], numbers[5])
        (limits.pages, limits.xmlDepth) = (numbers[6], numbers[7])
        (limits.processorTime, limits.wallTime) = (numbers[8], numbers[9])
        limits.readsImages = numbers[10] == 1
        return limits
    }

    mutating func segment() -> ExtractedSegment? {
        guard let part = string(), let kind = number().flatMap({ UInt8(exactly: $0) }),
            let kind = ExtractedSegment.Kind(rawValue: kind), let document = number(), let text = text(),
            let count = number(), count >= 0, count <= bytes.count / 16
        else { return nil }
        var places: [ExtractedSegment.Place] = []
        places.reserveCapacity(count)
        for _ in 0..<count {
            guard let offset = number(), let name = string(), offset >= 0, offset <= text.count else { return nil }
            places.append(.init(offset: offset, name: name))
        }
        return ExtractedSegment(part: part, kind: kind, document: document, bytes: Array(text), places: places)
    }

    mutating func label() -> DocumentLabel? {
        guard let labelID = string(), let siteID = string(), let name = optionalString(), let method = optionalString(),
            let bits = number(), let carrier = string().flatMap(DocumentLabel.Carrier.init), let part = string()
        else { return nil }
        return DocumentLabel(
            labelID: labelID, siteID: siteID, name: name, method: method, contentBits: bits < 0 ? nil : bits,
            carrier: carrier, part: part)
    }
}
