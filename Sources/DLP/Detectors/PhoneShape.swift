/// The groups of digits of what may be a telephone number, and what else numbers in such groups are.
struct PhoneShape {
    private let text: TextBytes
    private var count = 0
    private var starts = SIMD8<Int>()
    private var ends = SIMD8<Int>()
    private var dots = 0
    private var slashes = 0

    init(of range: Range<Int>, in text: TextBytes) {
        self.text = text
        var at = range.lowerBound
        while at < range.upperBound, count < 8 {
            let start = at
            while at < range.upperBound, text[at].isDigit { at += 1 }
            if at > start {
                (starts[count], ends[count]) = (start, at)
                count += 1
            }
            while at < range.upperBound, !text[at].isDigit {
                if text[at] == UInt8(ascii: ".") { dots += 1 }
                if text[at] == UInt8(ascii: "/") { slashes += 1 }
                at += 1
            }
        }
    }

    /// - Parameter isCoded: whether a country's code or brackets say how it is dialled.
    func isTelephone(isCoded: Bool) -> Bool { !isDate && !isAddress && (isCoded || (!hasDate && !isOtherNumber)) }

    /// Whether it says by itself that it is dialled: it begins with zero, or is grouped as numbers of North America are.
    var speaksForItself: Bool { (text[starts[0]] == 48 && digits > 8) || (count > 2 && isNorthAmerican) }

    /// A date, with or without something behind it, or two years: `2026-03-14`, `14.03.2026`, `2011-2018`.
    private var isDate: Bool {
        if count == 2 { return isYear(0) && isYear(1) }
        guard count > 2, case let sign = text[ends[0]], sign == text[ends[1]], count == 3 || sign != 32 else {
            return false
        }
        if isYear(0) { return isDay(1) && isDay(2) }
        return isYear(2) && isDay(0) && isDay(1)
    }

    /// Four numbers below 256 that dots part: an address of a network.
    private var isAddress: Bool {
        guard count >= 4, (0..<4).allSatisfy({ length($0) < 4 && value($0) < 256 && !hasLeadingZero($0) }) else {
            return false
        }
        return (0..<3).allSatisfy { isDot(between: $0) } && (count == 4 || !isDot(between: 3))
    }

    /// Digits alone, or two groups of them with a sign and no blank between them.
    var isBare: Bool { count == 1 || (count == 2 && text[ends[0]] < 0x80 && text[ends[0]] != 32) }

    /// A date behind something else: `2 2023-02-05`, `5 14.03.2026`.
    private var hasDate: Bool {
        (1..<max(count - 2, 1)).contains { first in
            guard case let sign = text[ends[first]], sign != 32, sign == text[ends[first + 1]] else { return false }
            return (isYear(first) && isDay(first + 1) && isDay(first + 2))
                || (isDay(first) && isDay(first + 1) && isYear(first + 2))
        }
    }

    /// What no number that is dialled without a country's code looks like: one point in it, or points and something else, as versions and
    /// decimals have; or single digits apart, unless it begins with zero and an area; or a number of some year, as files have: `2026/46975`.
    private var isOtherNumber: Bool {
        if hasLeadingZero(0) { return isPadded }
        if count == 2, slashes == 1, isYear(0) { return true }
        // As social security numbers are written, and telephone numbers nowhere.
        if count == 3, length(0) == 3, length(1) == 2, length(2) == 4, text[ends[0]] == UInt8(ascii: "-") {
            return true
        }
        if count == 4, text[starts[0]] == 49, length(0) == 1, length(1) == 3 { return false }
        if length(0) == 1, text[starts[0]] == 48, digits < 10 { return true }
        return (dots > 0 && !isDotted) || slashes > 1 || (1..<max(count, 1)).contains { length($0) == 1 }
    }

    /// Points alone between groups of two, or between three groups and more of two to four: the third part of a version is longer, or its
    /// parts are fewer.
    private var isDotted: Bool {
        guard count > 2, dots == count - 1, length(0) < 4, (0..<count).allSatisfy({ (2...4).contains(length($0)) })
        else {
            return false
        }
        return digits > 8 || (0..<count).allSatisfy { length($0) == 2 }
    }

    /// Numbers that are filled up with zeros: `0329.0020.0004`.
    private var isPadded: Bool {
        count > 2 && dots == count - 1 && (1..<count).allSatisfy { length($0) > 2 && hasLeadingZero($0) }
    }

    private var isNorthAmerican: Bool {
        let first = count - 3
        return length(first) == 3 && length(first + 1) == 3 && length(first + 2) == 4
            && (first == 0 || (first == 1 && length(0) == 1 && text[starts[0]] == 49))
    }

    private var digits: Int { (0..<count).reduce(0) { $0 + length($1) } }

    private func length(_ group: Int) -> Int { ends[group] - starts[group] }
    private func hasLeadingZero(_ group: Int) -> Bool { length(group) > 1 && text[starts[group]] == 48 }
    private func isYear(_ group: Int) -> Bool { length(group) == 4 && (1900...2099).contains(value(group)) }
    private func isDay(_ group: Int) -> Bool { length(group) < 3 && (1...31).contains(value(group)) }
    private func isDot(between group: Int) -> Bool {
        ends[group] + 1 == starts[group + 1] && text[ends[group]] == UInt8(ascii: ".")
    }

    private func value(_ group: Int) -> Int {
        (starts[group]..<ends[group]).reduce(0) { $0 * 10 + Int(text[$1]) - 48 }
    }
}
