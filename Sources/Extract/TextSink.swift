import Model

/// Passes segments on until three quarters of the text limit are used, then keeps the last ones back so that the end of
/// a long document is seen too.
struct TextSink {
    private let limit: Int
    private let emit: (ExtractedSegment) -> Void
    private var passed = 0
    private var tail: [ExtractedSegment] = []
    private var tailSize = 0
    private(set) var isCut = false

    init(limit: Int, emit: @escaping (ExtractedSegment) -> Void) {
        self.limit = limit
        self.emit = emit
    }

    var isEmpty: Bool { passed == 0 && tail.isEmpty }
    private var head: Int { limit / 4 * 3 }

    mutating func add(_ segment: ExtractedSegment) {
        let size = segment.bytes.count
        guard passed + size > head || !tail.isEmpty else {
            passed += size
            emit(segment)
            return
        }
        guard tail.isEmpty, passed < head else { return keep(segment) }
        let (first, second) = segment.split(at: head - passed)
        if !first.bytes.isEmpty {
            passed += first.bytes.count
            emit(first)
        }
        keep(second)
    }

    private mutating func keep(_ segment: ExtractedSegment) {
        tail.append(segment)
        tailSize += segment.bytes.count
        // A quarter too much is let in first, so that a long text is not moved for every short one.
        guard tailSize > (limit - head) / 4 * 5 else { return }
        while tailSize > limit - head, let first = tail.first {
            isCut = true
            let surplus = tailSize - (limit - head)
            let size = first.bytes.count
            if size <= surplus {
                tail.removeFirst()
                tailSize -= size
            } else {
                tail[0] = first.dropping(surplus)
                tailSize += tail[0].bytes.count - size
            }
        }
    }

    mutating func finish() {
        for segment in tail where !segment.bytes.isEmpty { emit(segment) }
        tail = []
    }
}

extension ExtractedSegment {
    /// Without at least so many bytes at its start, from a line of its own on where one begins soon.
    fileprivate func dropping(_ count: Int) -> ExtractedSegment {
        guard count < bytes.count else { return having([], []) }
        let lineEnd = bytes[count...].prefix(4096).firstIndex(of: 0x0A)
        return divided(at: lineEnd.map { $0 + 1 } ?? count).1
    }

    /// In two, at the last line end before an offset where there is one near.
    fileprivate func split(at offset: Int) -> (ExtractedSegment, ExtractedSegment) {
        let head = bytes.prefix(offset)
        return divided(at: head.suffix(4096).lastIndex(of: 0x0A).map { $0 + 1 } ?? head.count)
    }

    /// In two, at an offset or, where a character lies there, behind it.
    private func divided(at offset: Int) -> (ExtractedSegment, ExtractedSegment) {
        let cut = bytes[min(offset, bytes.count)...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
        let first = place(at: cut).map { [Place(offset: 0, name: $0)] } ?? []
        let rest = places.filter { $0.offset > cut }.map { Place(offset: $0.offset - cut, name: $0.name) }
        return (
            having(Array(bytes[..<cut]), places.filter { $0.offset < cut }), having(Array(bytes[cut...]), first + rest)
        )
    }

    private func having(_ bytes: [UInt8], _ places: [Place]) -> ExtractedSegment {
        var other = self
        (other.bytes, other.places) = (bytes, places)
        return other
    }
}
