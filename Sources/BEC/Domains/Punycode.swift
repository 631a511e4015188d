/// The decoder of RFC 3492, for labels that begin with `xn--`.
enum Punycode {
    /// The label as a person sees it; nil where it is no Punycode.
    /// - Parameter label: what follows `xn--`, lower case, at most 63 bytes.
    static func decode(_ label: Substring) -> String? {
        guard label.utf8.count <= 63 else { return nil }
        var output: [UInt32] = []
        var input = Array(label.utf8)[...]
        if let hyphen = input.lastIndex(of: UInt8(ascii: "-")) {
            output = input[..<hyphen].map(UInt32.init)
            input = input[(hyphen + 1)...]
        }
        var number: UInt32 = 128
        var position: UInt32 = 0
        var bias: UInt32 = 72
        while !input.isEmpty {
            let before = position
            guard let delta = integer(from: &input, bias: bias) else { return nil }
            position += delta
            let length = UInt32(output.count) + 1
            bias = adapted(position - before, over: length, first: before == 0)
            number += position / length
            position %= length
            guard number < 0x110000 else { return nil }
            output.insert(number, at: Int(position))
            position += 1
        }
        guard !output.isEmpty else { return nil }
        var text = String.UnicodeScalarView()
        for value in output {
            guard let scalar = Unicode.Scalar(value) else { return nil }
            text.append(scalar)
        }
        return String(text)
    }

    /// One generalized variable-length integer (§3.3); below 2^26, so that sums of 63 of them cannot overflow.
    private static func integer(from input: inout ArraySlice<UInt8>, bias: UInt32) -> UInt32? {
        var value: UInt32 = 0
        var weight: UInt32 = 1
        var step: UInt32 = 36
        while let byte = input.popFirst() {
            guard let digit = digit(byte) else { return nil }
            value += digit * weight
            guard value < 1 << 26 else { return nil }
            let least = step <= bias ? 1 : min(step - bias, 26)
            if digit < least { return value }
            weight *= 36 - least
            guard weight < 1 << 20 else { return nil }
            step += 36
        }
        return nil
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a"))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 26
        default: nil
        }
    }

    private static func adapted(_ delta: UInt32, over length: UInt32, first: Bool) -> UInt32 {
        var delta = first ? delta / 700 : delta / 2
        delta += delta / length
        var steps: UInt32 = 0
        while delta > 455 {
            delta /= 35
            steps += 36
        }
        return steps + 36 * delta / (delta + 38)
    }
}
