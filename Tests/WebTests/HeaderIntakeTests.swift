import Mail
import Testing

@testable import Web

struct HeaderIntakeTests {
    static let messages = [
        "From: a@x\r\nSubject: b\r\n\r\nbody\r\n\r\nmore", "From: a@x\nSubject: b\n\nbody\n\nmore",
        "From: a@x\r\n\nbody",
        "\r\n\r\nFrom: a@x\r\n\r\nbody", "\u{FEFF}\r\nFrom: a@x\r\n\r\nbody", "\u{FEFF}From: a@x\n\nbody",
        "From a@x Mon\nFrom: a@x\n\nbody", "\r\rFrom: a@x\r\n\r\nbody", "From: a@x\r\n\r\r\nTo: b@x\r\n\r\nbody",
        "From: a@x", "",
        "\r\n", "é: x\r\n\r\nbody", "From: a@x\r\n \r\nTo: b@x\r\n\r\nbody",
    ]

    func kept(_ message: String, pieces size: Int) -> [UInt8] {
        var intake = HeaderIntake()
        let bytes = Array(message.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            intake.take(bytes[start..<min(start + size, bytes.count)])
        }
        return intake.kept
    }

    @Test(arguments: messages)
    func `what is kept reads like the whole message, however it was cut`(message: String) {
        let whole = Message(Array(message.utf8))
        for size in [1, 2, 3, 7, 1000] {
            let read = Message(kept(message, pieces: size))
            #expect(read.fields.map(\.name) == whole.fields.map(\.name))
            #expect(read.from == whole.from)
            #expect(read.defects == whole.defects)
        }
    }

    @Test func `nothing of the body is kept`() {
        for size in [1, 5, 1000] {
            #expect(
                kept("From: a@x\r\nSubject: b\r\n\r\nbody\r\n\r\n", pieces: size)
                    == Array("From: a@x\r\nSubject: b\r\n\r\n".utf8))
        }
    }

    @Test func `a header without end is kept up to what is ever read`() {
        var intake = HeaderIntake()
        let piece = [UInt8](repeating: 0x78, count: 1 << 20)
        for _ in 0..<20 { intake.take(piece) }
        #expect(intake.kept.count == HeaderIntake.most)
    }
}
