/// The names of the IANA registry and of mailers for the character sets that Foundation reads.
enum CharsetNames {
    /// - Parameter name: letters and digits in lower case alone.
    /// - Returns: the raw value of a `String.Encoding`, and whether each octet is a character.
    static func number(of name: String) -> (UInt, Bool)? {
        if let number = multiple[name] { return (0x8000_0000 | number, false) }
        guard let number = single[name] else { return nil }
        return (0x8000_0000 | number, true)
    }

    // The numbers are those of CFStringEncodingExt.h.
    private static let multiple: [String: UInt] = table([
        (0x0632, "gb18030 gb180302005 gbk cp936 ms936 windows936 xgbk csgbk"),
        (0x0421, "gb2312 euccn gb231280 csgb2312 xeuccn chinese"), (0x0A05, "hzgb2312 hz"),
        (0x0A03, "big5 cnbig5 csbig5 xxbig5 cp950 ms950 windows950"), (0x0A06, "big5hkscs"),
        (0x0422, "euckr ksc5601 ksc56011987 ksc56011989 cseuckr cp949 uhc windows949 korean ms949"),
        (0x0840, "iso2022kr csiso2022kr"),
        (0x0820, "iso2022jp csiso2022jp iso2022jpms cp50220 cp50221"), (0x0821, "iso2022jp2"),
        (0x0822, "iso2022jp1"), (0x0830, "iso2022cn"),
        (0x0420, "shiftjis sjis xsjis mskanji csshiftjis windows31j cp932 ms932 cswindows31j"),
    ])

    private static let single: [String: UInt] = table([
        (0x0202, "iso88592 latin2 l2 csisolatin2"), (0x0203, "iso88593 latin3 l3"), (0x0204, "iso88594 latin4 l4"),
        (0x0205, "iso88595 cyrillic csisolatincyrillic"), (0x0506, "iso88596 arabic windows1256 cp1256"),
        (0x0207, "iso88597 greek greek8 csisolatingreek"),
        (0x0208, "iso88598 iso88598i iso88598e hebrew csisolatinhebrew"),
        (0x0209, "iso88599 latin5 l5"), (0x020A, "iso885910 latin6"),
        (0x041D, "iso885911 tis620 windows874 cp874 xwindows874"), (0x020D, "iso885913 latin7"),
        (0x020E, "iso885914 latin8"), (0x020F, "iso885915 latin9 l9"), (0x0210, "iso885916 latin10"),
        (0x0501, "windows1250 cp1250 xcp1250"), (0x0502, "windows1251 cp1251 xcp1251 win1251 ansi1251"),
        (0x0503, "windows1253 cp1253"), (0x0504, "windows1254 cp1254"), (0x0505, "windows1255 cp1255"),
        (0x0507, "windows1257 cp1257"), (0x0508, "windows1258 cp1258"),
        (0x0A02, "koi8r koi8 cskoi8r koi"), (0x0A08, "koi8u koi8ru"),
        (0x041B, "cp866 ibm866 866 csibm866"), (0x0400, "cp437 ibm437 437"), (0x0410, "cp850 ibm850 850"),
        (0x0000, "macintosh mac macroman xmacroman csmacintosh"), (0x0007, "xmaccyrillic maccyrillic"),
    ])

    private static func table(_ rows: [(UInt, String)]) -> [String: UInt] {
        var numbers: [String: UInt] = [:]
        for (number, names) in rows {
            for name in names.split(separator: " ") { numbers[String(name)] = number }
        }
        return numbers
    }
}
