/// Keeps the header block of a message that comes in pieces, and lets its body go by.
struct HeaderIntake {
    /// As much as is ever read of a header block, and a byte that shows that there was more.
    static let most = (16 << 20) + 1

    private(set) var kept: [UInt8] = []
    private var isComplete = false
    /// Something other than a byte order mark and blank lines has come: what opens a message does not end its header.
    private var hasBegun = false
    private var isLineEmpty = true
    private var isAfterCR = false

    mutating func take(_ piece: some Collection<UInt8>) {
        guard !isComplete else { return }
        var count = 0
        for byte in piece {
            let place = kept.count + count
            count += 1
            isComplete = endsBlock(byte, at: place) || place + 1 == Self.most
            if isComplete { break }
        }
        kept.append(contentsOf: piece.prefix(count))
    }

    /// Whether this byte ends the empty line behind a header block.
    private mutating func endsBlock(_ byte: UInt8, at place: Int) -> Bool {
        switch byte {
        case 0x0A:
            let isEnd = isLineEmpty && hasBegun
            isLineEmpty = true
            isAfterCR = false
            return isEnd
        case 0x0D:
            if isAfterCR { isLineEmpty = false }
            isAfterCR = true
        case 0xEF, 0xBB,
            0xBF where place < 3:
            break
        default:
            isLineEmpty = false
            isAfterCR = false
            hasBegun = true
        }
        return false
    }
}
