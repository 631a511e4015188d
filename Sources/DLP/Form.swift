/// A shape of letters and digits with separators.
///
/// A template says it: `9` a digit, `A` a capital letter, `a` a small one, `X` a capital letter or a digit, anything else itself; a blank is
/// a separator (space or dash) that may be left out everywhere together, `~` one that may be left out by itself, `_` one that has to be
/// there (space or dash), `-` a dash, `.` a dot and `/` a slash that have to be there, `{` the sign `<`. What stands in `<>` before and behind it has to be
/// there and is no part of the value.
struct Form: Sendable {
    /// What the value in this shape needs beside it; nil as the detector says.
    let need: Detector.Need?
    let steps: [Step]
    /// The lengths of the groups of digits, where it consists of digits alone.
    let variants: [Groups]
    /// Letters and digits that a value has.
    let width: Int
    /// Bytes that have to stand before the value, and behind it.
    let lead: Int
    let tail: Int

    enum Step: Sendable, Hashable {
        case digit, capital, small, either
        case literal(UInt8)
        /// Optional, all or none; optional each; required.
        case joint, loose
        case required(Separator.RawValue)
    }

    /// Digits in groups with what may stand between each.
    struct Groups: Sendable, Hashable {
        let lengths: [Int]
        let separators: [Separator.RawValue]
        let isUniform: Bool
    }

    static let common: Separator = [.space, .dash, .lineEnd]

    init(_ template: String, need: Detector.Need? = nil) {
        self.need = need
        let pieces = template.split(whereSeparator: { $0 == "<" || $0 == ">" })
        lead = template.hasPrefix("<") ? pieces[0].utf8.count : 0
        tail = template.hasSuffix(">") ? pieces[pieces.count - 1].utf8.count : 0
        steps = pieces.joined().utf8.map(Self.step)
        width = steps.count { $0 == .digit || $0 == .capital || $0 == .small || $0 == .either }
        variants = Self.variants(of: steps)
    }

    private static func step(_ letter: UInt8) -> Step {
        switch letter {
        case UInt8(ascii: "9"): .digit
        case UInt8(ascii: "A"): .capital
        case UInt8(ascii: "a"): .small
        case UInt8(ascii: "X"): .either
        case UInt8(ascii: " "): .joint
        case UInt8(ascii: "~"): .loose
        case UInt8(ascii: "_"): .required(common.rawValue)
        case UInt8(ascii: "-"): .required(Separator.dash.rawValue)
        case UInt8(ascii: "."): .required(Separator.dot.rawValue)
        case UInt8(ascii: "/"): .required(Separator.slash.rawValue)
        case UInt8(ascii: "{"): .literal(UInt8(ascii: "<"))
        default: .literal(letter)
        }
    }

    /// Every way in which the digits can be grouped; empty where there are letters.
    private static func variants(of steps: [Step]) -> [Groups] {
        var found: [(lengths: [Int], separators: [UInt8])] = [([0], [])]
        var joined: [(lengths: [Int], separators: [UInt8])] = [([0], [])]
        let hasJoint = steps.contains(.joint)
        for step in steps {
            switch step {
            case .digit:
                for i in found.indices { found[i].lengths[found[i].lengths.count - 1] += 1 }
                for i in joined.indices { joined[i].lengths[joined[i].lengths.count - 1] += 1 }
            case .joint:
                found = found.map { ($0.lengths + [0], $0.separators + [common.rawValue]) }
            case .loose:
                found += found.map { ($0.lengths + [0], $0.separators + [common.rawValue]) }
                joined += joined.map { ($0.lengths + [0], $0.separators + [common.rawValue]) }
            case .required(let kinds):
                found = found.map { ($0.lengths + [0], $0.separators + [kinds]) }
                joined = joined.map { ($0.lengths + [0], $0.separators + [kinds]) }
            default: return []
            }
        }
        let all = hasJoint ? found + joined : found
        return Array(Set(all.map { Groups(lengths: $0.lengths, separators: $0.separators, isUniform: hasJoint) }))
    }
}
