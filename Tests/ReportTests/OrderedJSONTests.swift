import Foundation
import Testing

@testable import Report

struct OrderedJSONTests {
    @Test func `members keep their order, and every character survives`() throws {
        let hostile = "\u{0}\u{1F}\"\\/\n\r\t\u{7F}é\u{2028}\u{1F600}</script>"
        let text = OrderedJSON.object([
            ("z", .text(hostile)), ("a", .list([.null, .flag(true), .number(-3), .fraction(0.97), .fraction(.nan)])),
            (hostile, .object([])),
        ]).compact
        #expect(text.hasPrefix(#"{"z":"#))
        let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(read["z"] as? String == hostile)
        #expect(read[hostile] is [String: Any])
        let list = try #require(read["a"] as? [Any])
        #expect(list.count == 5)
        #expect(list[0] is NSNull)
        #expect(list[2] as? Int == -3)
        #expect(list[3] as? Double == 0.97)
        #expect(list[4] is NSNull)
    }
}
