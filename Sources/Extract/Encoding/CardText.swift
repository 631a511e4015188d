/// Business cards and calendars of the old versions (vCard 2.1, vCalendar 1.0), whose values may be quoted-printable.
enum CardText {
    /// - Parameter text: UTF-8.
    /// - Returns: the same with those values decoded; nil where there are none.
    static func decoded(_ text: [UInt8]) -> [UInt8]? {
        let head = text.prefix(64).drop { $0 <= 0x20 }.prefix(8)
        guard String(decoding: head, as: UTF8.self).uppercased() == "BEGIN:VC" else { return nil }
        var out: [UInt8] = []
        var place = 0
        while place < text.count {
            let end = lineEnd(text, from: place)
            if let colon = text[place..<end].firstIndex(of: UInt8(ascii: ":")),
                let name = quotedName(text[place..<colon])
            {
                let last = valueEnd(text, from: end)
                let value = TransferEncoding.quotedPrintable(text[(colon + 1)..<last])
                out += text[place...colon]
                out += TextEncoding.decode(value, named: charset(name))
                place = last
            } else {
                out += text[place..<min(end + 1, text.count)]
                place = end + 1
            }
        }
        return out
    }

    private static func lineEnd(_ text: [UInt8], from place: Int) -> Int {
        text[min(place, text.count)...].firstIndex(of: 0x0A) ?? text.count
    }

    /// The name and parameters of a property, in capitals; nil where its value is not quoted.
    private static func quotedName(_ bytes: ArraySlice<UInt8>) -> String? {
        let name = String(decoding: bytes.prefix(512), as: UTF8.self).uppercased()
        return name.contains("QUOTED-PRINTABLE") ? name : nil
    }

    /// A line that ends with an equals sign goes on in the next one.
    private static func valueEnd(_ text: [UInt8], from end: Int) -> Int {
        var end = end
        while end < text.count, text[..<end].last(where: { $0 != 0x0D && $0 != 0x20 }) == UInt8(ascii: "=") {
            end = lineEnd(text, from: end + 1)
        }
        return end
    }

    private static func charset(_ name: String) -> String? {
        guard let mark = name.firstRange(of: "CHARSET=") else { return nil }
        return String(name[mark.upperBound...].prefix { $0 != ";" })
    }
}
