extension Form {
    /// The end of the value in a shape of these steps that begins at a place; nil where there is none.
    static func end(of steps: UnsafeBufferPointer<Step>, from start: Int, in text: TextBytes) -> Int? {
        var at = start
        var joint: Separator?
        var isSplit: Bool?
        var (lineEnds, gaps, places) = (0, 0, 0)
        for step in steps {
            let byte = text[at]
            switch step {
            case .digit:
                guard byte.isDigit else { return nil }
                at += 1
            case .capital:
                guard byte.isUpper else { return nil }
                at += 1
            case .small:
                guard byte.isLower else { return nil }
                at += 1
            case .either:
                guard byte.isUpper || byte.isDigit else { return nil }
                at += 1
            case .literal(let wanted):
                guard byte == wanted else { return nil }
                at += 1
            case .joint, .loose:
                let found = Separator.at(at, in: text)
                places += 1
                if step == .joint {
                    if let isSplit, isSplit != (found != nil) { return nil }
                    isSplit = found != nil
                }
                guard let found else { continue }
                guard common.contains(found.kind) else { return nil }
                if found.kind == .lineEnd {
                    lineEnds += 1
                } else {
                    if let joint, joint != found.kind { return nil }
                    joint = found.kind
                    gaps += 1
                }
                at += found.length
            case .required(let kinds):
                guard let found = Separator.at(at, in: text), kinds & found.kind.rawValue != 0 else { return nil }
                at += found.length
            }
        }
        // A line ends between groups that are all written as such; else the next one begins with something else.
        return lineEnds == 0 || (lineEnds == 1 && (places == 1 || gaps == places - 1)) ? at : nil
    }
}
