import Testing

@testable import JSONPull

struct JSONValueTests {
    private func read<Value>(
        _ document: String, _ body: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value { try JSONReader.read(Array(document.utf8), body) }

    @Test func `takes null and other kinds as nil where a value is optional`() throws {
        for other in ["null", "{\"a\":[1]}", "[1,2]"] {
            #expect(try read(other) { (reader) throws(JSONError) in try reader.optionalString() } == nil)
            #expect(try read(other) { (reader) throws(JSONError) in try reader.optionalInt() } == nil)
            #expect(try read(other) { (reader) throws(JSONError) in try reader.optionalBool() } == nil)
            #expect(try read(other) { (reader) throws(JSONError) in try reader.optionalDouble() } == nil)
        }
        #expect(try read("3") { (reader) throws(JSONError) in try reader.optionalString() } == nil)
        #expect(try read("\"3\"") { (reader) throws(JSONError) in try reader.optionalInt() } == nil)
    }

    @Test func `refuses another kind where a value is demanded`() {
        #expect(throws: JSONError(.wrongKind, at: 0)) {
            try read("3") { (reader) throws(JSONError) in try reader.string() }
        }
        #expect(throws: JSONError(.wrongKind, at: 0)) {
            try read("\"3\"") { (reader) throws(JSONError) in try reader.int() }
        }
        #expect(throws: JSONError(.wrongKind, at: 0)) {
            try read("null") { (reader) throws(JSONError) in try reader.bool() }
        }
        #expect(throws: JSONError(.wrongKind, at: 0)) {
            try read("{}") { (reader) throws(JSONError) in try reader.array { (_) throws(JSONError) in } }
        }
        #expect(throws: JSONError(.wrongKind, at: 0)) {
            try read("[]") { (reader) throws(JSONError) in try reader.object { (_, _) throws(JSONError) in } }
        }
    }

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("42", 42), ("-7", -7), ("9223372036854775807", Int.max),
            ("-9223372036854775808", Int.min),
            ("9223372036854775808", nil), ("-9223372036854775809", nil), ("3.0", 3), ("3e2", 300), ("3.5", nil),
            ("1e400", nil),
            ("99999999999999999999", nil),
        ] as [(String, Int?)])
    func `reads whole numbers that fit`(text: String, value: Int?) throws {
        #expect(try read(text) { (reader) throws(JSONError) in try reader.optionalInt() } == value)
    }

    @Test(arguments: [
        (#""\uD800""#, "\u{FFFD}"), (#""\uDC00x""#, "\u{FFFD}x"), (#""\uD800\u0041""#, "\u{FFFD}A"),
        (#""\uD800\uD83D\uDE00""#, "\u{FFFD}😀"), (#""a\uDBFF""#, "a\u{FFFD}"), (#""\uD83D\n""#, "\u{FFFD}\n"),
        (#""\ud83d\ude00""#, "😀"), (#""\u0000""#, "\u{0}"),
    ])
    func `puts a replacement character in place of half a surrogate pair`(text: String, value: String) throws {
        #expect(try read(text) { (reader) throws(JSONError) in try reader.string() } == value)
    }

    @Test func `keeps a zero width no-break space at the head of a string`() throws {
        #expect(try read("\"\u{FEFF}x\"") { (reader) throws(JSONError) in try reader.string() } == "\u{FEFF}x")
    }

    @Test func `hands the bytes of a string to a parser, escapes resolved`() throws {
        let length = { (bytes: UnsafeBufferPointer<UInt8>) -> Int? in bytes.count == 2 ? bytes.count : nil }
        #expect(try read(#""ab""#) { (reader) throws(JSONError) in try reader.optionalString(length) } == 2)
        #expect(try read(#""\u00e9""#) { (reader) throws(JSONError) in try reader.optionalString(length) } == 2)
        #expect(try read(#""abc""#) { (reader) throws(JSONError) in try reader.optionalString(length) } == nil)
        #expect(try read("null") { (reader) throws(JSONError) in try reader.optionalString(length) } == nil)
    }

    @Test func `leaves nulls and other kinds out of a list of strings`() throws {
        #expect(
            try read(#"["a",null,3,["x"],"b"]"#) { (reader) throws(JSONError) in try reader.strings() } == ["a", "b"])
        #expect(try read("null") { (reader) throws(JSONError) in try reader.strings() } == [])
    }
}
