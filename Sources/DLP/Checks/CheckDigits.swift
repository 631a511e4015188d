/// Check digit schemes that several numbers share. Each takes the letters and digits of the whole value.
enum CheckDigits {
    /// ISO/IEC 7812-1 annex B: every second digit from the right doubled, digits summed, a multiple of ten.
    static func luhn(_ value: Characters) -> Bool {
        var sum = 0
        for place in 0..<value.count {
            var digit = value.digit(value.count - 1 - place)
            if place & 1 == 1 {
                digit *= 2
                if digit > 9 { digit -= 9 }
            }
            sum += digit
        }
        return sum % 10 == 0
    }

    /// The sum of digits times weights, as far as there are weights.
    @inline(__always)
    static func sum(_ value: Characters, _ weights: [Int]) -> Int {
        var sum = 0
        for place in weights.indices { sum += value.digit(place) * weights[place] }
        return sum
    }

    /// The sum of the digits of each product.
    static func crossSum(_ value: Characters, _ weights: [Int]) -> Int {
        var sum = 0
        for place in weights.indices {
            let product = value.digit(place) * weights[place]
            sum += product / 10 + product % 10
        }
        return sum
    }

    /// ISO/IEC 7064 MOD 97-10 of digits and letters (A is 10).
    static func mod97(_ value: Characters, rotated: Int) -> Int {
        var rest = 0
        for offset in 0..<value.count {
            let byte = value[(offset + rotated) % value.count]
            let upper = byte.isLower ? byte & 0xDF : byte
            rest = upper.isDigit ? rest * 10 + Int(upper) - 48 : rest * 100 + Int(upper) - 55
            rest %= 97
        }
        return rest
    }

    /// ISO/IEC 7064 MOD 11,10: the last digit checks the others.
    static func mod11and10(_ value: Characters) -> Bool {
        var product = 10
        for place in 0..<(value.count - 1) {
            var sum = (value.digit(place) + product) % 10
            if sum == 0 { sum = 10 }
            product = sum * 2 % 11
        }
        return (product + value.digit(value.count - 1)) % 10 == 1
    }

    /// ISO/IEC 7064 MOD 11-2: the last character, a digit or X, checks the others.
    static func mod11and2(_ value: Characters) -> Bool {
        var rest = 0
        for place in 0..<(value.count - 1) { rest = (rest + value.digit(place)) * 2 % 11 }
        let last = value[value.count - 1] | 0x20
        let check = last == UInt8(ascii: "x") ? 10 : value.digit(value.count - 1)
        return (rest + check) % 11 == 1
    }

    /// Verhoeff's scheme over the dihedral group of ten.
    static func verhoeff(_ value: Characters) -> Bool {
        var check = 0
        for place in 0..<value.count {
            let digit = value.digit(value.count - 1 - place)
            guard (0...9).contains(digit) else { return false }
            check = dihedral[check * 10 + permutations[(place & 7) * 10 + digit]]
        }
        return check == 0
    }

    private static let dihedral: [Int] = [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 0, 6, 7, 8, 9, 5, 2, 3, 4, 0, 1, 7, 8, 9, 5, 6, 3, 4, 0, 1, 2, 8, 9,
        5, 6, 7,
        4, 0, 1, 2, 3, 9, 5, 6, 7, 8, 5, 9, 8, 7, 6, 0, 4, 3, 2, 1, 6, 5, 9, 8, 7, 1, 0, 4, 3, 2, 7, 6, 5, 9, 8, 2, 1,
        0, 4, 3,
        8, 7, 6, 5, 9, 3, 2, 1, 0, 4, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0,
    ]
    private static let permutations: [Int] = [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 5, 7, 6, 2, 8, 3, 0, 9, 4, 5, 8, 0, 3, 7, 9, 6, 1, 4, 2, 8, 9, 1, 6, 0, 4, 3,
        5, 2, 7,
        9, 4, 5, 3, 1, 2, 6, 8, 7, 0, 4, 2, 8, 6, 5, 7, 3, 9, 0, 1, 2, 7, 9, 3, 8, 0, 6, 4, 1, 5, 7, 0, 4, 6, 9, 1, 3,
        2, 5, 8,
    ]
}
