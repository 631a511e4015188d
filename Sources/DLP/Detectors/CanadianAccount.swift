extension Detector {
    /// The number of an account with its bank: transit (five digits), institution (three), account (seven to twelve).
    static let caBankAccount = Detector(
        id: "ca_bank_account", title: "Canadian bank account number", family: .financial, check: "shape",
        find: .word(.digits, lengths: 7...12, examine: CanadianAccount.value, need: CanadianAccount.need), need: .word,
        words: [
            "transit", "institution number", "transit number", "direct deposit", "bank account", "void cheque",
            "account number", "transit no", "transit #", "branch transit", "institution no", "void check",
            "voided cheque", "specimen cheque", "pre-authorized debit", "account no", "numéro de transit",
            "numéro d'institution", "numéro de compte", "dépôt direct", "chèque annulé", "spécimen de chèque",
        ], unless: OtherNumbers.words,
        hits: [
            "transit 00231-004-1234567", "10012-003-1234567 direct deposit", "Bank account: 10012-003 1234567",
            "void cheque 010012003 1234567", "direct deposit: 10012-003-123456789012",
            "transit number 10012-003 account number 1234567",
            "transit 10012 institution 003 account number 1234567",
            "Direct deposit: transit 10012-003, account 1234567",
            "Institution number 003, transit 10012, account 1234567", "account number 003-10012-1234567",
            "Transit: 10012\nInstitution: 003\nAccount: 1234567",
            "Name,Transit,Institution,Account Number\nA,10012,003,1234567",
            "Transit\tInstitution\tAccount\n10012\t003\t1234567",
            "{\"transit\": \"10012\", \"institution\": \"003\", \"account\": \"1234567\"}",
            "numéro de transit 10012-003, compte 1234567", "transit 10012 003 1234567",
        ],
        misses: [
            "00231-004-1234567", "010012003 1234567", "transit 10012-003-123456", "transit 10012-003-1234567890123",
            "bank account: the order 10012 of 003 parts at 1234567 yen", "void cheque 210012003 1234567",
            "void check 021000021 1234567890",
            "transit by bus 10012, train 003, then call 1234567", "Zip,Area,Account Number\n10012,212,1234567",
            "transit 10012-003-0000000", "the bank account that we opened has 10012 003 1234567",
        ])
}

/// The digits of an account with those of its bank and its branch before them.
private enum CanadianAccount {
    /// What stands between two of the three.
    private enum Gap {
        case dash, blank, cell, words
    }

    /// From the first of the three to the end of the account.
    static func value(_ text: TextBytes, _ account: Range<Int>) -> Range<Int>? {
        guard Boundary.isClean(after: account.upperBound, in: text), !isOneDigitRepeated(account, in: text),
            let second = digits(before: account.lowerBound, in: text),
            let gap = gap(second.upperBound..<account.lowerBound, naming: accountNames, in: text)
        else { return nil }
        if isElectronic(second, in: text) {
            return gap == .dash || gap == .blank ? second.lowerBound..<account.upperBound : nil
        }
        guard let first = digits(before: second.lowerBound, in: text),
            Boundary.isClean(before: first.lowerBound, in: text),
            let firstGap = self.gap(first.upperBound..<second.lowerBound, naming: bankNames, in: text)
        else { return nil }
        return isAccount(first, firstGap, second, gap, in: text) ? first.lowerBound..<account.upperBound : nil
    }

    /// Blanks alone are between other numbers too.
    static func need(_ text: TextBytes, _ value: Range<Int>) -> Detector.Need {
        value.allSatisfy { text[$0].isDigit || text[$0].isBlank } ? .besideName : .word
    }

    private static func isAccount(
        _ first: Range<Int>, _ firstGap: Gap, _ second: Range<Int>, _ gap: Gap, in text: TextBytes
    ) -> Bool {
        guard [first.count, second.count] == [5, 3] || [first.count, second.count] == [3, 5] else { return false }
        switch (firstGap, gap) {
        case (.dash, .dash), (.words, .words), (.dash, .words), (.blank, .words): return true
        case (.dash, .blank), (.blank, .blank): return first.count == 5
        // Rows have such numbers of other things: nearly all institutions begin with one of these digits.
        case (.cell, .cell), (.dash, .cell):
            return "068".utf8.contains(text[(first.count == 3 ? first : second).lowerBound])
        default: return false
        }
    }

    /// A zero, then the eight digits of institution and transit in either order, as in a file of payments. American cheques have nine too.
    private static func isElectronic(_ word: Range<Int>, in text: TextBytes) -> Bool {
        word.count == 9 && text[word.lowerBound] == 48 && Boundary.isClean(before: word.lowerBound, in: text)
            && !isRoutingNumber(Characters(base: text.base + word.lowerBound, count: 9))
    }

    private static func isOneDigitRepeated(_ digits: Range<Int>, in text: TextBytes) -> Bool {
        digits.allSatisfy { text[$0] == text[digits.lowerBound] }
    }

    /// Bytes between two of the three.
    private static let widestGap = 40
    private static let accountNames: [StaticString] = ["account", "acct", "compte", "a/c"]
    private static let bankNames: [StaticString] = ["inst", "transit", "bank", "banque", "branch", "succursale"]

    /// The word of digits before a place.
    private static func digits(before place: Int, in text: TextBytes) -> Range<Int>? {
        var end = place
        while end > 0, place - end <= widestGap, !text[end - 1].isDigit { end -= 1 }
        var start = end
        while end - start < 10, text[start - 1].isDigit { start -= 1 }
        return place > end && end > start && end - start < 10 ? start..<end : nil
    }

    /// - Parameter names: of what stands behind the gap or before it, where words are between the two.
    private static func gap(_ gap: Range<Int>, naming names: [StaticString], in text: TextBytes) -> Gap? {
        if let separator = Separator.before(gap.upperBound, in: text), separator.length == gap.count {
            if separator.kind == .dash { return .dash }
            if separator.kind == .space { return .blank }
        }
        if let end = Separator.at(gap.lowerBound, in: text), end.kind == .dash, end.length == gap.count { return .dash }
        if gap.allSatisfy({ " \t\"',;|".utf8.contains(text[$0]) }) {
            return gap.count { "\t,;|".utf8.contains(text[$0]) } == 1 ? .cell : nil
        }
        return gap.contains { place in
            names.contains { text.isFolded($0, place..<min(place + $0.utf8CodeUnitCount, gap.upperBound)) }
        } ? .words : nil
    }
}
