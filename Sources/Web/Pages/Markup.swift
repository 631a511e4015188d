import Model
import Mustache

/// HTML of ours, for the rows of long lists: what stands in the literal is kept, what is put into it is escaped. A template looks up each
/// name of each row at run time; here the compiler has done so.
struct Markup: ExpressibleByStringInterpolation, MustacheCustomRenderable, Sendable, Hashable {
    private(set) var text: String

    init(stringLiteral text: String) { self.text = text }
    init(stringInterpolation parts: StringInterpolation) { text = parts.text }

    var renderText: String { text }
    var isNull: Bool { false }

    /// The parts of a literal as they come.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        mutating func appendLiteral(_ literal: String) { text += literal }
        mutating func appendInterpolation(_ value: String) { text += EscapedHTML().escapeText(value) }
        mutating func appendInterpolation(_ link: Link) { appendInterpolation("\(link)") }
        mutating func appendInterpolation(_ markup: Markup) { text += markup.text }
        /// What stands there only sometimes.
        mutating func appendInterpolation(_ markup: Markup?) { text += markup?.text ?? "" }
        /// One behind the other.
        mutating func appendInterpolation(_ several: [Markup]) { for markup in several { text += markup.text } }
        /// Drawings, which are made of numbers alone.
        mutating func appendInterpolation(drawing: String) { text += drawing }
    }
}

extension SeverityView {
    var markup: Markup { "<span class=\"sev sev-\(severity.rawValue)\">\(drawing: strokes)\(word)</span>" }
}

extension StateView {
    var markup: Markup { "<span class=\"st st-\(kind.rawValue)\">\(drawing: kind.icon)\(words)</span>" }
}

extension TimeView {
    var markup: Markup { "<time datetime=\"\(iso)\" title=\"\(full)\">\(words)</time>" }
}
