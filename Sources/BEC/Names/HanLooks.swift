import Foundation

/// One key for Chinese characters that are taken for one another at a glance, and for the two ways of writing one.
enum HanLooks {
    /// UTF-8 of the word in simplified characters, each replaced by the first of those it looks like.
    static func key(_ text: String) -> [UInt8] {
        let simplified = text.applyingTransform(StringTransform("Traditional-Simplified"), reverse: false) ?? text
        return Array(String(simplified.map { table[$0] ?? $0 }).utf8)
    }

    private static let rows = """
        明朋眀|田由甲申|土士|日曰|己已巳|末未|大太犬|天夭夫|千干于|王玉主|木本术|刀力刁|季李|郎朗|辺邊邉|囯国|人入|晓哓|子孑予|永氷|泳咏|颖颍|婷停|钢刚
        徐除|斉斎齋齊|沢択|浜兵|渕淵|崎﨑嵜|高髙|吉𠮷|広庄|恵惠|裕祐|孫係|待侍|失矢|名各|白自|免兔|戊戌|茶荼|刊刋|壬任
        """
    private static let table: [Character: Character] = {
        var table: [Character: Character] = [:]
        for row in rows.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
            let word = row.filter { !$0.isWhitespace }
            guard let first = word.first else { continue }
            for other in word.dropFirst() where table[other] == nil { table[other] = table[first] ?? first }
        }
        return table
    }()
}
