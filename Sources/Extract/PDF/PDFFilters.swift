import Model

/// The filters of a stream that stand for no picture (ISO 32000-1, 7.4), one after another, each within the budget.
struct PDFFilters {
    let extractor: Extractor
    /// Bytes of what comes out.
    let most: Int

    /// - Parameters:
    ///   - names: of the filters, without the slash.
    ///   - parameters: of each filter.
    func decode(_ raw: [UInt8], names: [String], parameters: [PDFObject]) throws -> [UInt8] {
        guard names.count <= 8 else { throw Halt.damaged("a stream behind \(names.count) filters") }
        var content = raw
        for (place, name) in names.enumerated() {
            content = try decode(content, name)
            try extractor.budget.checkTime()
            if parameters.indices.contains(place), ["FlateDecode", "Fl", "LZWDecode", "LZW"].contains(name) {
                content = try predicted(content, parameters[place])
            }
        }
        return content
    }

    private func decode(_ bytes: [UInt8], _ name: String) throws -> [UInt8] {
        var out: [UInt8] = []
        switch name {
        case "FlateDecode", "Fl":
            try extractor.inflate(bytes[...], as: .zlib) { piece in
                out.append(contentsOf: piece)
                guard out.count <= most else { throw tooLong }
            }
            return out
        case "ASCIIHexDecode", "AHx": out = Self.hex(bytes)
        case "ASCII85Decode", "A85": out = Self.base85(bytes)
        case "RunLengthDecode", "RL": out = try runs(bytes)
        case "LZWDecode", "LZW": out = try PDFWords(atMost: min(most, extractor.budget.remainingBytes)).decode(bytes)
        case "Crypt": return bytes
        default: throw Halt.unsupported("a stream compressed by \(name: String(name.prefix(40)))")
        }
        guard out.count <= most else { throw tooLong }
        try extractor.budget.spend(bytes: out.count)
        return out
    }

    private var tooLong: Halt { .limit("a stream longer than \(most >> 20) MB") }

    private static func hex(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var high: UInt8?
        for byte in bytes {
            if byte == UInt8(ascii: ">") { break }
            guard let digit = hexValue(byte) else { continue }
            if let first = high {
                out.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        if let high { out.append(high << 4) }
        return out
    }

    private static func base85(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var group: [UInt8] = []
        func flush(_ count: Int) {
            let word = group.reduce(UInt32(0)) { $0 &* 85 &+ UInt32($1) }
            for place in 0..<count { out.append(UInt8(truncatingIfNeeded: word >> UInt32(24 - place * 8))) }
            group = []
        }
        for byte in bytes.hasPrefix("<~") ? bytes[2...] : bytes[...] {
            switch byte {
            case UInt8(ascii: "z"): if group.isEmpty { out += [0, 0, 0, 0] }
            case 0x21...0x75:
                group.append(byte - 0x21)
                if group.count == 5 { flush(4) }
            default: break
            }
            if byte == UInt8(ascii: "~") { break }
        }
        let left = group.count
        if left > 1 {
            group += [UInt8](repeating: 84, count: 5 - left)
            flush(left - 1)
        }
        return out
    }

    private func runs(_ bytes: [UInt8]) throws -> [UInt8] {
        var out: [UInt8] = []
        var place = 0
        while let head = bytes.byte(at: place), head != 128 {
            if head < 128 {
                out += bytes.bytes(at: place + 1, count: Int(head) + 1)
                place += Int(head) + 2
            } else {
                guard let byte = bytes.byte(at: place + 1) else { break }
                out += [UInt8](repeating: byte, count: 257 - Int(head))
                place += 2
            }
            guard out.count <= min(most, extractor.budget.remainingBytes) else { throw tooLong }
        }
        return out
    }

    /// Rows that are told as differences: PNG's ways, and TIFF's for whole bytes.
    private func predicted(_ bytes: [UInt8], _ parameters: PDFObject) throws -> [UInt8] {
        guard let kind = parameters["/Predictor"].number, kind > 1 else { return bytes }
        let colors = parameters["/Colors"].number ?? 1
        let bits = parameters["/BitsPerComponent"].number ?? 8
        let columns = parameters["/Columns"].number ?? 1
        guard (1...64).contains(colors), (1...16).contains(bits), (1...1e6).contains(columns) else {
            throw Halt.damaged("a stream with wrong parameters")
        }
        let step = max(1, Int(colors * bits) / 8)
        let width = (Int(columns) * Int(colors) * Int(bits) + 7) / 8
        guard width <= 1 << 24 else { throw Halt.damaged("a stream with wrong parameters") }
        let rows = PDFRows(width: width, step: step)
        return kind >= 10 ? rows.png(bytes) : bits == 8 ? rows.tiff(bytes) : bytes
    }
}
