extension CustomEntry {
    /// What an entry may be at most.
    public enum Limits {
        public static let idLength = 64
        /// Characters of a name.
        public static let nameLength = 200
        /// Bytes of an expression, and the largest number in `{…}`.
        public static let expressionLength = 1_000
        public static let repeats = 1_000
        /// Words of a list, and bytes of a word.
        public static let words = 100_000
        public static let wordLength = 128
        /// Columns and cells of exact data; bytes of a column's name.
        public static let columns = 32
        public static let cells = 1_000_000
        public static let columnLength = 128
        /// Documents of a fingerprint entry.
        public static let documents = 1_000
        public static let exclusionWords = 1_000
        /// Lists of hot words, words of one, and bytes around a match within which they count.
        public static let hotWordLists = 10
        public static let hotWords = 200
        public static let window = 1_000
    }

    /// Why the entry cannot be used, in one sentence for the person who wrote it; nil where nothing speaks against it.
    ///
    /// Whether an expression compiles and is fast enough is the detection engine's to say.
    public var trouble: String? {
        Self.idTrouble(id) ?? Self.nameTrouble(name, what: "name") ?? meansTrouble ?? exclusionTrouble
            ?? hotWords.lazy.compactMap(\.trouble).first
            ?? (hotWords.count > Limits.hotWordLists
                ? "there are \(hotWords.count) lists of hot words, \(Limits.hotWordLists) are allowed" : nil)
    }

    private static func idTrouble(_ id: String) -> String? {
        let isWritten = id.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard isWritten, id.contains("-"), id.utf8.count <= Limits.idLength else {
            return "the id has to consist of small letters, digits and hyphens, at least one hyphen, and "
                + "\(Limits.idLength) characters at most"
        }
        return nil
    }

    static func nameTrouble(_ name: String, what: String) -> String? {
        if name.allSatisfy(\.isWhitespace) { return "the \(what) is empty" }
        if name.count > Limits.nameLength {
            return "the \(what) has \(name.count) characters, \(Limits.nameLength) are allowed"
        }
        let isPlain = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        return isPlain ? nil : "the \(what) holds a control character"
    }

    private var meansTrouble: String? {
        switch means {
        case .pattern(let expression): Self.expressionTrouble(expression)
        case .words(let list): Self.wordsTrouble(list, most: Limits.words, what: "words")
        case .dataset(let columns, let supporting): Self.columnsTrouble(columns, supporting)
        case .fingerprint(let documents, let percent): Self.fingerprintTrouble(documents, percent)
        case .label(let id, let tenant):
            Self.isGUID(id) && Self.isGUID(tenant) ? nil : "a label is named by the GUIDs of the label and its tenant"
        case .foreignLabel(let tenant): Self.isGUID(tenant) ? nil : "a tenant is named by its GUID"
        }
    }

    private static func expressionTrouble(_ expression: String) -> String? {
        if expression.isEmpty { return "the expression is empty" }
        let length = expression.utf8.count
        if length > Limits.expressionLength {
            return "the expression has \(length) bytes, \(Limits.expressionLength) are allowed"
        }
        if expression.utf8.contains(0) { return "the expression holds a NUL character" }
        guard let most = largestRepeat(in: expression), most > Limits.repeats else { return nil }
        return "the expression repeats more than \(Limits.repeats) times"
    }

    /// The largest number in `{…}`.
    private static func largestRepeat(in expression: String) -> Int? {
        expression.split(separator: "{").dropFirst().compactMap { rest -> Int? in
            guard let end = rest.firstIndex(of: "}") else { return nil }
            return rest[..<end].split(separator: ",").map { Int($0) ?? ($0.allSatisfy(\.isNumber) ? Int.max : 0) }.max()
        }.max()
    }

    private static func wordsTrouble(_ list: [String], most: Int, what: String) -> String? {
        if list.isEmpty { return "there are no \(what)" }
        if list.count > most { return "there are \(list.count) \(what), \(most) are allowed" }
        if list.contains(where: { $0.allSatisfy(\.isWhitespace) }) { return "one of the \(what) is empty" }
        if let long = list.first(where: { $0.utf8.count > Limits.wordLength }) {
            return "one of the \(what) has \(long.utf8.count) bytes, \(Limits.wordLength) are allowed"
        }
        return nil
    }

    private static func columnsTrouble(_ columns: [DataColumn], _ supporting: Int) -> String? {
        if columns.isEmpty { return "there are no columns" }
        if columns.count > Limits.columns { return "there are \(columns.count) columns, \(Limits.columns) are allowed" }
        if let trouble = columns.lazy.compactMap({ nameTrouble($0.name, what: "name of a column") }).first {
            return trouble
        }
        let names = Set(columns.map { $0.name.lowercased() })
        if names.count < columns.count { return "two columns have the same name" }
        let primary = columns.count(where: \.isPrimary)
        if primary != 1 { return "one column has to be the primary one, not \(primary)" }
        guard (0..<columns.count).contains(supporting) else {
            return "\(supporting) supporting cells are asked for, but there are \(columns.count - 1) other columns"
        }
        return nil
    }

    private static func fingerprintTrouble(_ documents: [String], _ percent: Int) -> String? {
        if documents.isEmpty { return "there are no documents" }
        if documents.count > Limits.documents {
            return "there are \(documents.count) documents, \(Limits.documents) are allowed"
        }
        return (10...100).contains(percent) ? nil : "the percentage has to lie between 10 and 100, not at \(percent)"
    }

    private var exclusionTrouble: String? {
        exclusionWords.isEmpty
            ? nil : Self.wordsTrouble(exclusionWords, most: Limits.exclusionWords, what: "exclusion words")
    }

    private static func isGUID(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    }
}

extension CustomEntry.HotWords {
    fileprivate var trouble: String? {
        let most = CustomEntry.Limits.window
        guard (0...most).contains(before), (0...most).contains(after), before + after > 0 else {
            return "hot words count within 1 to \(most) bytes of a match"
        }
        if words.isEmpty || words.contains(where: { $0.allSatisfy(\.isWhitespace) }) { return "a hot word is empty" }
        guard words.count <= CustomEntry.Limits.hotWords else {
            return "there are \(words.count) hot words in a list, \(CustomEntry.Limits.hotWords) are allowed"
        }
        return words.contains { $0.utf8.count > CustomEntry.Limits.wordLength }
            ? "a hot word has more than \(CustomEntry.Limits.wordLength) bytes" : nil
    }
}
