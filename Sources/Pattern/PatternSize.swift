/// How large an expression becomes when its counted repeats are written out: `(ab{100}){50}` has about 5,000 steps. An automaton has at
/// least as many states, and compiling takes time and memory accordingly, so that it is refused before the compiler sees it.
enum PatternSize {
    /// Steps that are allowed. Most expressions of that size compile within two seconds; the slowest found, `(a|b.{0,100}c){9}`, took 3.6 s
    /// of a processor under load.
    static let most = 1_000

    /// - Throws: `PatternError.tooLarge`. Mistakes of syntax are the compiler's to find.
    static func check(_ text: String) throws(PatternError) {
        guard steps(of: text) <= most else { throw .tooLarge }
    }

    /// Letters, classes and dots, each times the repeats around it.
    static func steps(of text: String) -> Int {
        var reader = Reader(bytes: Array(text.utf8))
        return reader.steps()
    }

    private struct Reader {
        let bytes: [UInt8]
        var place = 0
        /// What each open group holds so far, the outermost first, and the size of the last thing read in it.
        var groups: [(sum: Int, last: Int)] = [(0, 0)]

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func steps() -> Int {
            while place < bytes.count { step() }
            while groups.count > 1 { close() }
            return groups[0].sum
        }

        private mutating func step() {
            switch bytes[place] {
            case UInt8(ascii: "\\"):
                escape()
            case UInt8(ascii: "["):
                add(skipClass() ? Self.property : 1)
            case UInt8(ascii: "("):
                place += 1
                groups.append((0, 0))
            case UInt8(ascii: ")"):
                place += 1
                if groups.count > 1 { close() }
            case UInt8(ascii: "{"):
                multiply(by: counted())
            case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "|"):
                place += 1
            default:
                place += 1
                add(1)
            }
        }

        /// `\d`, `\.`; also `\p{L}`, which is many sequences of bytes.
        private mutating func escape() {
            let letter = place + 1 < bytes.count ? bytes[place + 1] : 0
            place += 2
            guard letter == UInt8(ascii: "p") || letter == UInt8(ascii: "P") else {
                add(1)
                return
            }
            if place < bytes.count, bytes[place] == UInt8(ascii: "{") {
                place = (bytes[place...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count - 1) + 1
            }
            add(Self.property)
        }

        /// What a class of letters by property counts as: compiling one takes about a tenth of a second.
        private static let property = 80

        private mutating func add(_ size: Int) {
            groups[groups.count - 1].sum = Self.bounded(groups[groups.count - 1].sum + size)
            groups[groups.count - 1].last = size
        }

        private mutating func close() {
            let inner = groups.removeLast()
            add(max(1, inner.sum))
        }

        private mutating func multiply(by times: Int?) {
            guard let times else {
                add(1)
                return
            }
            let last = groups[groups.count - 1].last
            groups[groups.count - 1].sum = Self.bounded(groups[groups.count - 1].sum - last + last * times)
            groups[groups.count - 1].last = Self.bounded(last * times)
        }

        /// The larger number of `{3}`, `{3,}`, `{3,5}`; nil where the brace is a letter like any other.
        private mutating func counted() -> Int? {
            place += 1
            var numbers = [0]
            var hasDigit = false
            for at in place..<bytes.count {
                switch bytes[at] {
                case UInt8(ascii: "0")...UInt8(ascii: "9"):
                    hasDigit = true
                    let digit = Int(bytes[at] - UInt8(ascii: "0"))
                    numbers[numbers.count - 1] = Self.bounded(numbers[numbers.count - 1] * 10 + digit)
                case UInt8(ascii: ",") where numbers.count == 1: numbers.append(0)
                case UInt8(ascii: "}") where hasDigit:
                    place = at + 1
                    return max(1, numbers.max() ?? 1)
                default: return nil
                }
            }
            return nil
        }

        /// - Returns: whether a property stands in it, as in `[\p{L}_]`.
        private mutating func skipClass() -> Bool {
            var hasProperty = false
            place += 1
            if place < bytes.count, bytes[place] == UInt8(ascii: "^") { place += 1 }
            // A bracket in the first place is a member of the class.
            if place < bytes.count, bytes[place] == UInt8(ascii: "]") { place += 1 }
            while place < bytes.count, bytes[place] != UInt8(ascii: "]") {
                let isEscape = bytes[place] == UInt8(ascii: "\\")
                if isEscape, place + 1 < bytes.count {
                    hasProperty = hasProperty || bytes[place + 1] | 0x20 == UInt8(ascii: "p")
                }
                place += isEscape ? 2 : 1
            }
            place += 1
            return hasProperty
        }

        private static func bounded(_ number: Int) -> Int { min(number, 1_000_000) }
    }
}
