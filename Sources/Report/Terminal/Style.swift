import Model

/// What the output can show: colours, and how many columns.
public struct Style: Sendable, Hashable {
    public enum Palette: Sendable, Hashable { case none, sixteen, many }

    public var palette: Palette
    /// Columns of a line.
    public var width: Int
    /// Whether bars are drawn: on a terminal, not in a pipe.
    public var drawsBars: Bool

    public init(palette: Palette = .none, width: Int = 100, drawsBars: Bool = false) {
        self.palette = palette
        self.width = width
        self.drawsBars = drawsBars
    }

    /// Plain text of 100 columns: for pipes, files and tests.
    public static let plain = Style()

    /// The style that the surroundings ask for.
    /// - Parameters:
    ///   - terminalColumns: nil where the output is no terminal.
    ///   - allowsColour: false with `--no-color`.
    public init(terminalColumns: Int?, environment: [String: String], allowsColour: Bool = true) {
        guard let columns = terminalColumns else { self = .plain; return }
        let terminal = environment["TERM"] ?? ""
        let isDumb = terminal.isEmpty || terminal == "dumb"
        let refuses = !(environment["NO_COLOR"] ?? "").isEmpty || !allowsColour
        let hasMany =
            terminal.contains("256") || terminal.contains("direct")
            || ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
        palette = isDumb || refuses ? .none : hasMany ? .many : .sixteen
        width = columns >= 100 ? 100 : columns >= 80 || columns <= 0 ? 80 : max(40, columns)
        drawsBars = !isDumb
    }

    /// What a piece of text is for; the palette decides how it looks.
    public enum Role: Sendable, Hashable {
        case severity(Severity)
        case heading, quiet, good, bad, link
    }

    /// The text in the colour of its role; unchanged without colours. Colour never carries the meaning alone.
    public func paint(_ text: String, _ role: Role) -> String {
        guard !text.isEmpty, let code = code(for: role) else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private func code(for role: Role) -> String? {
        switch palette {
        case .none: nil
        case .sixteen: sixteen(role)
        case .many: many(role)
        }
    }

    private func sixteen(_ role: Role) -> String? {
        switch role {
        case .severity(.critical): "1;31"
        case .severity(.high): "31"
        case .severity(.medium): "33"
        case .severity(.low): nil
        case .heading: "1"
        case .quiet: "2"
        case .good: "32"
        case .bad: "31"
        case .link: "36"
        }
    }

    /// Tones of the 256-colour cube that keep their contrast on a white and on a black ground.
    private func many(_ role: Role) -> String {
        switch role {
        case .severity(.critical): "1;38;5;160"
        case .severity(.high): "38;5;166"
        case .severity(.medium): "38;5;136"
        case .severity(.low): "38;5;67"
        case .heading: "1"
        case .quiet: "38;5;244"
        case .good: "38;5;35"
        case .bad: "38;5;160"
        case .link: "38;5;68"
        }
    }
}
