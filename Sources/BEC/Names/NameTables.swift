/// The tables of a `NameIndex`, one object so that a lookup counts one reference.
///
/// Flat tables only: words and their ids, edges from spellings to words, pairs of words to forms of names. No lookup
/// walks the list; each touches some tens of places in memory.
final class NameTables: Sendable {
    /// Words by id: script, text, number of people who bear it.
    let words: WordTable
    /// From a word with a letter left out, its sound, its looks or its consonants to the ids of words.
    let edges: KeyTable
    /// From a pair of words (or of a word and an initial) to forms.
    let pairs: KeyTable
    /// From whole names without blanks to forms.
    let wholes: KeyTable
    /// Where the words of each form begin in `formWords`.
    let formStarts: [UInt32]
    /// Word id in the low 29 bits, role above.
    let formWords: [UInt32]
    /// Person in the low 29 bits; bit 30: surname first; bit 31: derived.
    let formOwners: [UInt32]
    /// A bit for each script that words are written in.
    let scripts: UInt32
    /// Listed people.
    let count: Int

    init(_ build: consuming NameIndexBuild) {
        var build = build
        words = build.words
        edges = KeyTable(build.edges())
        pairs = KeyTable(build.takePairs())
        wholes = KeyTable(build.takeWholes())
        formStarts = build.formStarts
        formWords = build.formWords
        formOwners = build.formOwners
        scripts = build.words.scriptBits
        count = build.count
    }

    static let low: UInt32 = (1 << 29) - 1

    func form(_ index: UInt32) -> FormView {
        let start = Int(formStarts[Int(index)])
        let end = Int(formStarts[Int(index) + 1])
        let owner = formOwners[Int(index)]
        return FormView(
            person: Int32(owner & Self.low), isDerived: owner >> 31 == 1, isSurnameFirst: owner >> 30 & 1 == 1,
            words: formWords[start..<end])
    }

    /// Whether any listed name has words in the script.
    func holds(_ script: NameScript) -> Bool { scripts & (1 << UInt32(script.rawValue)) != 0 }

    /// Whether any listed name has words that are not in Latin letters.
    var holdsForeign: Bool { scripts & ~(1 << UInt32(NameScript.latin.rawValue)) != 0 }

    /// A form as it lies in the tables.
    struct FormView {
        let person: Int32
        let isDerived: Bool
        let isSurnameFirst: Bool
        let words: ArraySlice<UInt32>

        func id(_ position: Int) -> UInt32 { words[words.startIndex + position] & NameTables.low }

        func role(_ position: Int) -> NameForm.Role {
            NameForm.Role(rawValue: words[words.startIndex + position] >> 29) ?? .either
        }
    }
}
