import Foundation
import Mustache
import Report

/// A moment as pages show it: `Today 06:02`, `Yesterday 17:20`, `3 Nov`, `3 Nov 2025`, in the visitor's zone. For the partial `time`.
struct TimeView: MustacheParent, Sendable, Hashable {
    /// UTC, ISO 8601.
    let iso: String
    /// UTC, to the second, for the title.
    let full: String
    let words: String

    init(_ date: Date, asOf now: Date, in zone: TimeZone) {
        iso = Moments.iso(date)
        full = "\(iso.prefix(10)) \(iso.dropFirst(11).prefix(8)) UTC"
        // The parts of a moment moved by the zone's offset are its parts in that zone.
        func local(_ date: Date) -> Date { date.addingTimeInterval(Double(zone.secondsFromGMT(for: date))) }
        let (there, today) = (local(date), local(now))
        let days =
            (today.timeIntervalSince1970 / 86_400).rounded(.down)
            - (there.timeIntervalSince1970 / 86_400).rounded(.down)
        let clock = Moments.iso(there).dropFirst(11).prefix(5)
        words =
            switch days {
            case 0: "Today \(clock)"
            case 1: "Yesterday \(clock)"
            case -1: "Tomorrow \(clock)"
            default: Moments.day(there, asOf: today)
            }
    }

    /// The same as a dictionary, beside moments that have no time of day.
    var values: [String: String] { ["iso": iso, "full": full, "words": words] }

    func child(named name: String) -> Any? {
        switch name {
        case "iso": iso
        case "full": full
        case "words": words
        default: nil
        }
    }
}

extension Visitor {
    /// `CET (UTC+1)`: which zone the times of a page are in.
    func zoneWords(at now: Date) -> String {
        let minutes = zone.secondsFromGMT(for: now) / 60
        guard minutes != 0 else { return "UTC" }
        let sign = minutes < 0 ? "−" : "+"
        let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
        return "\(zone.identifier) (UTC\(sign)\(hours)\(rest == 0 ? "" : ":\(rest)"))"
    }
}
