import CZlib
import Model

/// What stands around deflated data.
enum Deflated: Int32 {
    case raw = -15
    /// RFC 1950.
    case zlib = 15
    /// RFC 1952.
    case gzip = 31
}

extension Extractor {
    /// Decompresses by zlib, 16 KB at a time, within the budget. Data that ends early is damaged, after what there is of it.
    func inflate(
        _ data: ArraySlice<UInt8>, as form: Deflated, to take: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        var stream = z_stream()
        guard inflateInit2_(&stream, form.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw Halt.limit("no memory for decompression")
        }
        defer { inflateEnd(&stream) }
        try data.withUnsafeBufferPointer { input in
            stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.avail_in = UInt32(clamping: input.count)
            try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16_384) { output in
                try drain(&stream, through: output, to: take)
            }
        }
    }

    private func drain(
        _ stream: inout z_stream, through output: UnsafeMutableBufferPointer<UInt8>,
        to take: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        var total = 0
        while true {
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(output.count)
            let answer = CZlib.inflate(&stream, Z_NO_FLUSH)
            let made = output.count - Int(stream.avail_out)
            if made > 0 {
                total += made
                try budget.spend(bytes: made)
                // All there is of it, as only that tells a bomb from a text whose beginning repeats itself.
                try budget.checkRatio(out: total, in: Int(stream.total_in) + Int(stream.avail_in))
                try take(UnsafeBufferPointer(rebasing: output[..<made]))
            }
            if answer == Z_STREAM_END { return }
            guard answer == Z_OK, made > 0 || stream.avail_in > 0 else {
                throw Halt.damaged("compressed data is damaged")
            }
        }
    }
}
