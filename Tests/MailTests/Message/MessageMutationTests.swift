import Testing

@testable import Mail

/// Whatever the bytes, reading them ends, twice with the same answer, within the limits.
struct MessageMutationTests {
    private static let corpus = [
        "From: \"Rossi, Maria\" <m@x.it>\r\nReply-To: Board: a@b.it, c@d.it;\r\nSubject: =?utf-8?B?TWFyaWE=?=\r\n\r\nbody",
        "Received: from a.prod.outlook.com ([10.0.0.1]) by b.prod.outlook.com with HTTPS; x\r\n"
            + "Authentication-Results: spf=pass (x) smtp.mailfrom=a@b.it; dkim=pass header.d=b.it;dmarc=pass\r\n"
            + "From: =?koi8-r?Q?=ED=C1?= =?koi8-r?B?0g==?= (x) <@a,@b:\"q@r\"@x.it>\r\n\r\n",
        "From : <a@x.it>:<b@x.it>, \"s@n.it\", <y@z.it>\nSender: a\r\n\tb@[1.2.3.4]\nARC-Seal: i=1; d=x\n\nbody",
        "From: Maria\0 \r<m@x.it>\rFrom: =?iso-2022-jp?B?GyRCRURDZhsoQg==?= <n@x.it>\r\nX-MS-Exchange-Organization-AuthAs: Internal\r\n",
    ].map { Array($0.utf8) }
    private static let sharp = Array("\r\n \t\0\"\\()<>@,;:=?_*[]%!.-Qqb+\u{2028}".utf8) + [0x80, 0xC3, 0xE2, 0xFF]

    private func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...8, using: &dice) {
            let place = Int.random(in: 0...bytes.count, using: &dice)
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes.insert(Self.sharp.randomElement(using: &dice) ?? 0, at: place)
            case 1 where place < bytes.count: bytes.remove(at: place)
            case 2 where place < bytes.count: bytes[place] = Self.sharp.randomElement(using: &dice) ?? 0
            case 3: bytes.removeLast(min(bytes.count, Int.random(in: 0...20, using: &dice)))
            default: bytes.insert(contentsOf: bytes.prefix(place).suffix(24), at: place)
            }
        }
        return bytes
    }

    @Test(arguments: UInt64(1)...4) func `any bytes are read, twice alike`(seed: UInt64) {
        var dice = Dice(seed: seed)
        var named = 0
        for round in 0..<1_000 {
            let bytes = mutated(Self.corpus[round % Self.corpus.count], &dice)
            let (first, second) = (Message(bytes), Message(bytes))
            #expect(first.from == second.from && first.replyTo == second.replyTo && first.defects == second.defects)
            #expect(first.trustedTopResults == second.trustedTopResults && first.authAs == second.authAs)
            #expect(first.fields.allSatisfy { $0.rawBody.endIndex <= bytes.count && !$0.name.isEmpty })
            #expect(first.subject == second.subject && first.arcSealers == second.arcSealers)
            let views = first.from + first.replyTo + first.sender
            #expect(views.allSatisfy { !$0.displayName.isEmpty || !$0.address.isEmpty })
            #expect(views.allSatisfy { $0.address.isEmpty || $0.localPart.utf8.count <= $0.address.utf8.count })
            named += first.from.contains { !$0.displayName.isEmpty } ? 1 : 0
        }
        #expect(named > 500)
    }
}
