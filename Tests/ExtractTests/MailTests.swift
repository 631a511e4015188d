import Extract
import Model
import Testing

struct MailTests {
    private static let separator = "From a@b.example Mon Jan  5 10:01:00 2026\n"
    private static let head = "From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\n"
    private static let encoded = "Content-Transfer-Encoding: base64\n\nSUJBTiBERTg5MzcwNDAwNDQwNTMyMDEzMDAw\n"
    private static let plain = "\ntext of one\n"
    private static let mixed = "Content-Type: multipart/mixed; boundary=Q\n\n--Q\n\n4556 7375 8689 9855\n--Q--\n"

    private func read(_ mail: String, named name: String = "a.eml") -> Reading {
        Reading(Array(mail.utf8), named: name)
    }

    @Test(arguments: [Self.plain, Self.mixed, Self.encoded])
    func `of an mbox file are read one by one, whatever the first is`(first: String) {
        let all = [first, Self.encoded, Self.mixed].map { Self.separator + Self.head + $0 + "\n" }.joined()
        let reading = read(all, named: "archive")
        #expect(reading.text(of: "message 2!body") == "IBAN DE89370400440532013000")
        #expect(reading.text(of: "message 3!body 1")?.contains("4556 7375 8689 9855") == true)
        #expect(reading.segments.filter { $0.part.hasSuffix("!headers") }.count == 3)
        #expect(reading.status == .ok)
    }

    @Test func `of an mbox file are not cut at sentences and lists of dates`() {
        let body = "\nFrom now on at 10:00:\n\nFrom here: x\n\nFrom a@b.example Mon Jan  5 10:01:00 2026\nand so on\n"
        let reading = read(Self.separator + Self.head + body + "\nFrom\n" + Self.separator + Self.head + Self.encoded)
        #expect(reading.text(of: "message 1!body")?.contains("and so on") == true)
        #expect(reading.text(of: "message 2!body") == "IBAN DE89370400440532013000")
        #expect(reading.text(of: "message 3!body") == nil)
    }

    @Test func `of an mbox file are bounded`() {
        let all = String(repeating: Self.separator + Self.head + "\nx\n\n", count: 300)
        var limits = ExtractionLimits()
        limits.members = 100
        #expect(Reading(Array(all.utf8), limits: limits).status == .limit)
        #expect(read(all).status == .ok)
    }

    @Test(arguments: ["message/rfc822", "multipart/digest"])
    func `attached are messages because their type says so`(type: String) {
        let inner = "Subject: hi\n" + Self.encoded
        let part = type == "message/rfc822" ? "Content-Type: message/rfc822\n\n" + inner : "\n" + inner
        let kind = type == "message/rfc822" ? "multipart/mixed" : type
        let reading = read(Self.head + "Content-Type: \(kind); boundary=Q\n\n--Q\n\(part)\n--Q--\n")
        #expect(reading.text(of: "message!body") == "IBAN DE89370400440532013000")
        #expect(reading.text(of: "message!headers") == "Subject: hi\n")
    }

    @Test func `with a long header are known without an ending of their name`() {
        let way = (0..<60).map { "Received: from a by b;\n Mon, 5 Jan 2026 10:00:\($0)\n" }.joined()
        let arc = "ARC-Seal: i=1; \(String(repeating: "b", count: 4000))\nARC-Message-Signature: x\n"
        let reading = read(way + arc + Self.head + Self.encoded, named: "1736073600.M1P2.host:2,S")
        #expect(reading.text(of: "body") == "IBAN DE89370400440532013000")
    }

    @Test func `have other fields and lines without an empty line before them read`() {
        let reading = read("From: a@b.example\nTo: c@d.example\nSubject: x\nAccount: 77\nX-Spam: 1\ncard 4556\n")
        #expect(reading.text(of: "headers")?.contains("Account: 77\n") == true)
        #expect(reading.text(of: "headers")?.contains("X-Spam") == false)
        #expect(reading.text(of: "body") == "card 4556\n")
    }

    @Test func `with fields in the text of a part are not decoded by them`() {
        let part = "--Q\n\nContent-Transfer-Encoding: base64\n\nabcdefgh\n--Q--\n"
        let reading = read(Self.head + "Content-Type: multipart/mixed; boundary=Q\n\n" + part)
        #expect(reading.text(of: "body 1") == "Content-Transfer-Encoding: base64\n\nabcdefgh\n")
    }

    private static let enveloped: [UInt8] = Array([0x30, 0x80, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 3])

    @Test(arguments: ["application/pkcs7-mime", "application/octet-stream"])
    func `are encrypted by S MIME, whatever the type of the part`(type: String) {
        let content = base64(Self.enveloped + [UInt8](repeating: 0x77, count: 90))
        let mail =
            Self.head + "Content-Type: \(type); name=smime.p7m\nContent-Transfer-Encoding: base64\n\n\(content)\n"
        #expect(read(mail).status == .encrypted)
        #expect(Reading(ZipWriter().adding("a.bin", Self.enveloped).bytes).status == .encrypted)
    }

    @Test(arguments: [true, false])
    func `signed in one piece are read`(isIndefinite: Bool) {
        func element(_ tag: UInt8, _ body: [UInt8]) -> [UInt8] {
            guard isIndefinite, tag & 0x20 != 0 else { return [tag, 0x82, 0, UInt8(body.count)] + body }
            return [tag, 0x80] + body + [0, 0]
        }
        let text = Array("Content-Type: text/plain\n\(Self.encoded)".utf8)
        let pieces = element(0x04, Array(text.prefix(20))) + element(0x04, Array(text.dropFirst(20)))
        let type: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7]
        let content = element(0x30, type + [1] + element(0xA0, element(0x24, pieces)))
        let data = element(0x30, [0x02, 1, 1] + element(0x31, [0x30, 0]) + content)
        let message = element(0x30, type + [2] + element(0xA0, data))
        let mail =
            Self.head + "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
            + "Content-Transfer-Encoding: base64\n\n\(base64(message))\n"
        let reading = read(mail)
        #expect(reading.text(of: "signed content!body") == "IBAN DE89370400440532013000")
        #expect(reading.status == .ok)
    }

    @Test func `are encrypted where a part of the text is, and read where it is signed`() {
        let armor = "Hello,\n\n-----BEGIN PGP MESSAGE-----\n\nRBLN\n-----END PGP MESSAGE-----\n"
        #expect(read(Self.head + "\n" + armor).status == .encrypted)
        let parts = "Content-Type: multipart/mixed; boundary=Q\n\n--Q\n\n\(armor)\n--Q--\n"
        #expect(read(Self.head + parts).status == .partial)
        let signed = "-----BEGIN PGP SIGNED MESSAGE-----\n\ncard\n-----BEGIN PGP SIGNATURE-----\n\nx\n"
        #expect(read(Self.head + "\n" + signed).status == .ok)
    }

    @Test(arguments: [[0x85, 1, 0x0C, 3], [0xC1, 0xC0, 0x4C, 3], [0x8C, 0x0D, 4, 9]] as [[UInt8]])
    func `and files of PGP packets are encrypted, keys are not`(packet: [UInt8]) {
        #expect(Reading(packet + [0, 1, 2], named: "a.txt.gpg").status == .encrypted)
        #expect(Reading([0x99, 1, 0x0D, 4], named: "key.gpg").status != .encrypted)
    }

    @Test func `have their uuencoded files read, whatever stands around them`() {
        let file = "begin 644 list.txt\n524)!3B!$13@Y,S<P-# P-#0P-3,R\n`\nend\n"
        let reading = read(Self.head + "\nSee\n\n" + file + "\nBye, begin 644 now\n")
        #expect(reading.text(of: "list.txt")?.hasPrefix("IBAN DE89370400440532") == true)
        #expect(reading.text(of: "body") == "See\n\n\nBye, begin 644 now\n")
        for line in ["and a sentence.", "4556 7375 8689 9855", "4556 7375 8689 9855 7375 8689"] {
            let prose = "\nbegin 644 list.txt\n\(line)\n"
            #expect(read(Self.head + prose).text(of: "body") == String(prose.dropFirst()))
        }
    }

    @Test func `have bodies in RTF, and a length in front of them`() {
        let rtf = #"{\rtf1 4363-7{\b 522}-1329-6}"#
        #expect(read(Self.head + "Content-Type: text/rtf\n\n\(rtf)").text(of: "body rtf") == "4363-7522-1329-6")
        let mail = Self.head + Self.encoded
        let reading = read("\(mail.utf8.count)    \n\(mail)<?xml version=\"1.0\"?><plist/>", named: "1.emlx")
        #expect(reading.text(of: "body") == "IBAN DE89370400440532013000")
    }

    private func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        return String(
            stride(from: 0, to: bytes.count, by: 3).flatMap { place -> [Character] in
                let group = bytes[place..<min(place + 3, bytes.count)]
                let bits = group.reduce(0) { $0 << 8 | Int($1) } << ((3 - group.count) * 8)
                return (0..<4).map { $0 > group.count ? "=" : digits[bits >> (18 - $0 * 6) & 63] }
            })
    }
}
