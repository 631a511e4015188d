import JSONPull

/// Graph's error object: `{"error":{"code","message","innerError":{"code",...}}}`, as far as anything is decided by it.
struct GraphErrorBody: Sendable, Hashable {
    /// The most specific code: the innermost one that is not empty.
    var code = ""
    /// All of them, outermost first.
    var codes: [String] = []
    /// For people only; never decided by. One line, shortened.
    var message = ""

    init(_ body: [UInt8]) {
        var found = GraphErrorBody()
        _ = try? JSONReader.read(body) { (reader) throws(JSONError) in
            try reader.optionalObject { (reader, key) throws(JSONError) in
                if "error" ~= key { found.readError(&reader) }
            }
        }
        self = found
        code = codes.last ?? ""
    }

    private init() {}

    private mutating func readError(_ reader: inout JSONReader) {
        var found = self
        do throws(JSONError) {
            try reader.optionalObject { (reader, key) throws(JSONError) in
                switch key {
                case "code":
                    if let code = try reader.optionalString(), !code.isEmpty { found.codes.insert(code, at: 0) }
                case "message": found.message = Self.line(try reader.optionalString() ?? "")
                case _ where key.matches(ignoringCase: "innererror"): try found.readInner(&reader)
                default: break
                }
            }
        } catch {
            // What was read before the body broke is still true; the status says the rest.
        }
        self = found
    }

    private mutating func readInner(_ reader: inout JSONReader) throws(JSONError) {
        var code: String?
        var inner: [String] = []
        try reader.optionalObject { (reader, key) throws(JSONError) in
            if "code" ~= key {
                code = try reader.optionalString()
            } else if key.matches(ignoringCase: "innererror") {
                var deeper = GraphErrorBody()
                try deeper.readInner(&reader)
                inner = deeper.codes
            }
        }
        codes += [code].compactMap { $0 }.filter { !$0.isEmpty } + inner
    }

    private static func line(_ text: String) -> String {
        let first = text.split(whereSeparator: \.isNewline).first ?? ""
        return first.count > 200 ? first.prefix(200) + "..." : String(first)
    }

    /// Codes that say that a delta or page token is void (lower case).
    private static let resyncCodes: Set<String> = [
        "syncstatenotfound", "syncstateinvalid", "resyncrequired", "resyncchangesapplydifferences",
        "resyncchangesuploaddifferences", "resyncapplydifferences", "resyncuploaddifferences",
        "directorypagetokennotfoundexception", "directory_expiredpagetoken",
    ]
    var asksForResync: Bool { codes.contains { Self.resyncCodes.contains($0.lowercased()) } }
}
