/// The header block of a message (RFC 5322), read from its bytes.
///
/// Never refuses: what is missing is nil, what is malformed is read in every way that a client may read it, and said in
/// `defects`. At most 16 MB, 10,000 fields and 1 MB a field are read; the body is not looked at.
public struct Message: Sendable {
    /// The header block without the empty line that ends it.
    let block: [UInt8]
    let spans: [HeaderBlock.Span]
    /// Who wrote it, every reading of every From field, top first.
    public let from: [OriginatorView]
    /// Who gets the answer; empty where the message does not say.
    public let replyTo: [OriginatorView]
    public let sender: [OriginatorView]
    public let defects: Set<MessageDefect>

    public init(_ bytes: some Collection<UInt8>) {
        let read = bytes.withContiguousStorageIfAvailable(Self.read)
        let (block, header) =
            read ?? Array(bytes.prefix(HeaderBlock.longestBlock + 1)).withUnsafeBufferPointer(Self.read)
        self.init(block: block, header: header)
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> ([UInt8], HeaderBlock) {
        let header = HeaderBlock(bytes)
        return (Array(bytes.prefix(header.length)), header)
    }

    private init(block: [UInt8], header: HeaderBlock) {
        self.block = block
        spans = header.spans
        var originators = Originators(block: block, spans: header.spans)
        from = originators.views(of: "From")
        replyTo = originators.views(of: "Reply-To")
        sender = originators.views(of: "Sender")
        defects = header.defects.union(originators.defects)
    }

    /// In order, top first.
    public var fields: [HeaderField] { spans.map { HeaderField(block: block, span: $0) } }

    /// The fields of a name in any ASCII case, top first.
    public func all(_ name: String) -> [HeaderField] {
        places(of: name).map { HeaderField(block: block, span: spans[$0]) }
    }

    /// The topmost field of a name, in any ASCII case.
    public func first(_ name: String) -> HeaderField? {
        let key = HeaderBlock.key(name.utf8)
        return spans.first { $0.key == key && isNamed($0, name) }.map { HeaderField(block: block, span: $0) }
    }

    /// Positions in `spans`, top first.
    func places(of name: String) -> [Int] {
        let key = HeaderBlock.key(name.utf8)
        return spans.indices.filter { spans[$0].key == key && isNamed(spans[$0], name) }
    }

    private func isNamed(_ span: HeaderBlock.Span, _ name: String) -> Bool {
        block[span.nameRange].lazy.map(HeaderBlock.lowered).elementsEqual(name.utf8.lazy.map(HeaderBlock.lowered))
    }
}
