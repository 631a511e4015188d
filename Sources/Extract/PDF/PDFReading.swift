import Model

/// PDF: the pages by a program of their own, everything beside them by qpdf.
extension Extractor {
    func readPDF(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBufferPointer { try readPDF(PDFStructure($0), bytes) }
    }

    private func readPDF(_ structure: PDFStructure, _ bytes: [UInt8]) throws {
        switch structure.opening {
        case .open: break
        case .encrypted, .damaged:
            XMP.addLabels(in: bytes, extractor: self)
            // A handler that qpdf does not know, such as that of rights management, is not damage.
            guard structure.opening == .damaged, bytes.offset(of: "/Encrypt") == nil else {
                throw Halt.encrypted("the document has a password or is protected")
            }
            let pages = try readPages(bytes, count: 0, isDamaged: true) ?? []
            let unread =
                pages.hasText
                ? "its pages may lack text, what stands beside them was not read" : "no page of it was read"
            remark(.damaged("the document is damaged: \(unread)"))
            // A text that speaks of PDF, or a document of letters alone.
            if !pages.hasText, bytes.isClear(within: .max) { try readText(bytes, named: "") }
            return
        }
        readAround(bytes)
        readInfo(structure)
        let beside = try readBeside(structure)
        let count = structure.pageCount
        let shown = structure.hidesLayers ? allLayers(of: structure, size: bytes.count) ?? bytes : bytes
        if let text = try readPages(shown, count: count) {
            let pages = PDFPages(structure, text: text, extractor: self)
            try readPictures(shown, pages, hasImages: beside.hasImages)
        }
        try readForm(beside.form, of: structure)
        for (name, stream) in beside.attachments {
            try inside(name) { try nestedHere(try structure.object(stream).content(self), named: name) }
        }
    }

    /// Text before a document, and behind it where text stands before.
    private func readAround(_ bytes: [UInt8]) {
        guard let start = PDFSignature(bytes)?.start, start > 0 else { return }
        var pieces = [("before the document", Array(bytes[..<start]))]
        if let end = bytes.lastOffset(of: "%%EOF") {
            pieces.append(("behind the document", Array(bytes[(end + 5)...])))
        }
        for (part, piece) in pieces where piece.hasText && piece.isClear(within: .max) {
            guard let found = TextEncoding.decode(piece, atMost: limits.text) else { continue }
            emit(TextBuffer(found.text, limit: limits.text), part: part)
        }
    }

    /// Pages do not wait for what is damaged beside them.
    private func readBeside(_ structure: PDFStructure) throws -> PDFBeside {
        var reader = PDFBeside(extractor: self)
        defer { emit(reader.text, part: "annotations and fields", kind: .properties) }
        let most = 2_000_000
        if structure.objectCount > most { remark(.limit("more than \(most) objects")) }
        do {
            for number in 0..<max(0, min(structure.objectCount, most)) {
                if number % 64 == 0 { try budget.checkTime() }
                try readBeside(structure, .init(number: number + 1), &reader)
                // Each object that was looked at stays in memory.
                if reader.count > 200_000 { throw Halt.limit("more than 200000 objects") }
            }
            for id in structure.otherObjects(atMost: 50_000) { try readBeside(structure, id, &reader) }
        } catch let halt as Halt {
            remark(halt)
        }
        add(reader.labels)
        if reader.isProtected { throw Halt.encrypted("protected by rights management") }
        return reader
    }

    private func readBeside(_ structure: PDFStructure, _ id: PDFStructure.ID, _ reader: inout PDFBeside) throws {
        defer { structure.release() }
        do {
            try reader.read(structure.object(id))
        } catch let halt as Halt {
            remark(halt)
            try budget.checkTime()
        }
    }

    private func allLayers(of structure: PDFStructure, size: Int) -> [UInt8]? {
        guard size <= 32 << 20, let shown = structure.showingLayers() else {
            remark(.unsupported("hidden layers were not read"))
            return nil
        }
        return shown
    }

    /// The data and the texts of a form in XML (XFA).
    private func readForm(_ packets: [PDFStructure.ID], of structure: PDFStructure) throws {
        guard !packets.isEmpty else { return }
        try inside("form") {
            var whole: [UInt8] = []
            for packet in packets.prefix(1000) {
                whole += try structure.object(packet).content(self, atMost: 32 << 20)
                structure.release()
            }
            let handler = MarkupText(buffer())
            defer { emit(handler.out, part: "", kind: .markup) }
            try readXML(whole, with: handler)
        }
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

    /// - Parameter isDamaged: it is known already, and told.
    /// - Returns: the text of the pages, a form feed behind each; nil where no program reads it.
    private func readPages(_ bytes: [UInt8], count: Int, isDamaged: Bool = false) throws -> [UInt8]? {
        guard let pageText = tools.pageText else {
            if !isDamaged { remark(.damaged("no program reads the pages of PDF")) }
            return nil
        }
        if count > limits.pages { remark(.limit("more than \(limits.pages) pages")) }
        let answer = pageText(bytes, .reading, limits.pages, budget.remainingTime)
        emitPages(answer.text, part: "page text", kind: .text)
        try budget.spend(bytes: answer.text.count)
        if let fault = answer.fault {
            if answer.isLimit || !isDamaged {
                remark(answer.isLimit ? .limit(ExtractionReason(fault)) : .damaged(ExtractionReason(fault)))
            }
            return answer.text
        }
        // Columns keep their headers above them; of long documents once is enough.
        guard answer.text.hasText, count <= 200 else { return answer.text }
        let layout = pageText(bytes, .layout, limits.pages, budget.remainingTime)
        try budget.spend(bytes: layout.text.count)
        emitPages(layout.text, part: "page layout", kind: .table)
        return answer.text
    }

    /// Pages without text of their own, or with little beside an image, are pictures: scanned paper.
    private func readPictures(_ bytes: [UInt8], _ pages: PDFPages, hasImages: Bool) throws {
        guard let pageImage = tools.pageImage, readsImages else {
            let pictures = try pages.pictures()
            if pages.isEmpty, hasImages || !pictures.isEmpty {
                remark(.unsupported("no text on any page, and text in images is not read"))
            } else if let first = pictures.first {
                let more = pictures.count > 1 ? " and \(pictures.count - 1) more" : ""
                remark(.unsupported("pages that are images were not read: page \(first)\(more)"))
            }
            return
        }
        var pictures = try pages.pictures() + pages.besideText()
        if pictures.isEmpty, pages.isEmpty, hasImages { pictures = pages.blank }
        for page in pictures {
            try budget.checkTime()
            let image = pageImage(bytes, page, budget.remainingTime)
            if let fault = image.fault {
                remark(image.isLimit ? .limit(ExtractionReason(fault)) : .damaged(ExtractionReason(fault)))
            }
            try readWords(inImage: image.text, place: "page \(page)")
        }
    }

    private func emitPages(_ text: [UInt8], part: String, kind: ExtractedSegment.Kind) {
        var out = buffer()
        var places: [ExtractedSegment.Place] = []
        for (number, page) in text.split(separator: 0x0C, omittingEmptySubsequences: false).enumerated()
        where page.hasText {
            if kind == .table, !places.isEmpty { out.append(0x0C) }
            places.append(.init(offset: out.count, name: "page \(number + 1)"))
            out.append(page)
            out.endLine()
        }
        emit(out, part: part, kind: kind, places: places)
    }
}
