import Model

/// Reads one file: text segments go out while it reads, labels and the status at the end.
///
/// Holds what documents in documents share: the budget, the text limit, the way to where it reads.
final class Extractor {
    let tools: Tools
    var budget: Budget
    private var sink: TextSink
    private(set) var labels: [DocumentLabel] = []
    private var remarks: [Halt] = []
    private var way: [String] = []
    /// The number of the document that is being read, and of the last one that was begun.
    private var (document, lastDocument) = (0, 0)
    var unread = UnreadPictures()

    init(limits: ExtractionLimits, tools: Tools, emit: @escaping (ExtractedSegment) -> Void) {
        self.tools = tools
        budget = Budget(limits, tools: tools)
        sink = TextSink(limit: limits.text, emit: emit)
    }

    var limits: ExtractionLimits { budget.limits }
    /// What is being read now, by its own name.
    var lastName: String { way.last ?? "" }
    /// Whether it stands in another document.
    var isInside: Bool { !way.isEmpty }
    func buffer() -> TextBuffer { TextBuffer(limit: limits.text) }

    /// Reads the whole file. What has been read before a fault counts.
    func run(_ bytes: [UInt8], named name: String) -> (Extraction.Status, ExtractionReason?) {
        var halt: Halt?
        do {
            guard bytes.count <= limits.input else { throw Halt.limit("larger than \(limits.input >> 20) MB") }
            try read(bytes, named: name)
        } catch {
            halt = error as? Halt ?? .damaged("\(name: "\(error)")")
        }
        let hasText = !sink.isEmpty
        sink.finish()
        return conclusion(halt, hasText: hasText)
    }

    private func conclusion(_ halt: Halt?, hasText: Bool) -> (Extraction.Status, ExtractionReason?) {
        let all = (halt.map { [$0] } ?? []) + remarks
        if let halt, case .encrypted = halt { return (.encrypted, halt.reason) }
        if isProtected { return (.encrypted, "protected by rights management") }
        if let worst = all.first(where: { $0.status == .limit }) { return (.limit, worst.reason) }
        if sink.isCut || (halt == nil && all.isEmpty && isCut) {
            return (.partial, "more than \(limits.text >> 20) MB of text: its middle was left out")
        }
        guard let first = all.first else { return (.ok, nil) }
        let reason = all.count > 1 ? "\(first.reason), and \(all.count - 1) more" : first.reason
        // A file that cannot be read is one thing, pages that are images or a member of an archive another: of those
        // somebody can read the rest.
        if first.status == .unsupported { return halt == nil ? (.partial, reason) : (.unsupported, first.reason) }
        return (hasText ? .partial : first.status, reason)
    }

    private var isCut = false
    private var isProtected = false

    /// The file is a wrapping around a protected content: what it says in clear is not what it is about.
    func remarkProtected() {
        if way.isEmpty { isProtected = true } else { remark(.encrypted("protected by rights management")) }
    }

    /// Reads a document inside of the document. Its faults are remarked and end nothing but itself, used up limits end all.
    func nested(_ bytes: [UInt8], named name: String) throws {
        guard !bytes.isEmpty else { return }
        try inside(name) { try nestedHere(bytes, named: name) }
    }

    /// The same where the name is on the way already.
    func nestedHere(_ bytes: [UInt8], named name: String) throws {
        try checkDepth()
        try read(bytes, named: name)
    }

    func checkDepth() throws {
        guard way.count <= limits.depth else { throw Halt.limit("nested deeper than \(limits.depth)") }
    }

    /// Runs `body` with a name added to the way.
    func inside(_ name: String, _ body: () throws -> Void) throws {
        let outer = document
        lastDocument += 1
        document = lastDocument
        way.append(name)
        defer {
            way.removeLast()
            document = outer
        }
        do {
            try budget.spendMember()
            try body()
        } catch let halt as Halt {
            if case .limit = halt {
                remark(halt)
                // Nothing else can be read either once the file's own budget is used up.
                try budget.checkTime()
                if budget.remainingBytes == 0 { throw halt }
            } else if case .wordless = halt {
                return
            } else {
                remark(halt)
            }
        }
    }

    func remark(_ halt: Halt) {
        guard remarks.count < 100 else { return }
        let place = way.joined(separator: "!")
        remarks.append(place.isEmpty ? halt : halt.at(place))
    }

    func emit(
        _ text: TextBuffer, part: String, kind: ExtractedSegment.Kind = .text, places: [ExtractedSegment.Place] = []
    ) {
        if text.isCut { isCut = true }
        guard text.bytes.hasText else { return }
        if kind != .properties, kind != .pattern { unread.add(text: text.bytes.count) }
        sink.add(
            ExtractedSegment(
                part: name(of: part), kind: kind, document: document, bytes: text.bytes,
                places: text.isCut ? [] : places))
    }

    /// A file of plain text is one part, which has its name from the way there.
    private func name(of part: String) -> String {
        if part.isEmpty, way.isEmpty { return "text" }
        return (part.isEmpty ? way : way + [part]).joined(separator: "!")
    }

    func add(_ found: LabelsFound) {
        let place = way.joined(separator: "!")
        for var label in found.effective {
            label.part = place
            if !labels.contains(label) { labels.append(label) }
        }
    }
}

/// The text and labels of a document.
///
/// - Parameters:
///   - name: its file name, which decides only where the content does not.
///   - emit: called with each segment, in order, while reading goes on.
/// - Returns: labels, status and reason; the segments went to `emit`.
public func extract(
    _ bytes: [UInt8], named name: String, limits: ExtractionLimits = ExtractionLimits(), tools: Tools = Tools(),
    emit: @escaping (ExtractedSegment) -> Void
) -> Extraction {
    let extractor = Extractor(limits: limits, tools: tools, emit: emit)
    let (status, reason) = extractor.run(bytes, named: name)
    return Extraction(labels: extractor.labels, status: status, reason: reason)
}
