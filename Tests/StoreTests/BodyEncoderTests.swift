import Foundation
import Model
import Testing

@testable import Store

struct BodyEncoderTests {
    private struct Everything: Codable, Hashable {
        enum Word: String, Codable { case one, two }
        enum Shape: Codable, Hashable { case point, circle(radius: Double), named(String, sides: Int) }
        struct Inner: Codable, Hashable {
            var a: Int?
            var deep: [[String]] = []
        }
        struct Nothing: Codable, Hashable {}

        var text = "plain"
        var flag = true
        var whole = -42
        var small: UInt8 = 255
        var wide: Int64 = .max
        var half = 0.5
        var large = 1e300
        var float: Float = 0.25
        var date = Date(timeIntervalSince1970: 1_670_608_357.25)
        var word = Word.two
        var shapes: [Shape] = [.point, .circle(radius: 2), .named("hex", sides: 6)]
        var absent: String?
        var inner = Inner(a: nil, deep: [["x"], [], ["y", "z"]])
        var inners: [Inner?] = [Inner(a: 1), nil, Inner()]
        var nothing = Nothing()
        var table: [String: [String: Int]] = ["b": ["z": 1, "a": 2], "a": [:]]
        var numbers: [Int: String] = [3: "three"]
        var evidence: Evidence = ["who": "ana", "many": .number(3), "flag": true, "list": ["a"], "none": .none]
    }

    private func text(_ value: some Encodable) throws -> String {
        String(decoding: try BodyEncoder.encode(value), as: UTF8.self)
    }

    private func read<T: Decodable>(_ type: T.Type, _ bytes: [UInt8]) throws -> T {
        try StoredEntity.decoder().decode(type, from: Data(bytes))
    }

    @Test func `is read back by Foundation as what was written, every kind of value`() throws {
        var value = Everything()
        #expect(try read(Everything.self, BodyEncoder.encode(value)) == value)
        value.absent = ""
        value.table = ["": ["\u{0}\n\"\\": 1]]
        #expect(try read(Everything.self, BodyEncoder.encode(value)) == value)
    }

    @Test func `gives what Foundation gives, but for the order of keys`() throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .secondsSince1970
        let theirs = try JSONSerialization.jsonObject(with: encoder.encode(Everything())) as? NSDictionary
        let ours = try JSONSerialization.jsonObject(with: Data(BodyEncoder.encode(Everything()))) as? NSDictionary
        #expect(ours != nil && ours == theirs)
    }

    @Test func `sorts the keys of a dictionary, at every depth`() throws {
        #expect(try text(["b": ["d": 1, "c": 2], "a": ["é": 3]]) == #"{"a":{"é":3},"b":{"c":2,"d":1}}"#)
        #expect(try text(["z": .number(1), "a": "x"] as Evidence) == #"{"a":"x","z":1}"#)
    }

    @Test func `escapes what RFC 8259 asks for, and nothing else`() throws {
        let every = String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init))) + "👩‍👩‍👧 \u{2028}"
        #expect(try read([String].self, BodyEncoder.encode([every])) == [every])
        #expect(try text(["/\u{1}\t\"\\é"]) == #"["/\u0001\t\"\\é"]"#)
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan]) func `refuses a number that JSON cannot write`(number: Double)
    {
        #expect(throws: EncodingError.self) { try BodyEncoder.encode([number]) }
    }

    @Test(arguments: [
        0, -0.0, 0.1, 1.0 / 3, .leastNormalMagnitude, 1e15 + 0.5, Double(Int64.max), .greatestFiniteMagnitude,
    ])
    func `keeps every digit of a number`(number: Double) throws {
        #expect(try read([Double].self, BodyEncoder.encode([number])) == [number])
    }

    @Test func `writes a user as it is, in the order of its properties`() throws {
        var user = User(id: "u1")
        user.displayName = "Ana \"Nana\" Ruiz"
        user.proxyAddresses = ["SMTP:ana@contoso.example"]
        user.createdDateTime = Date(timeIntervalSince1970: 0)
        let bytes = try BodyEncoder.encode(user)
        #expect(try read(User.self, bytes) == user)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"id":"u1","displayName":"Ana \"Nana\" Ruiz","otherMails":[],"proxyAddresses":["SMTP:ana@contoso.example"],"createdDateTime":0,"onPremisesProvisioningErrors":[]}"#
        )
    }
}
