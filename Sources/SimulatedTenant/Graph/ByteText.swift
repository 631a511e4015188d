import Foundation

/// Writing JSON text straight into bytes: the fast way, for pages of a thousand objects.
extension [UInt8] {
    @inline(__always)
    mutating func add(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func add(text: String) {
        append(contentsOf: text.utf8)
    }

    /// A JSON string with its quotes and escapes.
    mutating func add(quoted text: String) {
        append(34)
        for byte in text.utf8 {
            switch byte {
            case 34: add("\\\"")
            case 92: add("\\\\")
            case 10: add("\\n")
            case 13: add("\\r")
            case 9: add("\\t")
            case 0..<32:
                add("\\u00")
                add(hex: UInt64(byte), digits: 2)
            default: append(byte)
            }
        }
        append(34)
    }

    mutating func add(number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        let start = count
        repeat {
            append(UInt8(48 + rest % 10))
            rest /= 10
        } while rest > 0
        self[start...].reverse()
    }

    /// A number with leading zeros.
    @inline(__always)
    mutating func add(number: Int, digits: Int) {
        var divisor = 1
        for _ in 1..<Swift.max(digits, 1) { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(truncatingIfNeeded: 48 + number / divisor % 10))
            divisor /= 10
        }
    }

    /// The low `digits` hexadecimal digits of a value.
    @inline(__always)
    mutating func add(hex value: UInt64, digits: Int) {
        var shift = (digits - 1) * 4
        while shift >= 0 {
            let nibble = UInt8(truncatingIfNeeded: value >> UInt64(shift)) & 15
            append(nibble < 10 ? 48 + nibble : 87 + nibble)
            shift -= 4
        }
    }

    /// `2026-03-01T03:04:54Z` from seconds since 1970 (the calendar of ISO 8601, computed from the day number).
    mutating func add(time seconds: Int) {
        let days = Int((Double(seconds) / 86400).rounded(.down))
        let second = seconds - days * 86400
        let era = (days + 719_468) / 146_097
        let dayOfEra = days + 719_468 - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        add(number: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), digits: 4)
        append(45)
        add(number: month, digits: 2)
        append(45)
        add(number: dayOfYear - (153 * shifted + 2) / 5 + 1, digits: 2)
        append(84)
        add(number: second / 3600, digits: 2)
        append(58)
        add(number: second / 60 % 60, digits: 2)
        append(58)
        add(number: second % 60, digits: 2)
        append(90)
    }
}

extension Date {
    /// `2026-03-01T03:04:54Z`.
    var graphTime: String {
        var bytes: [UInt8] = []
        bytes.add(time: Int(timeIntervalSince1970.rounded(.down)))
        return String(decoding: bytes, as: UTF8.self)
    }
}
