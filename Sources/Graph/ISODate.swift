import Foundation

/// Reads a time as Graph writes it (RFC 3339 §5.6): "2026-03-01T03:04:54Z", any number of fraction digits, "Z" or an offset.
/// A time without a zone is taken as UTC; a date alone as its midnight. Nil for anything else. No formatter: pages hold thousands.
func isoDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Date? {
    var reader = ISODate(bytes: bytes)
    return reader.date()
}

func isoDate(_ text: String) -> Date? {
    var text = text
    return text.withUTF8(isoDate)
}

private struct ISODate {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func date() -> Date? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2),
            1...12 ~= month, 1...Self.days(in: month, of: year) ~= day
        else { return nil }
        let midnight = Double(Self.daysSince1970(year, month, day)) * 86_400
        if at == bytes.count { return Date(timeIntervalSince1970: midnight) }
        guard take("T") || take("t") || take(" "), let seconds = timeOfDay(), let offset = zone(), at == bytes.count
        else { return nil }
        return Date(timeIntervalSince1970: midnight + seconds - offset)
    }

    private mutating func timeOfDay() -> Double? {
        guard let hour = number(2), take(":"), let minute = number(2), take(":"), let second = number(2),
            hour <= 23, minute <= 59, second <= 60
        else { return nil }
        var total = Double(hour * 3_600 + minute * 60 + second)
        if take(".") {
            var unit = 0.1
            let start = at
            while let digit = digit() {
                total += Double(digit) * unit
                unit /= 10
            }
            guard at > start else { return nil }
        }
        return total
    }

    /// Seconds east of Greenwich.
    private mutating func zone() -> Double? {
        if at == bytes.count || take("Z") || take("z") { return 0 }
        let sign: Double
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard let hour = number(2), take(":"), let minute = number(2), hour <= 23, minute <= 59 else { return nil }
        return sign * Double(hour * 3_600 + minute * 60)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func digit() -> Int? {
        guard at < bytes.count, bytes[at] &- UInt8(ascii: "0") < 10 else { return nil }
        at += 1
        return Int(bytes[at - 1] - UInt8(ascii: "0"))
    }

    private mutating func number(_ digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 31
        }
    }

    /// Days from 1970-01-01 in the proleptic Gregorian calendar; the year begins in March, so that a leap day is its last.
    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
