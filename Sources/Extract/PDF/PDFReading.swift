import Model

/// PDF: the pages by a program of their own, everything beside them by qpdf.
extension Extractor {
    func readPDF(_ bytes: [UInt8]) throws {
        let beside = try bytes.withUnsafeBufferPointer { try readStructure(PDFStructure($0), bytes) }
        try readPages(bytes, beside)
    }

    private struct Beside {
        var pageCount = 0
        var hasImages = false
        var isDamaged = false
    }

    private func readStructure(_ structure: PDFStructure, _ bytes: [UInt8]) throws -> Beside {
        switch structure.opening {
        case .open: break
        case .encrypted, .damaged:
            XMP.addLabels(in: bytes, extractor: self)
            // A handler that qpdf does not know, such as that of rights management, is not damage.
            guard structure.opening == .damaged, bytes.offset(of: "/Encrypt") == nil else {
                throw Halt.encrypted("the document has a password or is protected")
            }
            return Beside(isDamaged: true)
        }
        var beside = Beside(pageCount: structure.pageCount)
        readInfo(structure)
        var reader = PDFBeside(extractor: self)
        defer { emit(reader.text, part: "annotations and fields", kind: .properties) }
        for number in 0..<min(structure.objectCount, 200_000) {
            if number % 256 == 0 { try budget.checkTime() }
            try reader.read(structure.object(number + 1))
            structure.release()
        }
        add(reader.labels)
        beside.hasImages = reader.hasImages
        return beside
    }

    private func readInfo(_ structure: PDFStructure) {
        var text = buffer()
        var labels = LabelsFound()
        let info = structure.trailer["/Info"]
        for key in info.keys {
            guard let value = info[key].text else { continue }
            let name = String(key.dropFirst())
            if labels.add(property: name, value: value, carrier: .pdfInfo) { continue }
            text.line("\(name): \(value)")
        }
        add(labels)
        emit(text, part: "Info", kind: .properties)
    }

    private func readPages(_ bytes: [UInt8], _ beside: Beside) throws {
        guard let pageText = tools.pageText else { return remark(.damaged("no program reads the pages of PDF")) }
        if beside.pageCount > limits.pages { remark(.limit("more than \(limits.pages) pages")) }
        let answer = pageText(bytes, .reading, limits.pages, budget.remainingTime)
        try budget.spend(bytes: answer.text.count)
        emitPages(answer.text, part: "page text", kind: .text)
        if let fault = answer.fault { throw answer.isLimit ? Halt.limit(fault) : Halt.damaged(fault) }
        if beside.hasImages { try readPictures(bytes, besides: answer.text) }
        guard answer.text.hasText else { return }
        // Columns keep their headers above them; of long documents once is enough.
        guard beside.pageCount <= 200 else { return }
        let layout = pageText(bytes, .layout, limits.pages, budget.remainingTime)
        try budget.spend(bytes: layout.text.count)
        emitPages(layout.text, part: "page layout", kind: .table)
    }

    /// Pages without text of their own are pictures: scanned paper.
    private func readPictures(_ bytes: [UInt8], besides text: [UInt8]) throws {
        let pages = text.split(separator: 0x0C, omittingEmptySubsequences: false).dropLast()
        let pictures = pages.enumerated().filter { !$0.element.hasText }.map { $0.offset + 1 }
        guard let pageImage = tools.pageImage, readsImages else {
            if !text.hasText { remark(.unsupported("no text on any page, and text in images is not read")) }
            return
        }
        for page in pictures {
            try budget.checkTime()
            let image = pageImage(bytes, page, budget.remainingTime)
            if let fault = image.fault { remark(image.isLimit ? .limit(fault) : .damaged(fault)) }
            try readWords(inImage: image.text, place: "page \(page)")
        }
    }

    private func emitPages(_ text: [UInt8], part: String, kind: ExtractedSegment.Kind) {
        var out = buffer()
        var places: [ExtractedSegment.Place] = []
        for (number, page) in text.split(separator: 0x0C, omittingEmptySubsequences: false).enumerated()
        where page.hasText {
            places.append(.init(offset: out.count, name: "page \(number + 1)"))
            out.append(page)
            out.endLine()
        }
        emit(out, part: part, kind: kind, places: places)
    }
}
