/// Readings of common Japanese name words in kanji. Kanji cannot be read by rule; these are the usual ones.
enum JapaneseReadings {
    /// Lower-case ASCII readings; empty for a word that is not listed.
    static func latin(_ word: String) -> [[UInt8]] { table[word] ?? [] }

    /// How many characters of a name written without a blank are the surname.
    static func surnameLength(_ name: String) -> Int? {
        for length in [2, 3, 1] where name.count > length && surnameWords.contains(String(name.prefix(length))) {
            return length
        }
        return nil
    }

    private static let table: [String: [[UInt8]]] = {
        var table: [String: [[UInt8]]] = [:]
        for row in (surnames + " " + given).split(whereSeparator: \.isWhitespace) {
            let fields = row.split(separator: ":")
            table[String(fields[0]), default: []] += fields[1].split(separator: ",").map { Array($0.utf8) }
        }
        return table
    }()
    private static let surnameWords = Set(
        surnames.split(whereSeparator: \.isWhitespace).map { String($0.prefix { $0 != ":" }) })

    private static let surnames = """
        佐藤:sato 鈴木:suzuki 高橋:takahashi 田中:tanaka 伊藤:ito 渡辺:watanabe 渡邊:watanabe 渡部:watanabe 山本:yamamoto 中村:nakamura 小林:kobayashi
        加藤:kato 吉田:yoshida 山田:yamada 佐々木:sasaki 山口:yamaguchi 松本:matsumoto 井上:inoue 木村:kimura 林:hayashi 斎藤:saito
        斉藤:saito 齋藤:saito 清水:shimizu 山崎:yamazaki,yamasaki 阿部:abe 森:mori 池田:ikeda 橋本:hashimoto 山下:yamashita 石川:ishikawa
        中島:nakajima 前田:maeda 藤田:fujita 小川:ogawa 後藤:goto 岡田:okada 長谷川:hasegawa 村上:murakami 近藤:kondo 石井:ishii
        坂本:sakamoto 遠藤:endo 青木:aoki 藤井:fujii 西村:nishimura 福田:fukuda 太田:ota 三浦:miura 岡本:okamoto 松田:matsuda
        中川:nakagawa 中野:nakano 原田:harada 小野:ono 田村:tamura 竹内:takeuchi 金子:kaneko 和田:wada 中山:nakayama 石田:ishida
        上田:ueda 森田:morita 原:hara 柴田:shibata 酒井:sakai 工藤:kudo 横山:yokoyama 宮崎:miyazaki 宮本:miyamoto 内田:uchida
        高木:takagi 安藤:ando 谷口:taniguchi 大野:ono 丸山:maruyama 今井:imai 高田:takada 藤原:fujiwara 武田:takeda 村田:murata
        上野:ueno 杉山:sugiyama 増田:masuda 菅原:sugawara 平野:hirano 大塚:otsuka 小島:kojima 千葉:chiba 久保:kubo 松井:matsui
        岩崎:iwasaki 桜井:sakurai 野口:noguchi 松尾:matsuo 木下:kinoshita 菊地:kikuchi 菊池:kikuchi 野村:nomura 新井:arai 古川:furukawa
        本田:honda 水野:mizuno 小山:koyama 北村:kitamura 大西:onishi 吉川:yoshikawa 飯田:iida 西田:nishida 浜田:hamada 市川:ichikawa
        五十嵐:igarashi 岩田:iwata 服部:hattori 川口:kawaguchi 樋口:higuchi 関:seki 東:higashi,azuma 黒田:kuroda 矢野:yano 秋山:akiyama
        星野:hoshino 平田:hirata 川崎:kawasaki 大久保:okubo 荒木:araki 片山:katayama 永井:nagai 内藤:naito 堀:hori 島田:shimada
        吉村:yoshimura 川上:kawakami 須藤:sudo 土屋:tsuchiya 大島:oshima 望月:mochizuki 熊谷:kumagai 松下:matsushita 白石:shiraishi
        """
    private static let given = """
        誠:makoto 健:ken,takeshi 大輔:daisuke 健太:kenta 翔太:shota 拓也:takuya 直樹:naoki 和也:kazuya 達也:tatsuya 隆:takashi
        浩:hiroshi 博:hiroshi 弘:hiroshi 茂:shigeru 清:kiyoshi 進:susumu 勉:tsutomu 実:minoru 稔:minoru 修:osamu
        浩二:koji 健一:kenichi 雄一:yuichi 裕子:yuko,hiroko 洋子:yoko 陽子:yoko 恵子:keiko 幸子:sachiko,yukiko 由美子:yumiko 久美子:kumiko 直美:naomi
        智子:tomoko 真由美:mayumi 美香:mika 香織:kaori 愛:ai 恵:megumi 舞:mai 彩:aya 美咲:misaki 葵:aoi
        結衣:yui 陽菜:hina 蓮:ren 大翔:hiroto 悠斗:yuto 翔:sho 颯太:sota 一郎:ichiro 太郎:taro 次郎:jiro
        花子:hanako 和子:kazuko 京子:kyoko 明美:akemi 真理子:mariko 由紀:yuki 由紀子:yukiko 亜希子:akiko 明子:akiko 純一:junichi 淳一:junichi
        健二:kenji 賢治:kenji 賢二:kenji 正:tadashi 昭:akira 明:akira 聡:satoshi 哲也:tetsuya 哲:tetsu,satoshi 剛:tsuyoshi,go
        学:manabu 豊:yutaka 武:takeshi 徹:toru 透:toru 亮:ryo 涼:ryo 涼子:ryoko 良子:ryoko,yoshiko 信:makoto,shin
        恵美:emi,megumi 絵美:emi 麻衣:mai 優子:yuko 祐子:yuko 優:yu 悠:yu,haruka 遥:haruka 健太郎:kentaro 慎一:shinichi 真一:shinichi
        秀樹:hideki 英樹:hideki 浩司:koji 浩一:koichi 幸一:koichi 康弘:yasuhiro 雅人:masato 正人:masato 直人:naoto 勇:isamu 裕:hiroshi,yutaka
        """
}
