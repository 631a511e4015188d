import Glibc

/// The letters and digits of the names in one document, made so that a value is looked up in all of them at once: an archive has ten
/// thousand names, a document as many values.
struct NameIndex {
    /// The bare names, a zero behind each.
    private let text: [UInt8]
    /// Every place in the text, in the order of what stands there.
    private let places: [Int32]
    private let longest: Int
    /// Which two letters or digits of ASCII stand beside each other.
    private let pairs: Set<UInt16>

    /// As far as two places are compared.
    private static let reach = 64

    init(_ names: some Sequence<String>) {
        var (text, longest) = ([UInt8](), 0)
        for name in names {
            let bare = BareText.bytes(of: name)
            guard !bare.isEmpty else { continue }
            longest = max(longest, bare.count)
            text += bare + [0]
        }
        (self.text, self.longest) = (text, longest)
        pairs = Set(zip(text, text.dropFirst()).map { UInt16($0) << 8 | UInt16($1) })
        places = text.withUnsafeBufferPointer { text in
            let all = text.indices.filter { text[$0] != 0 }.map(Int32.init)
            return all.sorted { Self.order(of: text, at: Int($0), and: text, at: Int($1)) < 0 }
        }
    }

    /// Whether a value as it is written may stand in a name, by its first two characters: so most values need not be read.
    func mayHold(_ written: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        // What begins otherwise may be read as something else.
        guard written.count > 1, let first = BareText.bare(written[written.startIndex]),
            let second = BareText.bare(written[written.startIndex + 1])
        else { return !text.isEmpty }
        return pairs.contains(UInt16(first) << 8 | UInt16(second))
    }

    /// Whether one of the names has these letters and digits in it; of a very long value, its beginning.
    func holds(_ value: [UInt8]) -> Bool {
        guard !value.isEmpty, value.count <= longest else { return false }
        return text.withUnsafeBufferPointer { text in
            value.prefix(Self.reach).withUnsafeBufferPointer { value in
                var (first, end) = (0, places.count)
                while first < end {
                    let middle = (first + end) / 2
                    let isBefore =
                        Self.order(of: text, at: Int(places[middle]), and: value, at: 0, most: value.count) < 0
                    if isBefore { first = middle + 1 } else { end = middle }
                }
                return first < places.count
                    && Self.order(of: text, at: Int(places[first]), and: value, at: 0, most: value.count) == 0
            }
        }
    }

    private static func order(
        of one: UnsafeBufferPointer<UInt8>, at place: Int, and other: UnsafeBufferPointer<UInt8>, at otherPlace: Int,
        most: Int = reach
    ) -> Int {
        guard let a = one.baseAddress, let b = other.baseAddress else { return 0 }
        let (left, right) = (min(most, one.count - place), min(most, other.count - otherPlace))
        let order = Int(memcmp(a + place, b + otherPlace, min(left, right)))
        return order != 0 ? order : left - right
    }
}
