/// Where the surname ends in a Chinese, Japanese or Korean name that is written without a blank.
enum EastAsianSplit {
    /// Given name, then surname; nil where there is nothing to split.
    static func words(_ text: String, _ script: NameScript) -> [NameForm.Word]? {
        guard script == .han || script == .hangul, (2...5).contains(text.count) else { return nil }
        let cut = surnameLength(text, script)
        guard cut < text.count else { return nil }
        return [word(String(text.dropFirst(cut)), script, .given), word(String(text.prefix(cut)), script, .surname)]
    }

    private static func word(_ text: String, _ script: NameScript, _ role: NameForm.Role) -> NameForm.Word {
        NameForm.Word(
            key: Array(text.utf8), script: script, role: role, romanised: Romaniser.latin(text, script), text: text)
    }

    private static func surnameLength(_ text: String, _ script: NameScript) -> Int {
        let start = String(text.prefix(2))
        if script == .hangul { return text.count > 2 && Hangul.longSurnames.contains(start) ? 2 : 1 }
        if text.count > 2, chineseLongSurnames.contains(start) { return 2 }
        if let length = JapaneseReadings.surnameLength(text), length < text.count { return length }
        return text.count == 4 ? 2 : 1
    }

    private static let chineseLongSurnames: Set<String> = [
        "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "东方", "東方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "夏侯", "令狐", "端木", "宇文",
    ]
}
