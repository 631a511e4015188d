/// The shared strings of a workbook, end to end in one buffer.
final class SharedStrings: XMLHandler {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var isUsed: [Bool] = []
    private var isText = false
    private var phonetic = 0
    private let limit: Int
    private static let most = 8 << 20

    /// - Parameter limit: in bytes; what comes later is empty.
    init(limit: Int) { self.limit = limit }

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "t": isText = phonetic == 0
        // How a name is read is not what the cell shows.
        case "rPh": phonetic += 1
        default: break
        }
    }

    func end(_ name: String) {
        switch name {
        case "t": isText = false
        case "rPh": phonetic = max(0, phonetic - 1)
        case "si": endString()
        default: break
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) {
        if isText, bytes.count < limit { bytes += piece }
    }

    func add(_ string: some Sequence<UInt8>) {
        if bytes.count < limit { bytes += string }
        endString()
    }

    private func endString() {
        guard ends.count < Self.most else { return }
        ends.append(UInt32(clamping: bytes.count))
        isUsed.append(false)
    }

    subscript(index: Int) -> ArraySlice<UInt8> {
        guard ends.indices.contains(index) else { return [] }
        isUsed[index] = true
        return string(index)
    }

    private func string(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
    }

    /// Strings that no cell has named so far.
    func unused(_ buffer: TextBuffer) -> TextBuffer {
        var out = buffer
        for index in ends.indices where !isUsed[index] { out.line(Array(string(index))) }
        return out
    }
}
