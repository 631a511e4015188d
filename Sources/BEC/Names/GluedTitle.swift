/// Titles that are written to a name without a blank: 王小明总经理, 山田太郎様, 최민수님, นายสมชาย.
enum GluedTitle {
    /// The name without its title; nil where there is none, or too little of a name besides.
    static func name(in token: NameToken) -> NameToken? {
        if token.script == .thai {
            guard let title = prefixes.first(where: { token.text.hasPrefix($0) }), token.text.count > title.count + 2
            else { return nil }
            return token.part(title.utf8.count..<token.key.count)
        }
        guard token.script.isEastAsian,
            let title = suffixes.first(where: { token.text.hasSuffix($0) }), token.text.count >= title.count + 2,
            token.key.count > title.utf8.count
        else { return nil }
        return token.part(0..<token.key.count - title.utf8.count)
    }

    private static let prefixes = ["นางสาว", "นาย", "นาง", "คุณ"]
    private static let suffixes = [
        "代表取締役", "取締役", "副社長", "社長", "会長", "部長", "課長", "専務", "常務", "さん", "様", "氏", "総经理", "总经理", "總經理", "董事长", "董事長",
        "总裁", "總裁", "总监", "總監", "经理", "經理", "先生", "女士", "小姐", "老师", "대표이사", "대표", "부사장", "사장", "회장", "이사", "본부장", "부장",
        "차장", "과장", "팀장", "실장", "교수", "님",
    ]
}
