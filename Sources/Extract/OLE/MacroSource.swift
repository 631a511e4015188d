/// The source of a module of Visual Basic, compressed behind what was made of it (MS-OVBA 2.4.1).
enum MacroSource {
    /// - Parameter stream: of a module, in the storage `VBA`.
    /// - Returns: nil where there is no source.
    static func text(_ stream: [UInt8]) -> [UInt8]? {
        // Every module begins with an attribute; eight letters of it stand in clear behind the head of the first chunk.
        guard let mark = stream.offset(of: "\0Attribut"), mark >= 3, stream[mark - 3] == 1 else { return nil }
        var out: [UInt8] = []
        var place = mark - 2
        while let head = stream.u16(at: place), head >> 12 & 7 == 3 {
            let end = min(place + (head & 0xFFF) + 3, stream.count)
            if head & 0x8000 != 0 {
                unpack(stream[(place + 2)..<end], into: &out)
            } else {
                out += stream[(place + 2)..<end]
            }
            place = end
        }
        return out
    }

    /// Flags for eight tokens each: a byte, or a copy of what came before in the chunk.
    private static func unpack(_ chunk: ArraySlice<UInt8>, into out: inout [UInt8]) {
        let start = out.count
        var place = 0
        while let flags = chunk.byte(at: place) {
            place += 1
            for bit in 0..<8 {
                guard flags & 1 << bit != 0 else {
                    guard let byte = chunk.byte(at: place) else { return }
                    out.append(byte)
                    place += 1
                    continue
                }
                let made = out.count - start
                guard let token = chunk.u16(at: place), made > 0, made <= 4096 else { return }
                place += 2
                // As many bits as the place needs are its own, four at least; the others are the length.
                let bits = max(4, Int.bitWidth - (made - 1).leadingZeroBitCount)
                let back = (token >> (16 - bits)) + 1
                guard back <= made else { return }
                for _ in 0..<((token & (0xFFFF >> bits)) + 3) { out.append(out[out.count - back]) }
            }
        }
    }
}
