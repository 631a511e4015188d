import Model

/// How long telephone numbers are and how they begin, by calling code.
enum PhonePlans {
    static let replaceable = ReplaceableTable(
        "phone-plans", builtIn: origin,
        row: "a plan such as \"49 DE 10/11 0 15,30\": calling code, region, lengths, prefix or -, first digits or -"
    ) { Plan(row: $0) != nil }

    /// Lengths and beginnings as bits.
    struct Plan: Sendable {
        let code: Int
        let lengths: UInt32
        let hasTrunkZero: Bool
        /// Pairs of digits with which a number begins; all where the plan does not say.
        let starts: [Bool]
        let isKnown: Bool

        /// Calling code, region, lengths of a national number, the prefix dialled before it, first digits: `49 DE 10/11 0 15,30`.
        init?(row: Substring) {
            let parts = row.split(separator: " ")
            guard parts.count == 5, let code = Int(parts[0]), (1...999).contains(code) else { return nil }
            let lengths = parts[2].split(separator: "/").map { UInt32($0) ?? 0 }
            guard !lengths.isEmpty, lengths.allSatisfy({ (2...17).contains($0) }) else { return nil }
            let text = parts[4]
            guard text == "-" || text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "," || $0 == "*") }) else {
                return nil
            }
            self.code = code
            self.lengths = lengths.reduce(0) { $0 | 1 << $1 }
            hasTrunkZero = parts[3] == "0"
            isKnown = text != "-"
            var starts = [Bool](repeating: text == "-", count: 100)
            for group in text.split(separator: ",") {
                guard let first = group.first?.wholeNumberValue else { continue }
                for second in group.dropFirst() == "*" ? "0123456789" : group.dropFirst() {
                    starts[first * 10 + (second.wholeNumberValue ?? 0)] = true
                }
            }
            self.starts = starts
        }

        /// Whether numbers are so long: such as are neither of land lines nor of mobiles (toll free, of companies, over the internet) begin
        /// with other digits than the plan says.
        func hasLength(_ count: Int) -> Bool { count >= 8 && count < 32 && lengths & (1 << UInt32(count)) != 0 }

        func takes(_ digits: Slice<UnsafeMutableBufferPointer<Int>>) -> Bool {
            guard digits.count > 1, digits.count < 32, lengths & (1 << UInt32(digits.count)) != 0 else { return false }
            return starts[digits[digits.startIndex] * 10 + digits[digits.startIndex + 1]]
        }
    }

    static let all: [Plan] = (replaceable.ownRows ?? table.split(separator: "\n")).compactMap(Plan.init(row:))

    private static let byCode: [[Plan]] = {
        var lists = [[Plan]](repeating: [], count: 1_000)
        for plan in all where plan.code < 1_000 { lists[plan.code].append(plan) }
        return lists
    }()

    /// For each length up to 15 and each pair of first digits, whether a plan has such a number; with a leading zero dialled, and without.
    private static let trunk = national { $0.hasTrunkZero }
    private static let plain = national { !$0.hasTrunkZero }

    private static func national(_ isMember: (Plan) -> Bool) -> [Bool] {
        var found = [Bool](repeating: false, count: 16 * 100)
        for plan in all where plan.isKnown && isMember(plan) {
            for length in 1...15 where plan.lengths & (1 << UInt32(length)) != 0 {
                for pair in 0..<100 where plan.starts[pair] { found[length * 100 + pair] = true }
            }
        }
        return found
    }

    /// Whether digits that follow a plus sign are a calling code and a number of its plan.
    static func isInternational(_ digits: Slice<UnsafeMutableBufferPointer<Int>>) -> Bool {
        var code = 0
        for length in 1...3 where digits.count > length + 3 {
            code = code * 10 + digits[digits.startIndex + length - 1]
            let rest = digits.dropFirst(length)
            let isTaken = byCode[code].contains {
                $0.takes(rest) || (code > 7 && rest.first != 0 && $0.hasLength(rest.count))
                    || ($0.hasTrunkZero && rest.first == 0 && $0.takes(rest.dropFirst()))
            }
            if isTaken { return true }
        }
        return false
    }

    /// Whether digits without a calling code are a number of some plan, with the prefix that is dialled within the country.
    static func isNational(_ digits: Slice<UnsafeMutableBufferPointer<Int>>) -> Bool {
        guard (7...15).contains(digits.count) else { return false }
        let start = digits.startIndex
        guard digits[start] == 0 else { return plain[digits.count * 100 + digits[start] * 10 + digits[start + 1]] }
        return digits[start + 1] != 0
            && trunk[(digits.count - 1) * 100 + digits[start + 1] * 10 + digits[start + 2]]
    }
}
