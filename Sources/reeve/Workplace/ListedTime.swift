import Flows
import Foundation
import Model
import Report

/// Moments in the tables of commands: short enough to be shown whole. Machine formats have them in full.
enum ListedTime {
    /// `2026-11-21 14:20` (UTC); a day alone where the time says nothing. Nil for what is no moment.
    static func cell(_ value: Evidence.Value, isDay: Bool = false) -> Table.Cell? {
        guard case .text(let text) = value, let moment = try? Date(text, strategy: .iso8601) else { return nil }
        let iso = Moments.iso(moment)
        return Table.Cell(isDay ? String(iso.prefix(10)) : String(iso.prefix(16)).replacing("T", with: " "))
    }

    /// The last day on which something holds, as it was given; a time where it does not end with a day.
    static func end(_ value: Evidence.Value) -> Table.Cell? {
        guard case .text(let text) = value, let moment = ProtectWords.moment(text) else { return nil }
        let day = ProtectWords.text(of: moment)
        return day.count == 10 ? Table.Cell(day) : cell(value)
    }
}
