/// Rows of bytes that are told as differences to their neighbours.
struct PDFRows {
    let width: Int
    /// Bytes of a sample and what belongs to it.
    let step: Int

    /// A byte before each row says which neighbour is meant (PNG, section 9).
    func png(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var above = [UInt8](repeating: 0, count: width)
        var place = 0
        while place < bytes.count {
            let kind = bytes[place]
            var row = Array(bytes.bytes(at: place + 1, count: width))
            for index in row.indices {
                let left = index >= step ? row[index - step] : 0
                let corner = index >= step ? above[index - step] : 0
                switch kind {
                case 1: row[index] &+= left
                case 2: row[index] &+= above[index]
                case 3: row[index] &+= UInt8((Int(left) + Int(above[index])) / 2)
                case 4: row[index] &+= Self.nearest(left, above[index], corner)
                default: break
                }
            }
            out += row
            if row.count == width { above = row }
            place += 1 + width
        }
        return out
    }

    func tiff(_ bytes: [UInt8]) -> [UInt8] {
        var out = bytes
        for place in out.indices where place % width >= step { out[place] &+= out[place - step] }
        return out
    }

    private static func nearest(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
        let guess = Int(left) + Int(above) - Int(corner)
        let distances = (abs(guess - Int(left)), abs(guess - Int(above)), abs(guess - Int(corner)))
        if distances.0 <= distances.1, distances.0 <= distances.2 { return left }
        return distances.1 <= distances.2 ? above : corner
    }
}
