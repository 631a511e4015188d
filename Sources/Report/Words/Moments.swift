import Foundation

/// Dates in words and in ISO 8601, always UTC. No formatter: exports write one for each of a million lines.
public enum Moments {
    /// Year, month, day, hour, minute, second of a moment in the Gregorian calendar, UTC.
    struct Parts: Hashable {
        var year, month, day, hour, minute, second: Int

        init(_ date: Date) {
            let limit = 253_402_300_799.0  // 9999-12-31T23:59:59Z, the last that four digits can say
            let seconds = Int(max(-62_135_596_800, min(limit, date.timeIntervalSince1970.rounded(.down))))
            let days = Parts.floorDivide(seconds, 86_400)
            let rest = seconds - days * 86_400
            (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
            // Days to civil date over eras of 400 years that start on 1 March.
            let shifted = days + 719_468
            let era = Parts.floorDivide(shifted, 146_097)
            let dayOfEra = shifted - era * 146_097
            let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
            let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
            let marchMonth = (5 * dayOfYear + 2) / 153
            day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
            month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
            year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        }

        private static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `2026-11-21T09:00:00Z`; fractions of a second are dropped.
    public static func iso(_ date: Date) -> String {
        let p = Parts(date)
        return String(unsafeUninitializedCapacity: 20) { room in
            var end = 0
            func write(_ number: Int, _ width: Int, then sign: UInt8) {
                var rest = number
                for place in (0..<width).reversed() {
                    room[end + place] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
                room[end + width] = sign
                end += width + 1
            }
            write(p.year, 4, then: UInt8(ascii: "-"))
            write(p.month, 2, then: UInt8(ascii: "-"))
            write(p.day, 2, then: UInt8(ascii: "T"))
            write(p.hour, 2, then: UInt8(ascii: ":"))
            write(p.minute, 2, then: UInt8(ascii: ":"))
            write(p.second, 2, then: UInt8(ascii: "Z"))
            return end
        }
    }

    /// `2026-11-21 10:14 UTC`.
    public static func minute(_ date: Date) -> String {
        let p = Parts(date)
        return "\(padded(p.year, 4))-\(padded(p.month))-\(padded(p.day)) \(padded(p.hour)):\(padded(p.minute)) UTC"
    }

    /// `12 Oct 2026`.
    public static func day(_ date: Date) -> String {
        let p = Parts(date)
        return "\(p.day) \(months[p.month - 1]) \(p.year)"
    }

    /// `12 Oct`, with the year where it is not the year of `now`.
    public static func day(_ date: Date, asOf now: Date) -> String {
        let p = Parts(date)
        return p.year == Parts(now).year ? "\(p.day) \(months[p.month - 1])" : day(date)
    }

    /// `just now`, `3 minutes ago`, `5 hours ago`, `yesterday`, `6 days ago`, then the date; `in 3 days` for what is to come.
    public static func relative(_ date: Date, asOf now: Date) -> String {
        let seconds = now.timeIntervalSince(date)
        let (size, isPast) = (abs(seconds), seconds >= 0)
        func say(_ number: Double, _ unit: String) -> String {
            let text = Numbers.counted(Int(number), unit)
            return isPast ? "\(text) ago" : "in \(text)"
        }
        if size < 60 { return isPast ? "just now" : "in a moment" }
        if size < 3600 { return say(size / 60, "minute") }
        if size < 86_400 { return say(size / 3600, "hour") }
        if size < 2 * 86_400 { return isPast ? "yesterday" : "tomorrow" }
        if size < 14 * 86_400 { return say(size / 86_400, "day") }
        return isPast ? day(date, asOf: now) : "on \(day(date, asOf: now))"
    }

    /// Milliseconds since 1970, as OCSF counts.
    static func milliseconds(_ date: Date) -> Int {
        Int(max(-62_135_596_800, min(253_402_300_799, date.timeIntervalSince1970)) * 1000)
    }

    private static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
    }
}
