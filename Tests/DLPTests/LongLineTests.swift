import Model
import Testing

@testable import DLP

/// Texts that have no line end for megabytes: what names a value stands parts of the text away.
struct LongLineTests {
    private static let numbers = FarNamesTests.numbers
    /// More than two parts.
    private static let size = 2 * TextRun.part + (1 << 18)

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
    func `finds in a line of megabytes what names its values`(layout: Layout) throws {
        let scan = try FarNamesTests.scan.get()
        let bytes = Array(Self.filled(layout.head, layout.separator, layout.tail, layout.item).utf8)
        let whole = bytes.withUnsafeBufferPointer { scan.matches(in: $0) }
        let count = whole.count { $0.detector == "ca_sin" }
        #expect(count >= bytes.count / layout.most)
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
    }

    @Test func `of values beside the edge of a part the same are found as anywhere else`() throws {
        let scan = try FarNamesTests.scan.get()
        let value = "card 4012 8888 8888 1881, IBAN DE89 3704 0044 0532 0130 00, 536-22-1840 "
        func found(behind lines: Int) -> [String] {
            scan.matches(in: String(repeating: "\n", count: lines) + value + String(repeating: "\n", count: 70_000))
                .map { "\($0.detector) \($0.range.lowerBound - lines) \($0.confidence)" }
        }
        let alone = found(behind: 4_096)
        #expect(alone.count > 1)
        for before in 0..<value.utf8.count { #expect(found(behind: TextRun.part - before) == alone, "\(before)") }
    }
}
