import Testing

@testable import JSONPull

struct JSONReaderTests {
    @Test(arguments: Corpus.good)
    func `reads what is well-formed as Foundation does`(document: String) throws {
        let bytes = Array(document.utf8)
        let foundation = try #require(JSONTree.foundation(bytes))
        #expect(try JSONTree.pulled(bytes) == foundation)
    }

    @Test(arguments: Corpus.bad)
    func `refuses what is not, read or skipped`(document: String) {
        let bytes = Array(document.utf8)
        #expect(throws: JSONError.self) { try JSONTree.pulled(bytes) }
        #expect(throws: JSONError.self) { try skip(bytes) }
    }

    @Test(arguments: Corpus.badUTF8)
    func `refuses strings and names that are not UTF-8, read or skipped`(bad: [UInt8]) {
        for shape in ["\"?\"", "\"1234567890?123\"", "{\"?\":1}", "[1,\"?\"]"] {
            let bytes = shape.utf8.flatMap { $0 == UInt8(ascii: "?") ? bad : [$0] }
            #expect(throws: JSONError.self) { try JSONTree.pulled(bytes) }
            #expect(throws: JSONError.self) { try skip(bytes) }
        }
    }

    @Test func `says that a document cut short ends too early, wherever it is cut`() {
        let document = Array(#"{"value":[{"id":"é1","n":-1.5e3,"t":true,"x":null,"s":"a\u00e9b"}],"b":{"c":[]}}"#.utf8)
        for length in 0..<document.count {
            let error = #expect(throws: JSONError.self) { try skip(Array(document.prefix(length))) }
            #expect(error?.problem == .unexpectedEnd, "cut at \(length)")
        }
    }

    @Test func `ignores a byte order mark and refuses bytes after the end`() throws {
        #expect(try JSONTree.pulled([0xEF, 0xBB, 0xBF] + Array("[1]".utf8)) == .array([.number(1)]))
        let error = #expect(throws: JSONError.self) { try skip(Array("[1] x".utf8)) }
        #expect(error == JSONError(.trailingBytes, at: 4))
    }

    @Test func `bounds how deep values may lie, read or skipped`() throws {
        let deep = { (depth: Int) in
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        _ = try JSONTree.pulled(deep(128))
        try skip(deep(128))
        #expect(throws: JSONError(.tooDeep, at: 128)) { try JSONTree.pulled(deep(129)) }
        #expect(throws: JSONError(.tooDeep, at: 128)) { try skip(deep(129)) }
        #expect(throws: JSONError.self) { try JSONTree.pulled(deep(3), maximumDepth: 2) }
        #expect(throws: JSONError.self) { try skip(Array(String(repeating: "{\"a\":", count: 200_000).utf8)) }
    }

    @Test func `keeps the last of two members of one name`() throws {
        #expect(
            try JSONTree.pulled(Array(#"{"a":1,"b":0,"a":2}"#.utf8)) == .object(["a": .number(2), "b": .number(0)]))
    }

    @Test func `skips what a closure leaves alone, and goes on behind it`() throws {
        var seen: [String] = []
        try JSONReader.read(Array(#"{"a":{"x":[1,{"y":"}"}]},"b":"c","d":[1,2]}"#.utf8)) { (reader) throws(JSONError) in
            try reader.object { (reader, key) throws(JSONError) in
                seen.append(key.string)
                if "b" ~= key { seen.append(try reader.string()) }
            }
        }
        #expect(seen == ["a", "b", "c", "d"])
    }

    @Test func `gives the bytes of one value as they stand`() throws {
        let bytes = Array(#"{"a": {"b" : [1, 2]} , "c":1}"#.utf8)
        var slice = 0..<0
        try JSONReader.read(bytes) { (reader) throws(JSONError) in
            try reader.object { (reader, key) throws(JSONError) in if "a" ~= key { slice = try reader.slice() } }
        }
        #expect(String(decoding: bytes[slice], as: UTF8.self) == #"{"b" : [1, 2]}"#)
    }

    @Test func `compares names with and without regard to case`() throws {
        try JSONReader.read(Array(#"{"innerError":1,"\u0069d":2}"#.utf8)) { (reader) throws(JSONError) in
            var seen: [Bool] = []
            try reader.object { (_, key) throws(JSONError) in
                seen.append(key.matches(ignoringCase: "innererror"))
                seen.append("innerError" ~= key)
                seen.append("id" ~= key)
            }
            #expect(seen == [true, true, false, false, false, true])
        }
    }

    private func skip(_ bytes: [UInt8]) throws(JSONError) {
        try JSONReader.read(bytes) { (reader) throws(JSONError) in try reader.skip() }
    }
}
