/// The numbers of lines, found quickly where they are asked for in order of place.
struct LineCount {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var (line, counted) = (1, 0)

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The line that holds a byte, counted from 1.
    mutating func line(at place: Int) -> Int {
        if place < counted { (line, counted) = (1, 0) }
        line += bytes[counted..<place].count { $0 == 10 }
        counted = place
        return line
    }
}
