/// Collects the tables of a `NameIndex`.
struct NameIndexBuild {
    var words = WordTable()
    var formStarts: [UInt32] = [0]
    var formWords: [UInt32] = []
    var formOwners: [UInt32] = []
    var count = 0
    private static let mostAbbreviated = 20_000
    private var pairs = KeyTable.Build()
    private var wholes = KeyTable.Build()
    private var romanised: [UInt32: [[UInt8]]] = [:]
    private var nativeText: [UInt32: String] = [:]

    mutating func add(_ person: IndexedPerson) {
        var seen: [UInt64] = []
        for form in PersonForms(person).forms { add(form, &seen) }
        count += 1
    }

    private mutating func add(_ form: NameForm, _ seen: inout [UInt64]) {
        let index = UInt32(formOwners.count)
        var ids: [UInt32] = []
        for word in form.words {
            let id = words.add(word.key, word.script)
            ids.append(id)
            if word.script != .latin, romanised[id] == nil {
                romanised[id] = word.romanised
                nativeText[id] = word.text
            }
            formWords.append(id | word.role.rawValue << 29)
        }
        formStarts.append(UInt32(formWords.count))
        formOwners.append(UInt32(count) | (form.isSurnameFirst ? 1 << 30 : 0) | (form.isDerived ? 1 << 31 : 0))
        addPairs(form, ids, index, &seen)
        addWholes(form, index, &seen)
    }

    private mutating func addPair(_ key: UInt64, _ form: UInt32, _ seen: inout [UInt64]) {
        guard !seen.contains(key) else { return }
        seen.append(key)
        pairs.add(key, form)
    }

    private mutating func addPairs(_ form: NameForm, _ ids: [UInt32], _ index: UInt32, _ seen: inout [UInt64]) {
        for one in ids.indices {
            for other in ids.indices where other > one {
                let roles = (form.words[one].role, form.words[other].role)
                if roles == (.given, .given) || roles == (.surname, .surname) || roles == (.middle, .middle) {
                    continue
                }
                addPair(NameHash.pair(ids[one], ids[other]), index, &seen)
            }
        }
        addForeignInitials(form, ids, index, &seen)
        guard let first = form.words.first, form.words.count > 1, let letter = first.key.first, letter < 0x80 else {
            return
        }
        for (position, word) in form.words.enumerated().dropFirst() where word.role != .given && word.role != .middle {
            addPair(NameHash.pair(NameHash.initial(letter), ids[position]), index, &seen)
            if let beginning = NameHash.beginning(first.key) {
                addPair(NameHash.pair(beginning, ids[position]), index, &seen)
            }
        }
        // "Maria R."; of many thousands of people it means nobody.
        for (position, word) in form.words.enumerated() where word.role == .surname || word.role == .either {
            guard count < Self.mostAbbreviated else { break }
            guard let initial = word.key.first, initial < 0x80 else { continue }
            for other in ids.indices where other != position && form.words[other].role != .surname {
                addPair(NameHash.pair(NameHash.surnameInitial(initial), ids[other]), index, &seen)
            }
        }
        // Surname first, or nobody knows which it is: the last word may be the given name.
        if form.words.count == 2, form.words[0].role == .either, let initial = form.words[1].key.first, initial < 0x80 {
            addPair(NameHash.pair(NameHash.initial(initial), ids[0]), index, &seen)
        }
    }

    /// "M. Alkhatib" for منى الخطيب: by the letters that Latin spellings of the given name begin with.
    private mutating func addForeignInitials(
        _ form: NameForm, _ ids: [UInt32], _ index: UInt32, _ seen: inout [UInt64]
    ) {
        guard form.words.count > 1, let first = form.words.first, first.script != .latin else { return }
        for letter in ForeignInitials.letters(of: first.text, romanised: first.romanised) {
            for (position, word) in form.words.enumerated().dropFirst()
            where word.role != .given && word.role != .middle {
                addPair(NameHash.pair(NameHash.initial(letter), ids[position]), index, &seen)
            }
        }
    }

    private mutating func addWholes(_ form: NameForm, _ index: UInt32, _ seen: inout [UInt64]) {
        let given = form.words.filter { $0.role != .surname }.map(\.key)
        let surname = form.words.filter { $0.role == .surname }.map(\.key)
        var orders = [form.words.map(\.key)]
        if surname.isEmpty, orders[0].count > 1 {
            orders.append([orders[0].last ?? []] + orders[0].dropLast())
        } else if !given.isEmpty {
            orders.append(surname + given)
            orders.append(given + surname)
        }
        if form.words.count > 2, let first = given.first, let last = surname.last { orders.append([first, last]) }
        for order in orders {
            let key = NameHash.of(order.joined(), .whole)
            guard !seen.contains(key) else { continue }
            seen.append(key)
            wholes.add(key, index)
        }
    }

    mutating func takePairs() -> KeyTable.Build {
        defer { pairs = KeyTable.Build() }
        return pairs
    }

    mutating func takeWholes() -> KeyTable.Build {
        defer { wholes = KeyTable.Build() }
        return wholes
    }

    /// Everything that a word may be found by.
    func edges() -> KeyTable.Build {
        var build = KeyTable.Build()
        for id in 0..<UInt32(words.count) {
            let script = words.script(id)
            let key = words.key(id)
            if script == .latin {
                addLatin(key, id, &build)
                continue
            }
            for spelling in romanised[id] ?? [] {
                build.add(NameHash.of(SoundKey.key(spelling), .sound), id)
            }
            addNative(key, id, script, &build)
            let letters = (nativeText[id] ?? "").unicodeScalars.map(\.value)
            for consonants in ConsonantKey.native(letters, script) {
                build.add(NameHash.of(consonants, .consonants), id)
            }
        }
        return build
    }

    private func addNative(_ key: [UInt8], _ id: UInt32, _ script: NameScript, _ build: inout KeyTable.Build) {
        let text = nativeText[id] ?? ""
        for sound in CrossSound.native(text, script, romanised: romanised[id] ?? []) {
            build.add(NameHash.of(sound, .heard), id)
        }
        if script == .han { build.add(NameHash.of(HanLooks.key(text), .visual), id) }
        let letters = NativeLetters.areCompared(in: script) ? NativeLetters.bytes(of: key) : []
        guard (4...40).contains(letters.count) else { return }
        letters.withUnsafeBufferPointer { word in
            build.add(NameHash.of(word, .delete), id)
            for gap in word.indices { build.add(NameHash.deletion(word, gap), id) }
        }
    }

    private func addLatin(_ key: [UInt8], _ id: UInt32, _ build: inout KeyTable.Build) {
        guard key.count >= 2, key.count <= 40 else { return }
        if key.count >= 4 {
            build.add(NameHash.of(key, .delete), id)
            key.withUnsafeBufferPointer { word in
                for position in word.indices where position == 0 || word[position] != word[position - 1] {
                    build.add(NameHash.deletion(word, position), id)
                }
            }
        }
        build.add(NameHash.of(SoundKey.key(key), .sound), id)
        build.add(NameHash.of(VisualKey.key(key), .visual), id)
        for sound in CrossSound.latin(key) { build.add(NameHash.of(sound, .heard), id) }
        for script in [NameScript.arabic, .hebrew, .thai, .hangul] {
            if let consonants = ConsonantKey.latin(key, as: script) {
                build.add(NameHash.of(consonants, .consonants), id)
            }
        }
    }
}
