import NIOCore
import NIOPosix
import Testing

@testable import MailDoor

/// An MTA's end of a milter connection.
struct MilterPeer {
    struct Answer: Equatable, CustomStringConvertible {
        var code: Character
        var payload: [UInt8]
        var text: String { String(decoding: payload.filter { $0 != 0 }, as: UTF8.self) }
        /// The payload's texts, behind the number that some replies begin with.
        var texts: [String] {
            payload.dropFirst("im".contains(code) ? 4 : 0).split(separator: 0, omittingEmptySubsequences: false)
                .dropLast()
                .map { String(decoding: $0, as: UTF8.self) }
        }
        var description: String { "\(code) \(texts)" }
    }

    struct Closed: Error {}

    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var buffer = ByteBuffer()
    var options: MilterOptions?

    static let everything = MilterOptions(
        version: 6, actions: MilterActions(rawValue: 0x1FF), steps: MilterSteps(rawValue: 0x1F_FFFF))

    /// Talks to the server, and hangs up at the end.
    static func connected<Value>(
        to address: MilterAddress, _ talk: (inout MilterPeer) async throws -> Value
    ) async throws -> Value {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
        @Sendable func wrap(_ channel: any Channel) -> EventLoopFuture<NIOAsyncChannel<ByteBuffer, ByteBuffer>> {
            channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
        }
        let channel =
            switch address {
            case .tcp(let host, let port):
                try await bootstrap.connect(host: host, port: port) { wrap($0) }
            case .unix(let path, _):
                try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                    .connect(unixDomainSocketPath: path) { wrap($0) }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var peer = MilterPeer(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            return try await talk(&peer)
        }
    }

    private init(
        inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.inbound = inbound
        self.outbound = outbound
    }

    static func packet(_ code: Character, _ payload: [UInt8] = []) -> [UInt8] {
        let length = UInt32(payload.count + 1)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } + [code.asciiValue ?? 0] + payload
    }

    static func texts(_ texts: String...) -> [UInt8] { texts.flatMap { Array($0.utf8) + [0] } }

    func send(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

    func send(_ code: Character, _ texts: String...) async throws {
        try await send(Self.packet(code, texts.flatMap { Array($0.utf8) + [0] }))
    }

    /// The next packet of the server. Throws `Closed` where it hung up.
    mutating func answer() async throws -> Answer {
        while true {
            if let length = buffer.getInteger(at: buffer.readerIndex, as: UInt32.self),
                buffer.readableBytes >= 4 + Int(length)
            {
                buffer.moveReaderIndex(forwardBy: 4)
                let bytes = buffer.readBytes(length: Int(length)) ?? []
                return Answer(code: Character(UnicodeScalar(bytes[0])), payload: Array(bytes.dropFirst()))
            }
            guard let more = try? await inbound.next() else { throw Closed() }
            buffer.writeImmutableBuffer(more)
        }
    }

    /// Whether the server hung up without another word.
    mutating func isClosed() async -> Bool {
        do {
            _ = try await answer()
            return false
        } catch { return true }
    }

    mutating func negotiate(_ offer: MilterOptions = everything) async throws {
        var payload = ByteBuffer()
        payload.writeMultipleIntegers(offer.version, offer.actions.rawValue, offer.steps.rawValue)
        try await send(Self.packet("O", Array(payload.readableBytesView)))
        var reply = ByteBuffer(bytes: try await answer().payload)
        let numbers = reply.readMultipleIntegers(as: (UInt32, UInt32, UInt32).self)
        let (version, actions, steps) = try #require(numbers)
        options = MilterOptions(
            version: version, actions: MilterActions(rawValue: actions), steps: MilterSteps(rawValue: steps))
    }

    /// Sends what introduces an SMTP client.
    func introduce() async throws {
        try await send(Self.packet("C", Self.texts("client.test") + [0x34, 0x12, 0x34] + Self.texts("192.0.2.7")))
        try await send("H", "helo.test")
    }

    /// Sends a message and gives everything that the server answers at its end.
    mutating func deliver(
        from: String = "<a@x.test>", to recipients: [String] = ["<b@y.test>"], id: String = "4ABC",
        header: [(String, String)] = [("From", " Ana <a@x.test>"), ("Subject", " hello")]
    ) async throws -> [Answer] {
        try await send("M", from, "SIZE=100")
        for recipient in recipients { try await send("R", recipient) }
        for (name, value) in header { try await send("L", name, value) }
        try await send(Self.packet("D", [0x45] + Self.texts("i", id)))
        try await send("N")
        try await send("E")
        var answers: [Answer] = []
        repeat { answers.append(try await answer()) } while !"acdrty".contains(answers[answers.count - 1].code)
        return answers
    }
}
