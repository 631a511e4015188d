import Foundation
import Testing

@testable import Mail

/// Encoded words as mailers, old ones and attackers write them.
struct EncodedWordTests {
    static let tricks = [
        FromTrick("Q", "=?UTF-8?Q?Mar=C3=ADa_Rossi?= <m@x.it>", "María Rossi <m@x.it>"),
        FromTrick("b in lower case", "=?utf-8?b?TWFyaWEgUm9zc2k=?= <m@x.it>", "Maria Rossi <m@x.it>"),
        FromTrick("no padding", "=?utf-8?B?TWFyaWE?= <m@x.it>", "Maria <m@x.it>"),
        FromTrick("language", "=?us-ascii*en-US?Q?Maria?= <m@x.it>", "Maria <m@x.it>"),
        FromTrick("adjacent", "=?utf-8?Q?Mar?= =?utf-8?Q?ia?= <m@x.it>", "Maria <m@x.it>"),
        FromTrick("adjacent over a fold", "=?utf-8?Q?Mar?=\r\n =?utf-8?Q?ia?= <m@x.it>", "Maria <m@x.it>"),
        FromTrick("adjacent without blank", "=?utf-8?Q?Mar?==?utf-8?Q?ia?= <m@x.it>", "Maria <m@x.it>"),
        FromTrick("no blank before the angle", "=?utf-8?Q?Maria?=<m@x.it>", "Maria <m@x.it>"),
        FromTrick("split inside a character", "=?utf-8?Q?Mar=C3?= =?UTF-8?Q?=ADa?= <m@x.it>", "María <m@x.it>"),
        FromTrick("B split inside a character", "=?utf-8?B?TWFyww==?= =?utf-8?B?rWE=?= <m@x.it>", "María <m@x.it>"),
        FromTrick("two charsets", "=?iso-8859-1?Q?Mar=EDa?= =?utf-8?Q?_R=C3=B3?= <m@x.it>", "María Ró <m@x.it>"),
        FromTrick("beside plain words", "Dr. =?utf-8?Q?Mar=C3=ADa?= Rossi <m@x.it>", "Dr. María Rossi <m@x.it>"),
        FromTrick("sticking to a word", "Mar=?utf-8?Q?=C3=AD?=a <m@x.it>", "María <m@x.it>"),
        FromTrick(
            "inside quotes", "\"=?utf-8?Q?Mar=C3=ADa?=\" <m@x.it>", "=?utf-8?Q?Mar=C3=ADa?= <m@x.it>", "María <m@x.it>"),
        FromTrick("inside a comment", "m@x.it (=?utf-8?Q?Mar=C3=ADa?=)", "María <m@x.it>"),
        FromTrick("comma inside", "=?utf-8?Q?Rossi=2C_Maria?= <m@x.it>", "Rossi, Maria <m@x.it>"),
        FromTrick("specials inside", "=?utf-8?Q?Rossi, (Maria)?= <m@x.it>", "Rossi, (Maria) <m@x.it>"),
        FromTrick("blank inside", "=?utf-8?Q?Maria Rossi?= <m@x.it>", "Maria Rossi <m@x.it>"),
        FromTrick(
            "whole mailbox encoded", "=?utf-8?Q?Maria_=3Cboss=40corp.it=3E?= <m@x.it>", "Maria <boss@corp.it> <m@x.it>",
            "Maria <boss@corp.it>", "Maria <m@x.it>"),
        FromTrick("address encoded", "=?utf-8?Q?boss=40corp.it?=", "boss@corp.it <>", " <boss@corp.it>"),
        FromTrick(
            "list encoded", "=?utf-8?Q?A_=3Ca=40x.it=3E=2C?= B <b@x.it>", "A <a@x.it>, B <b@x.it>", "A <a@x.it>",
            "B <b@x.it>"),
        FromTrick("UTF-7", "=?utf-7?Q?Mar+AO0-a?= <m@x.it>", "María <m@x.it>"),
        FromTrick("UTF-16", "=?utf-16?B?AE0AYQByAO0AYQ==?= <m@x.it>", "María <m@x.it>"),
        FromTrick("UTF-16 with mark", "=?utf-16?B?//5NAGEAcgDtAGEA?= <m@x.it>", "María <m@x.it>"),
        FromTrick("UTF-8 called Latin", "=?iso-8859-1?Q?Mar=C3=ADa?= <m@x.it>", "María <m@x.it>"),
        FromTrick("UTF-8 called ASCII", "=?us-ascii?Q?Mar=C3=ADa?= <m@x.it>", "María <m@x.it>"),
        FromTrick("Latin called ASCII", "=?us-ascii?Q?Mar=EDa?= <m@x.it>", "María <m@x.it>"),
        FromTrick("unknown charset", "=?x-moon?Q?Mar=C3=ADa?= <m@x.it>", "María <m@x.it>"),
        FromTrick("no such encoding", "=?utf-8?X?Maria?= <m@x.it>", "=?utf-8?X?Maria?= <m@x.it>"),
        FromTrick("unclosed", "=?utf-8?Q?Maria <m@x.it>", "=?utf-8?Q?Maria <m@x.it>"),
        FromTrick("not quite hexadecimal", "=?utf-8?Q?Mar=ZZia=?= <m@x.it>", "Mar=ZZia= <m@x.it>"),
        FromTrick(
            "line break inside", "=?utf-8?Q?Maria=0D=0ARossi?= <m@x.it>", "Maria\r\nRossi <m@x.it>",
            "Maria Rossi <m@x.it>"),
    ]

    @Test(arguments: tricks) func `decodes the name`(trick: FromTrick) {
        #expect(Set(Message(from: trick.body).people) == Set(trick.readings))
        #expect(Message(from: trick.body).people.first == trick.readings.first)
    }

    @Test(
        arguments: [
            ("koi8-r", [0xED, 0xC1, 0xD2, 0xC9, 0xD1], "Мария"),
            ("windows-1251", [0xCC, 0xE0, 0xF0, 0xE8, 0xFF], "Мария"),
            ("CP1251", [0xCC, 0xE0], "Ма"), ("iso-8859-5", [0xBC, 0xD0], "Ма"), ("cp866", [0x8C, 0xA0, 0xE0], "Мар"),
            ("iso-8859-2", [0xA3, 0xF3], "Łó"), ("iso_8859-7", [0xCC, 0xE1], "Μα"),
            ("windows-1253", [0xCC, 0xE1], "Μα"),
            ("iso-8859-9", [0xDE], "Ş"), ("windows-1254", [0xDE], "Ş"), ("windows-1255", [0xE0, 0xE1], "אב"),
            ("windows-1256", [0xE3, 0xED], "مي"), ("iso-8859-6", [0xE5], "ه"), ("windows-1257", [0xE0], "ą"),
            ("windows-1258", [0xD0], "Đ"), ("windows-874", [0xB9, 0xD2], "นา"), ("iso-8859-15", [0xA4], "€"),
            ("windows-1252", [0x80, 0x9C, 0x81], "€œ\u{81}"), ("macintosh", [0x8E], "é"),
            ("gb2312", [0xD5, 0xC5, 0xCE, 0xB0], "张伟"), ("gbk", [0xD5, 0xC5], "张"), ("gb18030", [0xD5, 0xC5], "张"),
            ("big5", [0xB1, 0x69, 0xB0, 0xB6], "張偉"), ("euc-kr", [0xB1, 0xE8, 0xB9, 0xCE], "김민"),
            ("ks_c_5601-1987", [0xB1, 0xE8], "김"), ("shift_jis", [0x93, 0x63, 0x92, 0x86], "田中"),
            ("euc-jp", [0xC5, 0xC4, 0xC3, 0xE6], "田中"),
            ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x45, 0x44, 0x43, 0x66, 0x1B, 0x28, 0x42], "田中"),
            ("hz-gb-2312", [0x7E, 0x7B, 0x56, 0x50, 0x4E, 0x44, 0x7E, 0x7D], "中文"),
        ] as [(String, [UInt8], String)]) func `reads legacy character sets`(
            name: String, octets: [UInt8], text: String
        )
    {
        let word = "=?\(name)?B?\(Data(octets).base64EncodedString())?="
        #expect(Message(from: word + " <m@x.it>").people == ["\(text) <m@x.it>"])
    }

    @Test func `every charset name of the table is read by Foundation`() {
        for name in [
            "koi8u", "iso88593", "iso88594", "iso885910", "iso885911", "iso885913", "iso885914", "iso885916",
            "windows1250", "cp437", "cp850", "maccyrillic", "big5hkscs", "iso2022kr", "cp949",
        ] {
            #expect(Charset(named: name).decode(Array("Maria".utf8)) == "Maria")
            #expect(CharsetNames.number(of: name) != nil, "\(name)")
        }
    }

    @Test func `raw UTF-8 is taken for it, anything else for windows-1252`() {
        #expect(Message(from: "María <m@x.it>").people == ["María <m@x.it>"])
        let latin = Message(from: Array("Mar".utf8) + [0xED] + Array("a <m@x.it>".utf8))
        #expect(latin.people == ["María <m@x.it>"])
        #expect(latin.from.map(\.reading) == [.rawBytes] && latin.defects.contains(.unmarkedCharset))
    }

    @Test func `the charset of the body is tried on raw bytes too`() {
        let bytes =
            Array("Content-Type: text/plain; charset=\"koi8-r\"\r\nFrom: ".utf8)
            + [0xED, 0xC1, 0xD2, 0xC9, 0xD1] + Array(" <m@x.it>\r\n\r\n".utf8)
        #expect(Message(bytes).people == ["íÁÒÉÑ <m@x.it>", "Мария <m@x.it>"])
    }

    @Test func `a subject is decoded wherever words stand`() {
        #expect(Message(text: "Subject: Re: =?utf-8?Q?=C3=A4?=\n =?utf-8?Q?=C3=B6?= end \n\n").subject == "Re: äö end")
        #expect(Message(text: "Subject:\n\n").subject == "")
        #expect(Message(text: "From: a@b.it\n\n").subject == nil)
    }
}
