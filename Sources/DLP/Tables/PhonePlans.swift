/// How long telephone numbers are and how they begin, by calling code.
enum PhonePlans {
    /// Lengths and beginnings as bits.
    struct Plan: Sendable {
        let code: Int
        let lengths: UInt32
        let hasTrunkZero: Bool
        /// Pairs of digits with which a number begins; all where the plan does not say.
        let starts: [Bool]
        let isKnown: Bool

        init(code: Int, lengths: Substring, prefix: Substring, starts text: Substring) {
            self.code = code
            self.lengths = lengths.split(separator: "/").compactMap { UInt32($0) }.reduce(0) { $0 | 1 << $1 }
            hasTrunkZero = prefix == "0"
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

        func takes(_ digits: Slice<UnsafeMutableBufferPointer<Int>>) -> Bool {
            guard digits.count > 1, digits.count < 32, lengths & (1 << UInt32(digits.count)) != 0 else { return false }
            return starts[digits[digits.startIndex] * 10 + digits[digits.startIndex + 1]]
        }
    }

    static let all: [Plan] = table.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: " ")
        guard parts.count == 5, let code = Int(parts[0]) else { return nil }
        return Plan(code: code, lengths: parts[2], prefix: parts[3], starts: parts[4])
    }

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
                $0.takes(rest) || ($0.hasTrunkZero && rest.first == 0 && $0.takes(rest.dropFirst()))
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
