/// A field of a header block: where it lies in the bytes.
public struct HeaderField: Sendable {
    let block: [UInt8]
    let span: HeaderBlock.Span

    /// As written, blanks taken off; at most 256 bytes of it.
    public var name: String { String(decoding: block[span.nameRange], as: UTF8.self) }
    /// Everything after the colon, folds and all; the line end at its end left out.
    public var rawBody: ArraySlice<UInt8> { block[span.bodyRange] }
    /// Where the field begins, in bytes from the start of the message.
    public var startOffset: Int { Int(span.nameStart) }
    /// Only those see the field who end a line at a bare CR.
    public var isAfterBareCR: Bool { span.isAfterBareCR }

    /// The body as unstructured text: unfolded, blanks at both ends taken off, encoded words decoded (RFC 2047).
    public var text: String { HeaderText.decoded(HeaderText.unfolded(rawBody)) }
}
