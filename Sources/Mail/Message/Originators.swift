import Foundation

/// Reads the originator fields of a block in every way that a client may read them.
struct Originators {
    static let longestField = 64 << 10
    static let mostMailboxes = 100

    let block: [UInt8]
    let spans: [HeaderBlock.Span]
    private(set) var defects: Set<MessageDefect> = []

    init(block: [UInt8], spans: [HeaderBlock.Span]) {
        self.block = block
        self.spans = spans
    }

    mutating func views(of field: String) -> [OriginatorView] {
        let key = HeaderBlock.key(field.utf8)
        var list = OriginatorList(field: field)
        var count = 0
        for span in spans where span.key == key && isNamed(span, field) {
            count += 1
            guard list.elementCount < Self.mostMailboxes else {
                defects.insert(.tooManyMailboxes)
                break
            }
            read(span, into: &list)
        }
        if field == "From" {
            if count == 0 { defects.insert(.noFrom) }
            if count > 1 { defects.insert(.severalFrom) }
            if list.mailboxCount > count { defects.insert(.severalMailboxes) }
        }
        defects.formUnion(list.defects)
        return list.views
    }

    private func isNamed(_ span: HeaderBlock.Span, _ name: String) -> Bool {
        block[span.nameRange].lazy.map(HeaderBlock.lowered).elementsEqual(name.utf8.lazy.map(HeaderBlock.lowered))
    }

    private mutating func read(_ span: HeaderBlock.Span, into list: inout OriginatorList) {
        let raw = block[span.bodyRange]
        if raw.count > Self.longestField { defects.insert(.longField) }
        let text = HeaderText.unfolded(raw.prefix(Self.longestField))
        list.take(text, isAfterBareCR: span.isAfterBareCR, charset: { declaredCharset })
    }

    /// What the Content-Type says of the body, which some clients apply to raw bytes in the header too.
    private var declaredCharset: Charset? {
        let key = HeaderBlock.key("content-type".utf8)
        guard let span = spans.first(where: { $0.key == key && isNamed($0, "content-type") }) else { return nil }
        let type = String(decoding: block[span.bodyRange].prefix(1_000), as: UTF8.self).lowercased()
        guard let mark = type.range(of: "charset=") else { return nil }
        let name = type[mark.upperBound...].drop { $0 == "\"" || $0 == "'" }.prefix { !"\"'; \t\r\n".contains($0) }
        return Charset(named: String(name))
    }
}
