import Foundation
import Model
import Mustache

/// A severity as one to four strokes and its word. For the partial `severity`.
struct SeverityView: MustacheParent, Sendable {
    let severity: Severity

    init(_ severity: Severity) { self.severity = severity }

    private var strokes: Int {
        switch severity {
        case .critical: 4
        case .high: 3
        case .medium: 2
        case .low: 1
        }
    }

    func child(named name: String) -> Any? {
        switch name {
        case "id": severity.rawValue
        case "word": severity.rawValue.capitalized
        case "s1": "on"
        case "s2": strokes > 1 ? "on" : "off"
        case "s3": strokes > 2 ? "on" : "off"
        case "s4": strokes > 3 ? "on" : "off"
        default: nil
        }
    }
}
