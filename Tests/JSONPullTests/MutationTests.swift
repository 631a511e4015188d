import Testing

@testable import JSONPull

/// 20,000 documents made from the good ones by small accidents: both readers must agree on each, or the difference be a known one.
struct MutationTests {
    private static let scraps = [
        "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", "e", ".", "null", "\\u00e9", "\\ud83d", "é", "\n", "\u{1}",
    ]

    @Test func `agrees with Foundation on documents changed at random`() {
        var random = SeededRandom(state: 20_261_121)
        let seeds = Corpus.good.map { Array($0.utf8) }
        var accepted = 0
        for _ in 0..<20_000 {
            let bytes = mutate(seeds[Int(random.next() % UInt64(seeds.count))], &random)
            let ours = try? JSONTree.pulled(bytes)
            let isSkippable = (try? JSONReader.read(bytes) { (reader) throws(JSONError) in try reader.skip() }) != nil
            #expect((ours != nil) == isSkippable, "\(String(decoding: bytes, as: UTF8.self))")
            if ours != nil { accepted += 1 }
            let foundation = JSONTree.foundation(bytes)
            if ours.map({ mine in foundation.map { $0.isClose(to: mine) } ?? false }) ?? (foundation == nil) {
                continue
            }
            if !isKnownDifference(bytes, foundation) {
                Issue.record("\(String(decoding: bytes, as: UTF8.self)): \(ours as Any) and \(foundation as Any)")
            }
        }
        #expect(accepted > 2_000, "too few mutations stay well-formed for the values to be compared")
    }

    /// Where the two readers differ:
    /// - half a surrogate pair: Foundation refuses, we read U+FFFD, because one broken name must not lose a page of users;
    /// - a zero byte among the first four: Foundation takes the document for UTF-16 or UTF-32, we read UTF-8 alone (RFC 8259 §8.1);
    /// - a number beyond the range of `Double`: Foundation refuses, we read infinity (nil as a whole number);
    /// - a comma before a closing bracket: Foundation lets some pass, we refuse all (RFC 8259 §4, §5).
    ///
    /// And in values (`isClose`): Foundation rounds long numbers in the last places.
    private func isKnownDifference(_ bytes: [UInt8], _ foundation: JSONTree?) -> Bool {
        if bytes.prefix(4).contains(0) || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
            return true
        }
        guard let ours = try? JSONTree.pulled(bytes) else { return hasDanglingComma(bytes) }
        return foundation == nil
            && ours.contains { $0 == .number(.infinity) || $0 == .number(-.infinity) || $0.hasReplacement }
    }

    private func hasDanglingComma(_ bytes: [UInt8]) -> Bool {
        let dense = bytes.filter { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        return zip(dense, dense.dropFirst()).contains {
            $0 == UInt8(ascii: ",") && ($1 == UInt8(ascii: "]") || $1 == UInt8(ascii: "}"))
        }
    }

    private func mutate(_ seed: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = seed
        for _ in 0...(random.next() % 2) {
            let place = bytes.isEmpty ? 0 : Int(random.next() % UInt64(bytes.count))
            switch random.next() % 6 {
            case 0 where !bytes.isEmpty: bytes.remove(at: place)
            case 1 where !bytes.isEmpty: bytes[place] = UInt8(truncatingIfNeeded: random.next())
            case 2:
                bytes.insert(contentsOf: Self.scraps[Int(random.next() % UInt64(Self.scraps.count))].utf8, at: place)
            case 3: bytes = Array(bytes.prefix(place))
            case 4 where !bytes.isEmpty: bytes[place] ^= 1 << (random.next() % 8)
            default: bytes.insert(UInt8(ascii: " "), at: place)
            }
        }
        return bytes
    }
}

/// SplitMix64: the same documents on every run.
struct SeededRandom {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension JSONTree {
    /// Whether the tree has a node of which that is true.
    func contains(_ isWanted: (JSONTree) -> Bool) -> Bool {
        if isWanted(self) { return true }
        switch self {
        case .array(let elements): return elements.contains { $0.contains(isWanted) }
        case .object(let members):
            return members.contains { JSONTree.string($0.key).contains(isWanted) || $0.value.contains(isWanted) }
        default: return false
        }
    }

    /// Equal, where numbers may differ in the last places.
    func isClose(to other: JSONTree) -> Bool {
        switch (self, other) {
        case (.number(let a), .number(let b)): return a == b || abs(a - b) <= abs(b) * 1e-14
        case (.array(let a), .array(let b)): return a.count == b.count && zip(a, b).allSatisfy { $0.isClose(to: $1) }
        case (.object(let a), .object(let b)):
            return a.keys == b.keys && a.allSatisfy { name, value in b[name].map { value.isClose(to: $0) } ?? false }
        default: return self == other
        }
    }

    var hasReplacement: Bool {
        if case .string(let text) = self { text.unicodeScalars.contains("\u{FFFD}") } else { false }
    }
}
