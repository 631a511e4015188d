import Glibc
import Model

/// What a page paints, by its content: how much of it images cover, how many curves and lines there are, how much text is shown.
struct PDFPaint {
    private let extractor: Extractor
    /// Of images, in the page's own units; they may lie over each other.
    private(set) var imageArea = 0.0
    private(set) var curves = 0
    private(set) var lines = 0
    private(set) var shownBytes = 0
    private var matrix = Matrix()
    private var saved: [Matrix] = []
    private var forms = 0

    struct Matrix {
        var (a, b, c, d) = (1.0, 0.0, 0.0, 1.0)

        func then(_ next: Matrix) -> Matrix {
            Matrix(
                a: a * next.a + b * next.c, b: a * next.b + b * next.d, c: c * next.a + d * next.c,
                d: c * next.b + d * next.d)
        }

        var area: Double { abs(a * d - b * c) }
    }

    init(_ page: PDFObject, extractor: Extractor) throws {
        self.extractor = extractor
        let contents = page["/Contents"]
        var content: [UInt8] = []
        for stream in contents.isArray ? contents.items : [contents] where stream.isStream {
            content += try stream.content(extractor, atMost: 32 << 20) + [0x0A]
            guard content.count <= 32 << 20 else { throw Halt.limit("a page of more than 32 MB") }
        }
        try read(content, resources: page.inherited("/Resources"), depth: 0)
    }

    private mutating func read(_ content: [UInt8], resources: PDFObject, depth: Int) throws {
        var scanner = PDFContent(content)
        var steps = 0
        while let operation = scanner.next() {
            steps += 1
            if steps % 1024 == 0 { try extractor.budget.checkTime() }
            switch operation.name {
            case "q": if saved.count < 1000 { saved.append(matrix) }
            case "Q": matrix = saved.popLast() ?? matrix
            case "cm": if let change = Self.matrix(operation.numbers) { matrix = change.then(matrix) }
            case "BI": imageArea += matrix.area
            case "Do": try paint(resources["/XObject"]["/" + operation.lastName], resources, depth)
            case "c", "v", "y": curves += 1
            case "l", "re": lines += 1
            case "Tj", "TJ", "'", "\"": shownBytes += operation.stringBytes
            default: break
            }
        }
    }

    private static func matrix(_ numbers: [Double]) -> Matrix? {
        guard numbers.count >= 6 else { return nil }
        let last = Array(numbers.suffix(6))
        return Matrix(a: last[0], b: last[1], c: last[2], d: last[3])
    }

    private mutating func paint(_ object: PDFObject, _ resources: PDFObject, _ depth: Int) throws {
        guard object.isStream else { return }
        let dictionary = object.dictionary
        if dictionary["/Subtype"].isNamed("/Image") { return imageArea += matrix.area }
        guard dictionary["/Subtype"].isNamed("/Form"), depth < 8, forms < 200 else { return }
        forms += 1
        let outer = (matrix, saved)
        defer { (matrix, saved) = outer }
        if let own = Self.matrix(dictionary["/Matrix"].items.compactMap(\.number)) { matrix = own.then(matrix) }
        let inner = dictionary["/Resources"]
        try read(
            try object.content(extractor, atMost: 32 << 20), resources: inner.isDictionary ? inner : resources,
            depth: depth + 1)
    }
}
