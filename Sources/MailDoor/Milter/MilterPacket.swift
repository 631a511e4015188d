import NIOCore

/// One packet as it stands on the wire: four bytes of length, a command byte, a payload.
struct MilterPacket: Hashable, Sendable {
    var code: UInt8
    var payload: ByteBuffer
    /// The end of the payload was thrown away, because it is longer than is kept.
    var isCut = false
}

/// Splits a stream of bytes into packets. Holds at most one packet, and never more of it than `kept` bytes.
struct MilterPackets {
    /// Bytes of one payload that are kept, whatever size was negotiated. libmilter stops at 64 KB, but fields have no such bound:
    /// a filter that hangs up on a long one is talked past wherever the MTA lets mail pass without it.
    static let kept = 1 << 20
    /// Above this a length is taken for noise.
    static let longest = 1 << 26

    private var buffer = ByteBuffer()
    private var toDrop = 0

    mutating func append(_ bytes: ByteBuffer) {
        var bytes = bytes
        let dropped = min(toDrop, bytes.readableBytes)
        bytes.moveReaderIndex(forwardBy: dropped)
        toDrop -= dropped
        guard bytes.readableBytes > 0 else { return }
        buffer.discardReadBytes()
        buffer.writeBuffer(&bytes)
    }

    /// The next whole packet; nil until more bytes come.
    mutating func next() throws(MilterFault) -> MilterPacket? {
        guard let length = buffer.getInteger(at: buffer.readerIndex, as: UInt32.self).map(Int.init) else { return nil }
        guard length > 0 else { throw .emptyPacket }
        guard length <= Self.longest else { throw .packetTooLong(length) }
        let wanted = min(length, Self.kept)
        guard buffer.readableBytes >= 4 + wanted else { return nil }
        buffer.moveReaderIndex(forwardBy: 4)
        guard let code = buffer.readInteger(as: UInt8.self), let payload = buffer.readSlice(length: wanted - 1) else {
            throw .emptyPacket
        }
        dropNext(length - wanted)
        return MilterPacket(code: code, payload: payload, isCut: length > wanted)
    }

    private mutating func dropNext(_ count: Int) {
        let here = min(count, buffer.readableBytes)
        buffer.moveReaderIndex(forwardBy: here)
        toDrop = count - here
    }
}
