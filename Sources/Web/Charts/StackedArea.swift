import Flows
import Foundation
import Model
import Report

/// Open instances by severity over days, one area on the other, critical at the bottom; days that were not fully read are hatched.
struct StackedArea {
    let days: [Overview.ChartDay]
    /// From the bottom up.
    let severities: [Severity]

    /// For each day, how many instances lie at or under each of the severities; empty where the day is not known.
    private let levels: [[Int]]
    /// The number at the top of the scale, in four whole steps: 4, 8, 12, 20, 40 times a power of ten, never under the highest day.
    let top: Int

    private static let (width, height) = (600.0, 184.0)

    init(days: [Overview.ChartDay], severities: [Severity]) {
        (self.days, self.severities) = (days, severities)
        levels = days.map { day in
            guard let active = day.active else { return [] }
            var sum = 0
            return severities.map { severity in
                sum += active[severity] ?? 0
                return sum
            }
        }
        top = Self.top(over: levels.compactMap(\.last).max() ?? 0)
    }

    private static func top(over most: Int) -> Int {
        var scale = 1
        while true {
            if let top = [4, 8, 12, 20].map({ $0 * scale }).first(where: { $0 >= most }) { return top }
            scale *= 10
        }
    }

    var marks: [String] { [4, 3, 2, 1, 0].map { Numbers.grouped(top * $0 / 4) } }

    /// HTML of ours: numbers, and the title that was escaped before.
    func svg(title: String) -> String {
        let known = days.indices.filter { days[$0].active != nil }
        var text = """
            <svg viewBox="0 0 600 184" preserveAspectRatio="none" role="img" aria-labelledby="chart-t">\
            <title id="chart-t">\(title)</title><path class="grid-line" d="M0 138H600M0 92H600M0 46H600M0 0.5H600"/>
            """
        if known.count > 1 {
            for severity in severities.indices.reversed() { text += area(severity, known) }
            for severity in severities.indices { text += edge(severity, known) }
        }
        text += gaps
        return text + #"<path class="grid-line" d="M0 183.5H600"/></svg>"#
    }

    private func x(_ place: Int) -> Double { Double(place) / Double(max(1, days.count - 1)) * Self.width }
    private func y(_ count: Int) -> Double { Self.height * (1 - Double(count) / Double(top)) }

    /// The upper edge of a severity; the ground line where it is nil.
    private func points(_ severity: Int?, _ known: [Int]) -> [String] {
        known.map { day in
            "\(SVG.number(x(day))) \(SVG.number(y(severity.map { levels[day][$0] } ?? 0)))"
        }
    }

    private func area(_ severity: Int, _ known: [Int]) -> String {
        let floor = points(severity == 0 ? nil : severity - 1, known).reversed()
        let outline = (points(severity, known) + floor).joined(separator: " L")
        return #"<path class="a-\#(severities[severity].rawValue)" d="M\#(outline)Z"/>"#
    }

    private func edge(_ severity: Int, _ known: [Int]) -> String {
        let line = points(severity, known).joined(separator: " L")
        return #"<path class="l-\#(severities[severity].rawValue)" d="M\#(line)"/>"#
    }

    /// Each stretch of days of which not all is known, half a day wider at both ends.
    private var gaps: String {
        let step = Self.width / Double(max(1, days.count - 1))
        var text = ""
        var place = 0
        while place < days.count {
            guard days[place].isIncomplete else {
                place += 1
                continue
            }
            let start = place
            while place < days.count, days[place].isIncomplete { place += 1 }
            let left = max(0, x(start) - step / 2)
            let right = min(Self.width, x(place - 1) + step / 2)
            text +=
                #"<rect class="gapband" fill="url(#hatch)" x="\#(SVG.number(left))" y="0" width="\#(SVG.number(right - left))" height="184"/>"#
        }
        return text
    }
}
