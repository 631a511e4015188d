import Foundation
import Synchronization

/// Sockets of the loopback.
enum Loopback {
    struct Failed: Error { let errno: Int32 }

    /// A UDP socket on a port that the system chose.
    static func socketAndPort() throws -> (socket: Int32, port: UInt16) {
        let socket = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound else { throw Failed(errno: errno) }
        return (socket, UInt16(bigEndian: address.sin_port))
    }

    static func freePort() throws -> UInt16 {
        let (socket, port) = try socketAndPort()
        close(socket)
        return port
    }
}

/// A DNS server that answers every question the same way, and counts them.
final class Parrot: Sendable {
    /// What it says to a question; nothing where it is nil. The question's bytes follow the header of an answer.
    typealias Reply = @Sendable (_ query: [UInt8]) -> [UInt8]?

    let address: String
    private let socket: Int32
    private let heard = Mutex(0)

    init(_ reply: @escaping Reply) throws {
        let (socket, port) = try Loopback.socketAndPort()
        self.socket = socket
        address = "127.0.0.1:\(port)"
        Thread.detachNewThread { [self] in listen(reply) }
    }

    var count: Int { heard.withLock { $0 } }

    /// Wakes the thread from its waiting; it closes the socket.
    func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

    private func listen(_ reply: Reply) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var sender = sockaddr()
        while true {
            var length = socklen_t(MemoryLayout<sockaddr>.size)
            let count = recvfrom(socket, &buffer, buffer.count, 0, &sender, &length)
            guard count > 0 else { break }
            heard.withLock { $0 += 1 }
            guard let answer = reply(Array(buffer.prefix(count))) else { continue }
            sendto(socket, answer, answer.count, 0, &sender, length)
        }
        close(socket)
    }
}

extension Parrot {
    /// The query turned into an answer: header, question, records.
    static func answer(_ query: [UInt8], rcode: UInt8, records: [[UInt8]] = [], authority: [[UInt8]] = []) -> [UInt8] {
        let end = 12 + (query[12...].firstIndex(of: 0) ?? 12) - 12 + 5
        var bytes = Array(query[..<end])
        bytes[2] = 0x81
        bytes[3] = 0x80 | rcode
        bytes[6...11] = [0, UInt8(records.count), 0, UInt8(authority.count), 0, 0]
        return bytes + (records + authority).flatMap { $0 }
    }

    /// A record of the name in question.
    static func record(type: UInt8, ttl: UInt8, _ data: [UInt8]) -> [UInt8] {
        [0xC0, 12, 0, type, 0, 1, 0, 0, 0, ttl, 0, UInt8(data.count)] + data
    }
}
