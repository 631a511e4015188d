import Testing

@testable import Mail

/// Lines to fields, and what attackers do to the lines.
struct HeaderBlockTests {
    @Test func `fields keep their order, bytes and place`() {
        let message = Message(Array("A: 1\r\nB:\t2\r\n\tmore\r\n\r\nFrom: body".utf8))
        #expect(message.fields.map(\.name) == ["A", "B"])
        #expect(message.fields.map { String(decoding: $0.rawBody, as: UTF8.self) } == [" 1", "\t2\r\n\tmore"])
        #expect(message.fields.map(\.text) == ["1", "2\tmore"])
        #expect(message.fields.map(\.startOffset) == [0, 6])
        #expect(message.defects == [.noFrom])
    }

    @Test(
        arguments: [
            ("FROM: a@b.it\r\n\r\n", []), ("From : a@b.it\r\n\r\n", [.blankBeforeColon]),
            ("From\t: a@b.it\r\n\r\n", [.blankBeforeColon]), ("From\0: a@b.it\r\n\r\n", [.blankBeforeColon, .nul]),
            (" From: a@b.it\r\n\r\n", [.blankStart]), ("\r\n\r\nFrom: a@b.it\r\n\r\n", [.blankStart]),
            ("\u{FEFF}From: a@b.it\r\n\r\n", []), ("From x Mon Jan 1\r\nFrom: a@b.it\r\n\r\n", []),
            ("From:\r\n a@b.it\r\n\r\n", []), ("From:\r\n\t\r\n a@b.it\r\n\r\n", []), ("From: a@b.it", []),
            ("From: a@b.it\n\nTo: x", []), ("X: y\r\nFrom: a@b.it\n\n", [.mixedLineEnds]),
            ("rubbish\r\n  more\r\nFrom: a@b.it\r\n\r\n", [.notAField]),
            ("Subject: x\rFrom: a@b.it\r\n\r\n", [.bareCR]),
        ] as [(String, Set<MessageDefect>)]) func `finds From`(text: String, defects: Set<MessageDefect>)
    {
        let message = Message(Array(text.utf8))
        #expect(message.people == [" <a@b.it>"])
        #expect(message.defects == defects)
    }

    @Test func `several From fields are all read`() {
        let message = Message(text: "From: A <a@x.it>\nfrom: B <b@x.it>\nFROM: A <a@x.it>\n\n")
        #expect(message.people == ["A <a@x.it>", "B <b@x.it>"])
        #expect(message.defects.contains(.severalFrom))
    }

    @Test func `a field that only a bare CR shows is marked`() {
        let message = Message(Array("From: A <a@x.it>\r\nSubject: x\rFrom: B <b@x.it>\r\n\r\n".utf8))
        #expect(message.from.map(\.reading) == [.rfc5322, .afterBareCR])
        #expect(message.people == ["A <a@x.it>", "B <b@x.it>"])
    }

    @Test func `the body is not read`() {
        #expect(Message(Array("Subject: x\r\n\r\nFrom: a@b.it\r\n".utf8)).from.isEmpty)
        #expect(Message(Array("Subject: x\n\nFrom: a@b.it\n".utf8)).from.isEmpty)
        #expect(Message([]).defects == [.noFrom])
    }

    @Test func `Reply-To and Sender are read like From`() {
        let message = Message(text: "From: a@b.it\nReply-To: \"Rossi, M\" <r@x.it>\nSender: s@x.it\n\n")
        #expect(message.replyTo.map(\.line) == ["Rossi, M <r@x.it>"])
        #expect(message.replyTo.map(\.field) == ["Reply-To"])
        #expect(message.sender.map(\.line) == [" <s@x.it>"])
    }

    @Test func `single fields say what they say`() {
        let message = Message(
            text: """
                Message-ID: <1@x>
                List-Id: List <l.x>
                Precedence: Bulk
                Auto-Submitted: Auto-Replied
                Content-Type: text/calendar; METHOD=REPLY

                """)
        #expect(message.messageID == "<1@x>" && message.listID == "List <l.x>")
        #expect(message.precedence == "bulk" && message.autoSubmitted == "auto-replied")
        #expect(message.hasListHeaders && message.isCalendarAnswer)
        let plain = Message(text: "From: a@b.it\nContent-Type: text/plain\n\n")
        #expect(!plain.hasListHeaders && !plain.isCalendarAnswer)
        #expect(plain.precedence == nil && plain.autoSubmitted == nil && plain.messageID == nil && plain.listID == nil)
    }
}
