import Model

/// Which pages of a PDF are pictures, by their text and by what they paint. Pages are counted from 1.
struct PDFPages {
    private let structure: PDFStructure
    private let extractor: Extractor
    /// Bytes of text on each page, blanks left out.
    private let sizes: [Int]

    /// - Parameter text: of all pages, a form feed behind each.
    init(_ structure: PDFStructure, text: [UInt8], extractor: Extractor) {
        self.structure = structure
        self.extractor = extractor
        sizes = text.split(separator: 0x0C, omittingEmptySubsequences: false).dropLast().map { page in
            page.reduce(0) { $0 + ($1 > 0x20 ? 1 : 0) }
        }
    }

    /// No page has text.
    var isEmpty: Bool { sizes.allSatisfy { $0 == 0 } }
    var blank: [Int] { sizes.indices.filter { sizes[$0] == 0 }.map { $0 + 1 } }

    /// A page with more text than this is read, whatever is behind it.
    private static let little = 200

    /// Pages that are images, or letters drawn as lines, with little text beside them.
    func pictures() throws -> [Int] {
        try pages { size in
            size < Self.little
        } where: { paint, area, size in
            if size > 0 { return paint.imageArea >= area / (size < 80 ? 8 : 2) || size < 40 && paint.curves >= 3000 }
            return paint.imageArea >= area / 50 || paint.curves >= 20 || paint.lines >= 400 || paint.shownBytes >= 20
        }
    }

    /// Other pages with an image that may hold words.
    func besideText() throws -> [Int] {
        let others = Set(try pictures())
        return try pages {
            $0 > 0
        } where: { paint, area, _ in
            paint.imageArea >= area / 50
        }.filter {
            !others.contains($0)
        }
    }

    private func pages(
        _ isCandidate: (Int) -> Bool, where isChosen: (_ paint: PDFPaint, _ area: Double, _ size: Int) -> Bool
    ) throws -> [Int] {
        var chosen: [Int] = []
        for (index, size) in sizes.enumerated() where isCandidate(size) && index < structure.pageCount {
            defer { structure.release() }
            do {
                let page = structure.page(index)
                if isChosen(try PDFPaint(page, extractor: extractor), Self.area(page), size) {
                    chosen.append(index + 1)
                }
            } catch let halt as Halt {
                extractor.remark(halt.at("page \(index + 1)"))
                try extractor.budget.checkTime()
            }
        }
        return chosen
    }

    private static func area(_ page: PDFObject) -> Double {
        let box = page.inherited("/MediaBox").items.compactMap(\.number)
        guard box.count == 4 else { return 612 * 792 }
        return max(1, abs((box[2] - box[0]) * (box[3] - box[1])))
    }
}
