import Model

/// The text in images, where somebody asked for it and there is a program that reads it.
extension Extractor {
    /// Milliseconds for one image.
    private static let longest = 20_000
    /// Pixels of the largest image.
    private static let most = 20_000_000

    var readsImages: Bool { limits.readsImages && tools.imageText != nil }

    func readImage(_ bytes: [UInt8]) throws {
        XMP.addLabels(in: bytes, extractor: self)
        guard readsImages else {
            pass(picture: bytes)
            throw Halt.wordless("an image, and text in images is not read")
        }
        if let format = UnreadableImage.name(bytes) {
            let halt = Halt.unsupported("an image in \(format), a format whose text is not read")
            if isInside, !UnreadPictures.mayHoldWords(bytes) { throw Halt.wordless(halt.reason) }
            throw halt
        }
        try readWords(inImage: bytes, place: nil)
    }

    /// - Parameter place: where in the document the image stands.
    func readWords(inImage bytes: [UInt8], place: String?) throws {
        guard let imageText = tools.imageText, !bytes.isEmpty else { return }
        try budget.spendMember()
        if let size = ImageSize(bytes), size.pixels > Self.most {
            throw Halt.limit("an image of \(size.width) x \(size.height), more than 20 megapixels")
        }
        var answer = imageText(bytes, min(Self.longest, budget.remainingTime))
        if answer.fault == nil, let turned = try turnedText(bytes, than: answer.text) { answer = turned }
        var out = buffer()
        out.append(answer.text.filter { $0 != 0x0C })
        emit(out, part: "image text", places: place.map { [.init(offset: 0, name: $0)] } ?? [])
        if let fault = answer.fault {
            throw answer.isLimit ? Halt.limit(ExtractionReason(fault)) : Halt.damaged(ExtractionReason(fault))
        }
    }

    /// The words of an image that lies on its side or on its head; asked for only where the words read straight on look so.
    private func turnedText(_ bytes: [UInt8], than text: [UInt8]) throws -> Tools.Answer? {
        let strangeness = ImageWords.strangeness(text)
        guard let turnedImageText = tools.turnedImageText, strangeness >= 15 else { return nil }
        // Icons without words are many.
        if text.allSatisfy({ $0 <= 0x20 }), let size = ImageSize(bytes), size.pixels < 100_000 { return nil }
        try budget.checkTime()
        let answer = turnedImageText(bytes, min(Self.longest, budget.remainingTime))
        return ImageWords.strangeness(answer.text) < strangeness ? answer : nil
    }
}
