import CExpat
import Model

/// Reads XML by expat, event by event. A document type declaration is refused, and with it every entity of its own; so is
/// nesting beyond a limit.
final class XMLReader {
    private let handler: any XMLHandler
    private let deepest: Int
    private let isInNamespaces: Bool
    private var depth = 0
    private var fault: Halt?
    private let parser: XML_Parser

    /// - Parameter isInNamespaces: elements are handled as `namespace:name`, not by their local names.
    init(_ handler: any XMLHandler, depth deepest: Int, inNamespaces isInNamespaces: Bool = false) throws {
        let parser = isInNamespaces ? XML_ParserCreateNS(nil, Self.colon) : XML_ParserCreate(nil)
        guard let parser else { throw Halt.limit("no memory for XML") }
        self.isInNamespaces = isInNamespaces
        self.handler = handler
        self.deepest = deepest
        self.parser = parser
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(parser, Self.onStart, Self.onEnd)
        XML_SetCharacterDataHandler(parser, Self.onText)
        XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in
            XMLReader.of(reader)?.stop(.damaged("XML with a document type declaration"))
        }
    }

    deinit { XML_ParserFree(parser) }

    private static let colon = XML_Char(UInt8(ascii: ":"))

    /// The next piece.
    func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        try bytes.withMemoryRebound(to: CChar.self) { piece in
            try check(XML_Parse(parser, piece.baseAddress, Int32(clamping: piece.count), 0))
        }
    }

    func finish() throws { try check(XML_Parse(parser, nil, 0, 1)) }

    private func check(_ status: XML_Status) throws {
        if let fault { throw fault }
        guard status == XML_STATUS_OK else {
            throw Halt.damaged("XML is damaged at line \(XML_GetCurrentLineNumber(parser))")
        }
    }

    private func stop(_ halt: Halt) {
        fault = fault ?? halt
        XML_StopParser(parser, UInt8(XML_FALSE))
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLReader? {
        pointer.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private static let onStart: XML_StartElementHandler = { pointer, name, attributes in
        guard let reader = XMLReader.of(pointer), let name else { return }
        reader.depth += 1
        guard reader.depth <= reader.deepest else {
            return reader.stop(.limit("XML nested deeper than \(reader.deepest)"))
        }
        reader.handler.start(reader.handled(name), XMLAttributes(attributes))
    }

    private static let onEnd: XML_EndElementHandler = { pointer, name in
        guard let reader = XMLReader.of(pointer), let name else { return }
        reader.depth -= 1
        reader.handler.end(reader.handled(name))
    }

    private static let onText: XML_CharacterDataHandler = { pointer, text, count in
        guard let reader = XMLReader.of(pointer), let text else { return }
        text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
            reader.handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
        }
    }

    private func handled(_ name: UnsafePointer<CChar>) -> String {
        String(cString: isInNamespaces ? name : Self.local(name))
    }

    /// A name without its prefix.
    static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
        var start = name
        var place = name
        while place.pointee != 0 {
            if place.pointee == 0x3A { start = place + 1 }
            place += 1
        }
        return start
    }
}

extension Extractor {
    /// Reads a whole XML document that is in memory.
    func readXML(
        _ bytes: some Collection<UInt8>, with handler: any XMLHandler, inNamespaces isInNamespaces: Bool = false
    ) throws {
        let reader = try XMLReader(handler, depth: limits.xmlDepth, inNamespaces: isInNamespaces)
        try Array(bytes).withUnsafeBufferPointer { whole in
            var place = 0
            while place < whole.count {
                let end = min(place + 16_384, whole.count)
                try reader.feed(UnsafeBufferPointer(rebasing: whole[place..<end]))
                place = end
                try budget.checkTime()
            }
        }
        try reader.finish()
    }

    /// Reads a member of an archive; what was handled before a fault stays handled.
    func readXML(_ member: ZipMember, of archive: ZipArchive, with handler: any XMLHandler) throws {
        let reader = try XMLReader(handler, depth: limits.xmlDepth)
        // A few bytes of a sheet may name long strings many times: the clock is looked at in between.
        try stream(member, of: archive) { piece in
            for start in stride(from: 0, to: piece.count, by: 1024) {
                try reader.feed(UnsafeBufferPointer(rebasing: piece[start..<min(start + 1024, piece.count)]))
                try budget.checkTime()
            }
        }
        try reader.finish()
    }
}
