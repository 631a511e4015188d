/// Addresses as text: whether they are any, without asking the system.
enum IPText {
    /// Four decimal octets without leading zeros (RFC 7208 §12, qnum).
    static func isIPv4(_ text: Substring) -> Bool {
        let octets = text.split(separator: ".", omittingEmptySubsequences: false)
        return octets.count == 4
            && octets.allSatisfy { octet in
                (1...3).contains(octet.utf8.count) && octet.utf8.allSatisfy { (0x30...0x39).contains($0) }
                    && (octet == "0" || octet.first != "0") && (Int(octet) ?? 256) <= 255
            }
    }

    /// The forms of RFC 4291 §2.2: eight groups, "::" once for the zeros left out, the last two groups also as an IPv4
    /// address.
    static func isIPv6(_ text: Substring) -> Bool {
        guard text.utf8.count <= 45, let halves = halves(text) else { return false }
        var groups = 0
        for (place, half) in halves.enumerated() {
            guard let count = groupCount(half, isLast: place == halves.count - 1) else { return false }
            groups += count
        }
        return halves.count == 2 ? groups <= 7 : groups == 8
    }

    /// The text on both sides of "::", or the whole of it; nil where "::" stands twice.
    private static func halves(_ text: Substring) -> [Substring]? {
        var cuts: [Substring.Index] = []
        var place = text.startIndex
        while place < text.endIndex {
            let next = text.index(after: place)
            if text[place] == ":", next < text.endIndex, text[next] == ":" {
                cuts.append(place)
                place = next
            }
            place = text.index(after: place)
        }
        if cuts.isEmpty { return [text] }
        return cuts.count == 1 ? [text[..<cuts[0]], text[cuts[0]...].dropFirst(2)] : nil
    }

    private static func groupCount(_ half: Substring, isLast: Bool) -> Int? {
        if half.isEmpty { return 0 }
        let groups = half.split(separator: ":", omittingEmptySubsequences: false)
        var count = 0
        for (place, group) in groups.enumerated() {
            if isLast, place == groups.count - 1, isIPv4(group) {
                count += 2
            } else if (1...4).contains(group.utf8.count), group.utf8.allSatisfy(isHexDigit) {
                count += 1
            } else {
                return nil
            }
        }
        return count
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
}
