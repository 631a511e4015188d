@testable import Mail

extension Message {
    /// A header block in one string; line feeds become CRLF.
    init(text: String) {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte == 0x0A { bytes.append(0x0D) }
            bytes.append(byte)
        }
        self.init(bytes)
    }

    /// A message with one From field of these bytes.
    init(from body: [UInt8]) { self.init(Array("From: ".utf8) + body + Array("\r\n\r\nbody".utf8)) }

    init(from body: String) { self.init(from: Array(body.utf8)) }

    /// `name <address>` of every reading of From, in order.
    var people: [String] { from.map(\.line) }
}

extension OriginatorView {
    var line: String { displayName + " <" + address + ">" }
}
