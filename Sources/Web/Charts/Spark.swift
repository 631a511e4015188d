import Foundation

/// A small line of thirty days: whole where scans ended, dashed where nobody knows.
struct Spark {
    /// The value of each day, oldest first; nil where nothing is known.
    let values: [Int?]
    let width: Double
    let height: Double

    init(_ values: [Int?], width: Double = 56, height: Double = 16) {
        self.values = values
        self.width = width
        self.height = height
    }

    /// HTML of ours: numbers alone. Empty where there is no line to draw.
    var svg: String {
        let known = values.enumerated().compactMap { place, value in value.map { (place: place, value: $0) } }
        guard known.count > 1, let least = known.map(\.value).min(), let most = known.map(\.value).max() else {
            return ""
        }
        func x(_ place: Int) -> Double { Double(place) / Double(max(1, values.count - 1)) * (width - 2) }
        func y(_ value: Int) -> Double {
            most == least ? height / 2 : 2 + (height - 4) * (1 - Double(value - least) / Double(most - least))
        }
        func point(_ item: (place: Int, value: Int)) -> String {
            "\(SVG.number(x(item.place))) \(SVG.number(y(item.value)))"
        }
        var (line, gaps) = ("M" + point(known[0]), "")
        for (before, after) in zip(known, known.dropFirst()) {
            if after.place == before.place + 1 {
                line += " L" + point(after)
            } else {
                gaps += "M\(point(before)) L\(point(after)) "
                line += " M" + point(after)
            }
        }
        let gap = gaps.isEmpty ? "" : #"<path class="gap" d="\#(gaps)"/>"#
        let last = known[known.count - 1]
        return """
            <svg class="spark" width="\(SVG.number(width))" height="\(SVG.number(height))" \
            viewBox="0 0 \(SVG.number(width)) \(SVG.number(height))" aria-hidden="true">\
            <path d="\(line)"/>\(gap)\
            <circle cx="\(SVG.number(x(last.place)))" cy="\(SVG.number(y(last.value)))" r="2"/></svg>
            """
    }
}

/// Pieces of SVG.
enum SVG {
    /// One decimal at most: `12.5`, `3`.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }
}
