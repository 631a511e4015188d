import CZlib

/// Writes zip archives for tests, lying ones too.
struct ZipWriter {
    struct Member {
        var name: String
        var content: [UInt8]
        /// What both headers say instead of the real size.
        var claimedSize: Int?
        var isEncrypted = false
        /// What both headers say; it is deflated always.
        var method = 8
    }

    private var members: [Member] = []

    func adding(_ name: String, _ text: String) -> ZipWriter { adding(name, Array(text.utf8)) }

    func adding(
        _ name: String, _ content: [UInt8], claiming size: Int? = nil, isEncrypted: Bool = false, method: Int = 8
    ) -> ZipWriter {
        var next = self
        next.members.append(
            Member(name: name, content: content, claimedSize: size, isEncrypted: isEncrypted, method: method))
        return next
    }

    var bytes: [UInt8] {
        var out: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let packed = Self.deflated(member.content)
            let flags = member.isEncrypted ? 1 : 0
            let sum = u32(Int(crc32(0, member.content, UInt32(member.content.count))))
            let sizes = sum + u32(packed.count) + u32(member.claimedSize ?? member.content.count)
            let shared = u16(flags) + u16(member.method) + u32(0) + sizes + u16(member.name.utf8.count) + u16(0)
            directory +=
                u32(0x0201_4B50) + u16(20) + u16(20) + shared + u16(0) + u16(0) + u16(0) + u32(0) + u32(out.count)
            directory += Array(member.name.utf8)
            out += u32(0x0403_4B50) + u16(20) + shared + Array(member.name.utf8) + packed
        }
        let start = out.count
        out += directory
        return out + u32(0x0605_4B50) + u32(0) + u16(members.count) + u16(members.count) + u32(directory.count)
            + u32(start)
            + u16(0)
    }

    /// Without the frame of zlib: two bytes before, four behind.
    static func deflated(_ content: [UInt8]) -> [UInt8] {
        let whole = compressed(content)
        return Array(whole[2..<(whole.count - 4)])
    }

    static func compressed(_ content: [UInt8]) -> [UInt8] {
        var count = compressBound(UInt(content.count))
        var out = [UInt8](repeating: 0, count: Int(count))
        compress2(&out, &count, content, UInt(content.count), 9)
        return Array(out.prefix(Int(count)))
    }

    static func gzip(_ content: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(&stream, 1, Z_DEFLATED, 31, 8, 0, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var (input, output) = (content, [UInt8](repeating: 0, count: content.count + 200))
        let room = output.count
        return input.withUnsafeMutableBufferPointer { source in
            let size = output.withUnsafeMutableBufferPointer { target in
                (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
                (stream.next_out, stream.avail_out) = (target.baseAddress, UInt32(room))
                deflate(&stream, Z_FINISH)
                return room - Int(stream.avail_out)
            }
            return Array(output[..<size])
        }
    }
}

func u16(_ number: Int) -> [UInt8] { [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)] }
func u32(_ number: Int) -> [UInt8] { u16(number) + u16(number >> 16) }
