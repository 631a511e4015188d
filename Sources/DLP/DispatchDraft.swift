/// A dispatch while detectors are added to it.
struct DispatchDraft {
    private(set) var bare = [[Dispatch.Bare]](repeating: [], count: Dispatch.longestDigits + 1)
    private(set) var pairs: [Dispatch.Pair] = []
    private(set) var groups: [(lengths: [Int], shape: Dispatch.Grouped)] = []
    private(set) var mixed = [[Dispatch.Choice]](repeating: [], count: Dispatch.longestWord + 1)
    private(set) var digitsFirst = [[Dispatch.Choice]](repeating: [], count: Dispatch.longestWord + 1)
    private(set) var lettersFirst = [[Dispatch.Choice]](repeating: [], count: Dispatch.longestLetters + 1)
    private(set) var finders = [[[Int]]](
        repeating: [[Int]](repeating: [], count: Dispatch.longestWord + 1), count: 4)
    private(set) var tokens: [Dispatch.Tokens] = []
    /// Memory that the choices point to.
    private(set) var steps: [UnsafeMutableBufferPointer<Form.Step>] = []

    mutating func add(_ detector: Detector, at place: Int) {
        switch detector.find {
        case .forms(let forms, _):
            for form in forms { add(form, of: place, need: form.need ?? detector.need) }
        case .word(let words, let lengths, _, _):
            for (at, kind) in [Detector.Words.digits, .mixed, .letterFirst, .digitsBehindBlank].enumerated()
            where words.contains(kind) {
                for length in lengths.clamped(to: 0...Dispatch.longestWord) { finders[at][length].append(place) }
            }
        case .token(let alphabet, let lengths, _, _, let pieces): add(place, alphabet, lengths.sorted(), pieces)
        case .anchors, .listed, .whole: break
        }
    }

    private mutating func add(
        _ place: Int, _ alphabet: Detector.Alphabet, _ lengths: [Int], _ pieces: Detector.Pieces?
    ) {
        let at = tokens.firstIndex { $0.alphabet == alphabet } ?? tokens.count
        if at == tokens.count { tokens.append(Dispatch.Tokens(alphabet)) }
        tokens[at].add(place, lengths, pieces)
    }

    private mutating func add(_ form: Form, of detector: Int, need: Detector.Need) {
        for variant in form.variants { add(variant, of: detector, need: need) }
        guard form.variants.isEmpty else { return }
        let copy = UnsafeMutableBufferPointer<Form.Step>.allocate(capacity: form.steps.count)
        _ = copy.initialize(from: form.steps)
        steps.append(copy)
        for first in form.firstWords {
            let choice = Dispatch.Choice(
                detector: detector, need: need, steps: UnsafeBufferPointer(copy), lead: form.lead, tail: form.tail,
                first: form.firstLetter,
                gap: form.gap(after: first.length), second: form.second(after: first.length),
                secondMayBeginWithLetter: form.secondMayBeginWithLetter(after: first.length))
            switch first.kind {
            case .mixed: mixed[first.length].append(choice)
            case .digits: digitsFirst[first.length].append(choice)
            case .letters where first.length <= Dispatch.longestLetters: lettersFirst[first.length].append(choice)
            case .letters: break
            }
        }
    }

    private mutating func add(_ variant: Form.Groups, of detector: Int, need: Detector.Need) {
        let first = variant.lengths[0]
        guard variant.lengths.count > 1 else {
            guard !bare[first].contains(where: { $0.detector == detector && $0.need == need }) else { return }
            bare[first].append(Dispatch.Bare(detector: detector, need: need))
            return
        }
        pairs.append(
            Dispatch.Pair(
                detector: detector, first: first, next: 1 << UInt32(variant.lengths[1]), kinds: variant.separators[0]))
        let shape = Dispatch.Grouped(detector: detector, need: need, groups: GroupShape(variant))
        groups.append((variant.lengths, shape))
    }
}

extension Form {
    /// The letter or digit that every value begins with; 0 where there is none.
    var firstLetter: UInt8 {
        guard case .literal(let letter)? = steps.first else { return 0 }
        return letter
    }

    /// The separators that may follow the first letters and digits, where a word of so many ends.
    func gap(after length: Int) -> Separator.RawValue {
        var left = length
        for step in steps {
            switch step {
            case .digit, .capital, .small, .either: left -= 1
            case .literal(let byte) where byte.isAlphanumeric: left -= 1
            case .joint, .loose: if left == 0 { return Self.common.rawValue }
            case .required(let kinds): return kinds
            case .literal: return .max
            }
        }
        return .max
    }

    /// The lengths that a second word of letters and digits may have where a first one of so many ends, a bit each; all where that is
    /// not clear.
    func second(after length: Int) -> UInt64 {
        var (left, count, isBehind, isSplit, found) = (length, 0, false, false, UInt64(0))
        for step in steps {
            switch step {
            case .digit, .capital, .small, .either: if isBehind { count += 1 } else { left -= 1 }
            case .literal(let byte) where byte.isAlphanumeric: if isBehind { count += 1 } else { left -= 1 }
            case .literal: return .max
            case .joint, .loose, .required:
                guard isBehind else {
                    (isBehind, isSplit) = (left == 0, left == 0 && step == .joint)
                    continue
                }
                guard count > 0 else { return .max }
                found |= 1 << UInt64(count)
                // One that may be left out is, unless all stand or none.
                if step == .joint ? isSplit : step != .loose { return found }
            }
        }
        return isBehind && count > 0 ? found | 1 << UInt64(count) : .max
    }

    /// Whether what follows upon a first word of so many letters and digits and a separator can begin with a letter.
    func secondMayBeginWithLetter(after length: Int) -> Bool {
        var (left, isBehind) = (length, false)
        for step in steps {
            switch step {
            case .joint, .loose, .required: isBehind = isBehind || left == 0
            case .literal(let byte) where !byte.isAlphanumeric: return true
            case .digit where isBehind: return false
            case .literal(let byte) where isBehind: return byte.isLetter
            case .capital where isBehind, .small where isBehind, .either where isBehind: return true
            case .digit, .capital, .small, .either, .literal: left -= 1
            }
        }
        return true
    }

    enum FirstKind: Hashable { case digits, letters, mixed }
    struct FirstWord: Hashable {
        let length: Int
        let kind: FirstKind
    }

    /// How long the first word of letters and digits can be, and what it consists of.
    var firstWords: Set<FirstWord> {
        var found: Set<FirstWord> = []
        var (digits, letters, others, isJoined) = (0, 0, 0, false)
        func note() {
            let length = digits + letters + others
            guard length > 0 else { return }
            let kind: FirstKind = others > 0 || (digits > 0 && letters > 0) ? .mixed : digits > 0 ? .digits : .letters
            found.insert(FirstWord(length: length, kind: kind))
            // A letter or digit may be either: the word may then look like digits or letters alone.
            if others > 0, letters == 0 { found.insert(FirstWord(length: length, kind: .digits)) }
            if others > 0, digits == 0 { found.insert(FirstWord(length: length, kind: .letters)) }
        }
        for step in steps {
            switch step {
            case .digit: digits += 1
            case .capital, .small: letters += 1
            case .either: others += 1
            case .literal(let byte) where byte.isAlphanumeric:
                if byte.isDigit { digits += 1 } else { letters += 1 }
            // Where the first of those that stand all or none is left out, so are the others.
            case .joint:
                if !isJoined { note() }
                isJoined = true
            case .loose: note()
            case .literal, .required:
                note()
                return found
            }
        }
        note()
        return found
    }
}
