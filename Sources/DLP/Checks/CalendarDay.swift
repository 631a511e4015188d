/// Days as they stand in personal numbers.
enum CalendarDay {
    private static let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    /// Whether there is such a day, in a leap year where the year is not asked.
    static func exists(month: Int, day: Int) -> Bool {
        (1...12).contains(month) && day >= 1 && day <= lengths[month - 1]
    }

    static func exists(year: Int, month: Int, day: Int) -> Bool {
        guard exists(month: month, day: day) else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month != 2 || day < 29 || isLeap
    }
}
