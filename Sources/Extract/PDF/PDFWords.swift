import Model

/// LZW as PDF has it: codes of nine to twelve bits, the highest bit first, that grow one code early.
struct PDFWords {
    private let most: Int
    /// Of each code from 258 on: where its text stands in what came out, and how long it is.
    private var words: [(start: Int, count: Int)] = []
    private var out: [UInt8] = []

    init(atMost most: Int) { self.most = most }

    func decode(_ bytes: [UInt8]) throws -> [UInt8] {
        var copy = self
        try copy.run(bytes)
        return copy.out
    }

    private mutating func run(_ bytes: [UInt8]) throws {
        var (bits, held, width) = (0, 0, 9)
        var last: (start: Int, count: Int)?
        for byte in bytes {
            bits = bits << 8 | Int(byte)
            held += 8
            guard held >= width else { continue }
            held -= width
            let code = bits >> held
            bits &= (1 << held) - 1
            if code == 257 { return }
            if code == 256 {
                (words, width, last) = ([], 9, nil)
                continue
            }
            let start = out.count
            guard write(code, after: last) else { throw Halt.damaged("compressed data is damaged") }
            guard out.count <= most else { throw Halt.limit("a stream longer than \(most >> 20) MB") }
            // A word is the last one and the first byte of this, which stands behind it.
            if let last, words.count < 4096 - 258 { words.append((last.start, last.count + 1)) }
            last = (start, out.count - start)
            let next = 258 + words.count + 1
            width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9
        }
    }

    private mutating func write(_ code: Int, after last: (start: Int, count: Int)?) -> Bool {
        if code < 256 {
            out.append(UInt8(code))
        } else if words.indices.contains(code - 258) {
            let word = words[code - 258]
            for place in word.start..<(word.start + word.count) { out.append(out[place]) }
        } else if code == 258 + words.count, let last {
            for place in last.start..<(last.start + last.count) { out.append(out[place]) }
            out.append(out[last.start])
        } else {
            return false
        }
        return true
    }
}
