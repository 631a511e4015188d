import Foundation

extension Date {
    /// Whether more than so many days of 24 hours have passed at `moment`; exactly so many are not more.
    func isOlder(thanDays days: Int, at moment: Date) -> Bool {
        moment.timeIntervalSince(self) > Double(days) * 86_400
    }

    /// The first whole second at which `isOlder` is true.
    func turnsOlder(thanDays days: Int) -> Date { addingTimeInterval(Double(days) * 86_400 + 1) }

    func adding(days: Int) -> Date { addingTimeInterval(Double(days) * 86_400) }
}

extension Sequence<Date> {
    /// The earliest of them that lies after `moment`.
    func next(after moment: Date) -> Date? { filter { $0 > moment }.min() }
}
