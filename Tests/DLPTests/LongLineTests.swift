import Model
import Testing

@testable import DLP

/// Texts that have no line end for megabytes: what names a value stands farther away than a stream remembers bytes.
struct LongLineTests {
    private static let numbers = FarNamesTests.numbers
    /// More than two windows of a stream.
    private static let size = 2 * ScanStream.window + (1 << 18)

    private static func filled(_ head: String, _ separator: String, _ tail: String, _ item: (Int) -> String) -> String {
        var text = head
        text.reserveCapacity(size + 1_024)
        var number = 0
        while text.utf8.count < size {
            if number > 0 { text += separator }
            text += item(number)
            number += 1
        }
        return text + tail
    }

    private static func number(_ place: Int) -> String { numbers[place % numbers.count] }

    private static let chatter =
        "the figures were sent to all of the team on Monday; please read them before the call, "

    struct Layout: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let head: String
        let separator: String
        let tail: String
        /// Bytes of text that one number to be found takes at most.
        let most: Int
        let item: @Sendable (Int) -> String

        init(
            _ name: String, _ head: String, _ separator: String, _ tail: String, most: Int,
            item: @escaping @Sendable (Int) -> String
        ) {
            (testDescription, self.head, self.separator, self.tail) = (name, head, separator, tail)
            (self.most, self.item) = (most, item)
        }
    }

    static let layouts: [Layout] = [
        Layout("an array", "{\"sin\":[", ",", "]}", most: 13) { "\"\(number($0))\"" },
        Layout("an array of arrays", "{\"columns\":[\"id\",\"sin\"],\"data\":[", ",", "]}", most: 24) {
            "[\(7_000 + $0),\"\(number($0))\"]"
        },
        Layout("rows below a row of names", "[[\"id\",\"sin\"],", ",", "]", most: 24) {
            "[\(7_000 + $0),\"\(number($0))\"]"
        },
        Layout("objects", "[", ",", "]", most: 34) { "{\"id\":\($0),\"sin\":\"\(number($0))\"}" },
        Layout("a row of CSV", "SIN,", ",", "\n", most: 11) { number($0) },
        Layout("a condition", "SELECT * FROM p WHERE sin IN (", ",", ");", most: 13) { "'\(number($0))'" },
        Layout("an insert with its columns", "INSERT INTO p (id, sin) VALUES ", ",", ";", most: 23) {
            "(\($0),'\(number($0))')"
        },
        Layout(
            "an insert below its table", "CREATE TABLE p (id int, sin text);INSERT INTO p VALUES ", ",", ";", most: 23
        ) {
            "(\($0),'\(number($0))')"
        },
        Layout("prose", "", "", "", most: 110) { chatter + "SIN \(number($0)), " },
        Layout("a line of a log", "", " ", "", most: 50) { "2026-03-14 INFO user=ada sin=\(number($0)) ms=\($0 % 90)" },
        Layout("a script", "var a=1;", ";", "", most: 55) { "function f\($0)(a){return a+1}var sin=\"\(number($0))\"" },
        Layout("a table in HTML", "<table><tr><th>id</th><th>sin</th></tr>", "", "</table>", most: 46) {
            "<tr><td>\(7_000 + $0)</td><td>\(number($0))</td></tr>"
        },
    ]

    @Test(arguments: layouts)
    func `a stream finds in a line of megabytes what the whole text has`(layout: Layout) throws {
        let scan = try FarNamesTests.scan.get()
        let bytes = Array(Self.filled(layout.head, layout.separator, layout.tail, layout.item).utf8)
        let whole = bytes.withUnsafeBufferPointer { scan.matches(in: $0) }
        let count = whole.count { $0.detector == "ca_sin" }
        #expect(count >= bytes.count / layout.most)
        for size in [65_536, 1_000_003] {
            let isSame = Self.found(bytes, in: size, by: scan) == whole
            #expect(isSame, "in pieces of \(size)")
        }
    }

    @Test func `a list with values of two kinds names those of its own to the end`() throws {
        let scan = try FarNamesTests.scan.get()
        let text = Self.filled("{\"sin\":[", ",", "]}") {
            $0 % 2 == 0 ? "\"\(Self.number($0))\"" : "\"ada\($0)@contoso.com\""
        }
        let bytes = Array(text.utf8)
        let whole = bytes.withUnsafeBufferPointer { scan.matches(in: $0) }
        let (numbers, mails) = (whole.count { $0.detector == "ca_sin" }, whole.count { $0.detector == "email" })
        #expect(numbers > 60_000 && abs(numbers - mails) <= 1)
        let isSame = Self.found(bytes, in: 300_001, by: scan) == whole
        #expect(isSame)
    }

    @Test func `of two values that overlap at the edge of a window a stream takes the one that the whole text has`()
        throws
    {
        let scan = try FarNamesTests.scan.get()
        let value = "card 4012 8888 8888 1881, IBAN DE89 3704 0044 0532 0130 00, 536-22-1840 "
        for before in 0..<value.utf8.count {
            let text =
                String(repeating: "\n", count: ScanStream.window - before) + value
                + String(repeating: "\n", count: 70_000)
            let bytes = Array(text.utf8)
            let whole = bytes.withUnsafeBufferPointer { scan.matches(in: $0) }
            #expect(Self.found(bytes, in: bytes.count, by: scan) == whole, "\(before)")
        }
    }

    private static func found(_ bytes: [UInt8], in size: Int, by scan: TextScan) -> [Match] {
        var (stream, found) = (ScanStream(scan), [Match]())
        for start in stride(from: 0, to: bytes.count, by: size) {
            bytes[start..<min(start + size, bytes.count)].withUnsafeBufferPointer { found += stream.add($0) }
        }
        return found + stream.finish()
    }
}
