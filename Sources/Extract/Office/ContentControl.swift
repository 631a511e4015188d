/// What a content control of Word says of itself before its content comes.
struct ContentControl {
    private var alias = ""
    private var tag = ""

    /// Takes an element of the control's properties.
    /// - Returns: false for one that names nothing.
    mutating func take(_ element: String, _ value: String?) -> Bool {
        switch element {
        case "alias": alias = value ?? ""
        case "tag": tag = value ?? ""
        default: return false
        }
        return true
    }

    /// What a person called it: its title, or a tag that no program has numbered.
    var name: String? {
        if alias.utf8.contains(where: { $0 > 0x20 }) { return alias }
        let isWord = tag.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || " -_.".unicodeScalars.contains($0) }
        return isWord && !tag.isEmpty && tag.utf8.count <= 64 ? tag : nil
    }

    /// The tag beside a title, or the number that a program gave it.
    var mark: String? { tag.isEmpty || tag == name ? nil : tag }

    /// Whether a name may come here: where a line or the next of several things begins. Elsewhere it would stand between a label
    /// that is seen and its value, or within a number.
    static func begins(behind paragraph: [UInt8]) -> Bool {
        guard let last = paragraph.last(where: { $0 != 0x20 }) else { return true }
        return [0x0A, UInt8(ascii: ","), UInt8(ascii: ";")].contains(last) && (last == 0x0A || paragraph.last == 0x20)
    }
}
