import CBytes
import Model
import Testing

@testable import DLP

/// Texts looked at sixty-four bytes at a time give what a look at each byte gives.
struct LumpsTests {
    /// Bytes of the kinds that matter, from a seed.
    private static func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
        let letters = Array("aZ0123456789 -./,;\"\n\r(|é中\u{AD}\u{200B}".utf8)
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return letters[Int(state >> 33) % letters.count]
        }
    }

    private static func with<Result>(_ bytes: [UInt8], _ body: (TextBytes) -> Result) -> Result? {
        bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { body(TextBytes(base: $0, count: buffer.count)) }
        }
    }

    @Test(arguments: 1...20) func `bytes are counted and line beginnings found as one by one`(seed: Int) {
        let bytes = Self.bytes(100 + seed * 13, seed: UInt64(seed))
        Self.with(bytes) { text in
            for start in stride(from: 0, to: bytes.count, by: 7) {
                let range = start..<min(bytes.count, start + seed * 11)
                let (commas, quotes) = text.count(UInt8(ascii: ","), in: range)
                #expect(commas == bytes[range].count { $0 == UInt8(ascii: ",") })
                #expect(quotes == bytes[range].count { $0 == UInt8(ascii: "\"") })
                #expect(text.holds(UInt8(ascii: ";"), in: range) == bytes[range].contains(UInt8(ascii: ";")))
                let line = bytes[..<start].lastIndex(of: 10).map { $0 + 1 } ?? 0
                #expect(text.lineStart(start, limit: 1_000) == line)
                #expect(text.lineStart(start, limit: 5) == max(line, start - 5))
            }
        }
    }

    @Test(arguments: 1...40) func `the next change is the next ampersand, backslash or unusual character`(seed: Int) {
        let pieces = [
            "a", " 1", "中", "é", "\u{E9}", "&", "\\", "\u{AD}", "\u{200B}", "\u{3000}", "\u{FF11}", "\u{2019}",
            "e\u{301}",
        ]
        let starts: Set<Character> = ["&", "\\", "\u{AD}", "\u{200B}", "\u{3000}", "\u{FF11}"]
        var (state, text, wanted): (UInt64, String, [Int]) = (UInt64(seed), "", [])
        for _ in 0..<400 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            // Ordinary letters mostly, so that whole lumps of them are passed over.
            let piece = Int(state >> 33) % 8 < 7 ? "abc" : pieces[Int(state >> 40) % pieces.count]
            if let first = piece.first, starts.contains(first) { wanted.append(text.utf8.count) }
            if piece.utf8.elementsEqual("e\u{301}".utf8) { wanted.append(text.utf8.count + 1) }
            text += piece
        }
        Self.with(Array(text.utf8)) { text in
            var (found, at): ([Int], Int) = ([], 0)
            while case let next = bytes_next_change(text.base, text.count, at), next < text.count {
                found.append(next)
                at = next + 1
            }
            #expect(found == wanted)
        }
    }

    /// Where runs of an alphabet begin, each with its length.
    private static func runs(in bytes: [UInt8], of alphabet: bytes_alphabet) -> [Range<Int>] {
        func belongs(_ byte: UInt8) -> Bool {
            if alphabet == BYTES_CAPITALS { return byte.isUpper || byte.isDigit }
            return byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
        }
        return bytes.indices.filter { belongs(bytes[$0]) && ($0 == 0 || !belongs(bytes[$0 - 1])) }.map { start in
            start..<(bytes[start...].firstIndex { !belongs($0) } ?? bytes.count)
        }
    }

    @Test(arguments: [BYTES_CAPITALS, BYTES_BASE64], [2, 4, 8, 11, 38, 63])
    func `the next run of an alphabet is found wherever it begins`(alphabet: bytes_alphabet, length: Int) {
        var bytes = Self.bytes(1_500, seed: UInt64(length) &* 31)
        // Runs of every length, before and behind what ends a look at sixty-four bytes.
        for run in 1..<90 { bytes += [UInt8](repeating: UInt8(ascii: "A"), count: run) + [32] }
        let wanted = Self.runs(in: bytes, of: alphabet).filter { $0.count >= length }.map(\.lowerBound)
        Self.with(bytes) { text in
            for end in [bytes.count, bytes.count - 700, 300] {
                var (found, at): ([Int], Int) = ([], 0)
                while true {
                    let start = bytes_next_run(text.base, text.count, at, end, alphabet, length)
                    guard start < end else { break }
                    found.append(start)
                    at = start
                    while alphabet == BYTES_CAPITALS
                        ? text[at].isUpper || text[at].isDigit
                        : text[at].isAlphanumeric || text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "/")
                    { at += 1 }
                }
                #expect(found == wanted.filter { $0 < end })
            }
        }
    }

    @Test(arguments: [1, 4, 8, 11, 61]) func `capitals of exactly one length are found wherever they begin`(length: Int)
    {
        var bytes = Self.bytes(1_500, seed: UInt64(length) &* 77)
        for run in 1..<90 { bytes += [UInt8](repeating: UInt8(ascii: "A"), count: run) + [32] }
        let wanted = Self.runs(in: bytes, of: BYTES_CAPITALS).filter { $0.count == length }.map(\.lowerBound)
        Self.with(bytes) { text in
            var (found, at): ([Int], Int) = ([], 0)
            while case let start = bytes_next_capitals(text.base, text.count, at, bytes.count, length),
                start < bytes.count
            {
                found.append(start)
                at = start + length
            }
            #expect(found == wanted)
        }
    }

    @Test(arguments: [0, 1, 63, 64, 65, 255, 256, 257, 600]) func `digits are sampled in a part alone`(count: Int) {
        let bytes = [UInt8](repeating: UInt8(ascii: "7"), count: 1_000)
        Self.with(bytes) { text in
            let looks = stride(from: 0, to: count, by: 256).map { min(64, count - $0) }.reduce(0, +)
            #expect(text.digits(sampledIn: 100..<(100 + count)) == looks * 4)
        }
    }

    @Test(arguments: 1...40) func `every word that holds a digit is told once, wherever it lies`(seed: Int) {
        let bytes = Self.bytes(700, seed: UInt64(seed) &* 977)
        Self.with(bytes) { text in
            let part = (seed * 3)..<(seed * 3 + 400)
            var found: [Range<Int>] = []
            let map = WordMap(part: 512)
            map.read(part, of: text)
            map.eachWord(of: part, leavesShort: false) { start, end, _ in
                found.append(start..<end)
            } mixed: {
                found.append($0.start..<$0.end)
            }
            var wanted: [Range<Int>] = []
            var at = 0
            while at < bytes.count {
                let end = bytes[at...].firstIndex { !$0.isAlphanumeric } ?? bytes.count
                if let digit = bytes[at..<end].firstIndex(where: \.isDigit), part.contains(digit), end - at < 64 {
                    wanted.append(at..<end)
                }
                at = max(end, at + 1)
            }
            #expect(found == wanted)
        }
    }

    @Test(arguments: 1...40)
    func `of short numbers only those are left out behind which nothing could part them from others`(seed: Int) {
        let bytes = Self.bytes(700, seed: UInt64(seed) &* 4_211)
        Self.with(bytes) { text in
            func words(leavesShort: Bool) -> [Range<Int>] {
                let map = WordMap(part: 1_024)
                var found: [Range<Int>] = []
                map.read(0..<700, of: text)
                map.eachWord(of: 0..<700, leavesShort: leavesShort) { start, end, _ in
                    found.append(start..<end)
                } mixed: {
                    found.append($0.start..<$0.end)
                }
                return found
            }
            let (all, kept) = (words(leavesShort: false), Set(words(leavesShort: true)))
            for word in all where !kept.contains(word) {
                #expect(word.count <= 4 && word.allSatisfy { text[$0].isDigit })
                #expect(!Separator.canBegin(text[word.upperBound]) && !text[word.upperBound].isAlphanumeric)
                let last = text[word.lowerBound - 1]
                #expect(
                    last < 0x80 && ((last != 32 && last != UInt8(ascii: "-")) || !text[word.lowerBound - 2].isUpper))
            }
            #expect(kept.isSubset(of: all) && kept.count < all.count)
        }
    }

    @Test(arguments: 1...20) func `capitals and a separator before digits are told`(seed: Int) {
        let bytes = Self.bytes(700, seed: UInt64(seed) &* 31_337).map { $0 == 0x61 ? UInt8(ascii: "-") : $0 }
        Self.with(bytes) { text in
            let map = WordMap(part: 1_024)
            map.read(0..<700, of: text)
            map.eachWord(of: 0..<700, leavesShort: false) { start, _, hasFront in
                let last = text[start - 1]
                let isFront =
                    last >= 0x80 || ((last == 32 || last == UInt8(ascii: "-")) && text[start - 2].isUpper)
                #expect(hasFront || !isFront)
            } mixed: { _ in
            }
        }
    }

    @Test(arguments: 1...20) func `characters are counted as one by one`(seed: Int) {
        let bytes = Self.bytes(900, seed: UInt64(seed) &* 7_919)
        Self.with(bytes) { text in
            for place in stride(from: 0, through: bytes.count, by: 13) {
                func characters(_ range: Range<Int>) -> Int { bytes[range].count { $0 & 0xC0 != 0x80 } }
                let before = text.place(characters: 100, before: place)
                let after = text.place(characters: 100, after: place)
                #expect(before == 0 || (100..<164).contains(characters(before..<place)))
                #expect(after == bytes.count || (100..<164).contains(characters(place..<after)))
            }
        }
    }

    @Test(arguments: 0..<130) func `nothing is missed where sixty-four bytes end`(offset: Int) throws {
        let padding = String(repeating: "x", count: offset) + " "
        let scan = try Self.scan.get()
        func found(_ text: String) -> [String] { scan.matches(in: padding + text).map(\.detector) }
        #expect(found("BIC: DEUTDEFF500, today") == ["swift_bic"])
        #expect(found("BIC: DEUT DE FF XXX, today") == ["swift_bic"])
        #expect(found("aws secret: m83aHAh7tTftx9+aG+9aAaeRA0iWneu9ZsacwRo0") == ["aws_secret_access_key"])
        #expect(found("prescribed metformin to her") == ["drug_name"])
        #expect(found("SSN 536-22-1\u{AD}840") == ["us_ssn"])
        #expect(found("ssn,age\n536221840,30\n536221841,31\n") == ["us_ssn", "us_ssn"])
        #expect(found("NINO: AB 12 34 56 C") == ["uk_nino"])
    }

    @Test func `rows of every kind belong to their table`() throws {
        let plain = (0..<40).map { "Ada \($0),536221840,30" }
        for row in ["\"Bo, Ben\",536221840,30", "  Bo,536221840,30", "|,536221840,30", "\"Bo\",536221840,30"] {
            let lines = ["name,ssn,age"] + plain + [row] + plain
            let found = try Self.scan.get().matches(in: lines.joined(separator: "\n"))
            #expect(found.count { $0.confidence == .high } == 81)
        }
        let parted = ["name,ssn,age"] + plain + ["a line of two, cells"] + plain
        #expect(try Self.scan.get().matches(in: parted.joined(separator: "\n")).count { $0.confidence == .high } < 80)
    }

    @Test(arguments: ["passport", "bsn", "tax file number", "social insurance", "ssn"])
    func `a word too far away to name a value does not decide between two readings of it`(word: String) throws {
        let scan = try TextScan(Detector.all, minimum: .low)
        let far = String(repeating: "and so on ", count: 45)
        func reading(_ text: String) -> String? { scan.matches(in: text).last?.detector }
        #expect(reading("\(word) \(far) 536221840 end") == reading("nothing \(far) 536221840 end"))
    }

    static let scan = Result { try TextScan(Detector.all, minimum: .medium) }
}
