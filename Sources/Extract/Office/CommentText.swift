/// Comments on cells: the runs of each joined.
final class CommentText: XMLHandler {
    private(set) var out: TextBuffer
    private var line: [UInt8] = []
    private var isText = false

    init(_ buffer: TextBuffer) { out = buffer }

    func start(_ name: String, _ attributes: XMLAttributes) {
        if name == "t" || name == "author" || name == "text" { isText = true }
    }

    func end(_ name: String) {
        switch name {
        case "t": isText = false
        case "comment", "threadedComment", "author", "text":
            isText = false
            out.line(line)
            line = []
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Between the elements of a rich comment stands only white space.
        if isText, !line.isEmpty || bytes.contains(where: { $0 > 0x20 }) { line += bytes }
    }
}
