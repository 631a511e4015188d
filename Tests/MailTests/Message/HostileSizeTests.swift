import Testing

@testable import Mail

/// Sizes that nobody means well with: what is read is counted, and limited.
struct HostileSizeTests {
    func repeated(_ text: String, _ count: Int) -> [UInt8] {
        let piece = Array(text.utf8)
        return piece.count == 1
            ? [UInt8](repeating: piece[0], count: count) : Array(repeatElement(piece, count: count).joined())
    }

    @Test func `at most 10,000 fields are read`() {
        let message = Message(repeated("X: y\r\n", 20_000) + Array("From: a@b.it\r\n\r\n".utf8))
        #expect(message.fields.count == 10_000)
        #expect(message.defects == [.tooManyFields, .noFrom])
    }

    @Test func `at most 1 MB of a field is kept`() {
        let message = Message(Array("Subject: ".utf8) + repeated("a", 3 << 20) + Array("\r\nFrom: a@b.it\r\n\r\n".utf8))
        #expect(message.fields[0].rawBody.count == 1 << 20)
        #expect(message.people == [" <a@b.it>"])
        #expect(message.defects == [.longField])
    }

    @Test func `a fold without end is cut`() {
        let message = Message(
            Array("Subject: a\r\n".utf8) + repeated(" " + String(repeating: "b", count: 500) + "\r\n", 2_500)
                + Array("From: a@b.it\r\n\r\n".utf8))
        #expect(message.fields[0].rawBody.count == 1 << 20)
        #expect(message.people == [" <a@b.it>"])
    }

    @Test func `at most 16 MB of a block are read`() {
        let message = Message(Array("From: a@b.it\r\nX: ".utf8) + repeated("a", 17 << 20))
        #expect(message.block.count == 16 << 20)
        #expect(message.defects == [.longBlock, .longField])
        #expect(message.people == [" <a@b.it>"])
    }

    @Test func `a large body costs nothing`() {
        let message = Message(Array("From: a@b.it\r\n\r\n".utf8) + repeated("a", 20 << 20))
        #expect(message.block.count == 14 && message.defects == [])
    }

    @Test func `at most 100 mailboxes are read, over all fields`() {
        let one = Message(Array("From: ".utf8) + repeated("a <a@b.it>, ", 150))
        #expect(one.defects.contains(.tooManyMailboxes))
        let names = (0..<150).map { "From: n\($0) <n\($0)@b.it>\r\n" }.joined()
        #expect(Message(Array(names.utf8)).from.count == 100)
    }

    @Test(arguments: [
        "(", "\"", "<", "<\"", "<(,", "<@", "=?", "=?a?q?", "=?utf-8?B?", "a@", "@", "\\", ":", ";", "a:", "(a)", "\0",
        "\r",
        "=?utf-8?q?a?= ", "a ", "\"a\" ", "<>", "a:b;", "[", "a@[", "\u{FF}", "=?utf-7?q?+?=",
    ])
    func `a field of one thing repeated is read once over`(text: String) {
        let message = Message(
            Array("From: ".utf8) + repeated(text, (128 << 10) / text.utf8.count) + Array("\r\n\r\n".utf8))
        #expect(message.from.count <= 700)
        #expect(message.from.allSatisfy { $0.displayName.utf8.count <= 200_000 && $0.address.utf8.count <= 200_000 })
    }

    @Test func `deep comments are counted, not climbed`() {
        let deep = String(repeating: "(", count: 200) + "x" + String(repeating: ")", count: 200)
        let message = Message(from: "a@b.it \(deep)")
        #expect(message.from[0].address == "a@b.it" && message.defects == [.deepComment])
    }
}
