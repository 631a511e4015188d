import Foundation
import Model
import Mustache

/// A severity as one to four strokes and its word. For the partial `severity`.
struct SeverityView: MustacheParent, Sendable {
    let severity: Severity

    init(_ severity: Severity) { self.severity = severity }

    /// Four strokes, as many of them drawn as the severity counts; HTML.
    var strokes: String {
        switch severity {
        case .critical: Self.drawn[3]
        case .high: Self.drawn[2]
        case .medium: Self.drawn[1]
        case .low: Self.drawn[0]
        }
    }

    private static let drawn = (1...4).map { (count: Int) -> String in
        let paths = (0..<4).map { place in
            #"<path class="\#(place < count ? "on" : "off")" d="M\#(place * 4) 0h2.5v11h-2.5z"/>"#
        }
        return #"<svg width="15" height="11" viewBox="0 0 14.5 11" aria-hidden="true">\#(paths.joined())</svg>"#
    }

    var word: String {
        switch severity {
        case .critical: "Critical"
        case .high: "High"
        case .medium: "Medium"
        case .low: "Low"
        }
    }

    func child(named name: String) -> Any? {
        switch name {
        case "id": severity.rawValue
        case "strokes": strokes
        case "word": word
        default: nil
        }
    }
}
