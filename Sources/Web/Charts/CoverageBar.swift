import Report

/// A bar of what was read, what does not apply and what is not known. What is not known is at least 3 % wide, so that it is seen.
struct CoverageBar {
    let read: Int
    let notApplicable: Int
    let unread: Int
    /// In words, for who does not see it; nil for a bar that text stands beside.
    var label: String?
    var width: String = ""

    /// HTML of ours: numbers, and a label that is a collector's name.
    var svg: String {
        let sum = Double(max(1, read + notApplicable + unread))
        let least = unread > 0 ? 3.2 : 0
        let hatched = unread > 0 ? max(least, Double(unread) / sum * 100) : 0
        let rest = 100 - hatched
        let known = Double(max(1, read + notApplicable))
        let full = read + notApplicable == 0 ? 0 : Double(read) / known * rest
        let grey = read + notApplicable == 0 ? 0 : rest - full
        var bars = ""
        if read > 0 { bars += #"<rect class="read" x="0" y="0" width="\#(percent(full))" height="100%"/>"# }
        if notApplicable > 0 {
            bars += #"<rect class="na" x="\#(percent(full))" y="0" width="\#(percent(grey))" height="100%"/>"#
        }
        if unread > 0 {
            bars +=
                #"<rect fill="url(#hatch)" x="\#(percent(rest))" y="0" width="\#(percent(hatched))" height="100%"/>"#
        }
        let counts = "\(Numbers.grouped(read)) read, \(Numbers.grouped(unread)) not known"
        let words = label.map { "role=\"img\" aria-label=\"\($0): \(counts)\"" } ?? "aria-hidden=\"true\""
        let frame = #"<rect class="frame" x="0" y="0" width="100%" height="100%"/>"#
        return "<svg class=\"cov\"\(width) \(words)>\(bars)\(frame)</svg>"
    }

    private func percent(_ value: Double) -> String { SVG.number(value) + "%" }
}
