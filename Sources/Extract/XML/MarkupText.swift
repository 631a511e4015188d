import Model

/// Elements as they are, with references decoded and prefixes left out: for parts whose meaning is not known the names
/// of elements and attributes are the context of what they hold.
final class MarkupText: XMLHandler {
    private(set) var out: TextBuffer
    private var isOpen = false

    init(_ buffer: TextBuffer) { out = buffer }

    func start(_ name: String, _ attributes: XMLAttributes) {
        if isOpen { out.endLine() }
        out.append("<\(name)")
        for (key, value) in attributes.all { out.append(" \(key)=\"\(value)\"") }
        out.append(UInt8(ascii: ">"))
        isOpen = true
    }

    func end(_ name: String) {
        out.append("</\(name)>\n")
        isOpen = false
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        out.append(bytes)
    }
}
