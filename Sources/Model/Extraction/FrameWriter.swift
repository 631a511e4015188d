/// The body of a frame, written field by field.
struct FrameWriter {
    var bytes: [UInt8] = []

    mutating func add(_ number: Int) {
        let bits = UInt64(bitPattern: Int64(number))
        for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: bits >> (UInt64(shift) * 8))) }
    }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes += text.utf8
    }

    mutating func add(_ text: String?) {
        add(text == nil ? 0 : 1)
        if let text { add(text) }
    }

    /// Its pieces, each with what it is; none where there is no reason.
    mutating func add(_ reason: ExtractionReason?) {
        let pieces = reason?.pieces ?? []
        add(pieces.count)
        for piece in pieces {
            if case .name = piece { add(1) } else { add(0) }
            add(piece.text)
        }
    }

    mutating func add(_ limits: ExtractionLimits) {
        for number in [
            limits.input, limits.expanded, limits.ratio, limits.members, limits.depth, limits.text, limits.pages,
            limits.xmlDepth, limits.processorTime, limits.wallTime, limits.readsImages ? 1 : 0,
        ] { add(number) }
    }

    mutating func add(_ segment: ExtractedSegment) {
        add(segment.part)
        add(Int(segment.kind.rawValue))
        add(segment.document)
        add(segment.bytes.count)
        bytes += segment.bytes
        add(segment.places.count)
        for place in segment.places {
            add(place.offset)
            add(place.name)
        }
    }

    mutating func add(_ label: DocumentLabel) {
        add(label.labelID)
        add(label.siteID)
        add(label.name)
        add(label.method)
        add(label.contentBits ?? -1)
        add(label.carrier.rawValue)
        add(label.part)
    }
}
