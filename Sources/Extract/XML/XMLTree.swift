/// A small XML part as its elements in order, with their attributes and text: for relationships, properties, labels.
final class XMLTree: XMLHandler {
    struct Element {
        var name: String
        var attributes: [String: String]
        var text = ""
        var parent: Int?
    }

    private(set) var elements: [Element] = []
    private var open: [Int] = []
    private let most: Int

    /// - Parameter most: elements beyond this count are not kept.
    init(most: Int = 20_000) { self.most = most }

    func start(_ name: String, _ attributes: XMLAttributes) {
        guard elements.count < most else { return open.append(-1) }
        elements.append(
            Element(
                name: name, attributes: Dictionary(attributes.all, uniquingKeysWith: { first, _ in first }),
                parent: open.last.flatMap { $0 < 0 ? nil : $0 }))
        open.append(elements.count - 1)
    }

    func end(_ name: String) { _ = open.popLast() }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let place = open.last, place >= 0, elements[place].text.utf8.count < 1 << 16 else { return }
        elements[place].text += String(decoding: bytes, as: UTF8.self)
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }
}
