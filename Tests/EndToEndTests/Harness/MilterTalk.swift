import Foundation

/// What an MTA says to a milter over TCP, as blocking calls of POSIX.
final class MilterTalk {
    /// One thing the milter asked for: the command byte and what belongs to it.
    struct Reply {
        let command: Character
        let data: [UInt8]
        /// The texts between the NULs.
        var texts: [String] {
            data.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    private let descriptor: Int32

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw Surprise("no milter on port \(port): \(String(cString: strerror(errno)))") }
        // Version 6, every change on offer, no step left out.
        try send("O", [0, 0, 0, 6, 0, 0, 1, 0xFF, 0, 0, 0, 0])
        guard try receive().command == "O" else { throw Surprise("the milter does not negotiate") }
    }

    deinit { close(descriptor) }

    /// Hands a message in and gives what the milter asks for at its end.
    func deliver(from sender: String, to recipient: String, queueID: String, header: [(String, String)]) throws
        -> [Reply]
    {
        try ask("C", Array("mx.far.example\u{0}4".utf8) + [0x30, 0x39] + Array("192.0.2.1\u{0}".utf8))
        try ask("H", texts("mx.far.example"))
        try ask("M", texts("<\(sender)>"))
        try ask("R", texts("<\(recipient)>"))
        for (name, value) in header { try ask("L", texts(name, value)) }
        try ask("N", [])
        try send("D", Array("E".utf8) + texts("i", queueID))
        try send("E", [])
        var replies: [Reply] = []
        repeat { replies.append(try receive()) } while !"acdrty".contains(replies[replies.count - 1].command)
        return replies
    }

    private func texts(_ texts: String...) -> [UInt8] { texts.flatMap { Array($0.utf8) + [0] } }

    private func ask(_ command: Character, _ data: [UInt8]) throws {
        try send(command, data)
        let reply = try receive()
        guard reply.command == "c" else { throw Surprise("the milter answers \(command) with \(reply.command)") }
    }

    private func send(_ command: Character, _ data: [UInt8]) throws {
        let length = UInt32(data.count + 1)
        let packet =
            (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) } + Array(String(command).utf8) + data
        guard write(descriptor, packet, packet.count) == packet.count else {
            throw Surprise("the milter hears nothing")
        }
    }

    private func receive() throws -> Reply {
        let length = try bytes(4).reduce(0) { $0 << 8 | Int($1) }
        let packet = try bytes(length)
        return Reply(command: Character(Unicode.Scalar(packet.first ?? 0)), data: Array(packet.dropFirst()))
    }

    private func bytes(_ count: Int) throws -> [UInt8] {
        var found: [UInt8] = []
        while found.count < count {
            var piece = [UInt8](repeating: 0, count: count - found.count)
            let read = read(descriptor, &piece, piece.count)
            guard read > 0 else { throw Surprise("the milter has hung up") }
            found += piece.prefix(read)
        }
        return found
    }
}
