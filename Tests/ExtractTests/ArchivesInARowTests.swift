import Model
import Testing

/// Archives one behind the other: programs that unpack see the last one.
struct ArchivesInARowTests {
    private static let (first, second) = ("IBAN CH9300762011623852957\n", "IBAN DE89370400440532013000")

    private static let pairs: [(ZipWriter, ZipWriter)] = [
        (ZipWriter().adding("h.txt", first), ZipWriter().adding("v.txt", second)),
        (ZipWriter().adding("a.txt", first), ZipWriter().adding("a.txt", second)),
        (
            ZipWriter().adding("h.txt", String(repeating: "x", count: 1000)),
            ZipWriter().adding("v.txt", second + String(repeating: "y", count: 973))
        ),
        (ZipWriter().adding("h.txt", first).adding("i.txt", first), ZipWriter().adding("v.txt", second)),
        (ZipWriter().adding("h.txt", first), ZipWriter().adding("u.txt", "").adding("v.txt", second)),
    ]

    @Test(arguments: pairs.indices) func `are read as the last one`(number: Int) {
        let (first, second) = Self.pairs[number]
        let both = first.bytes + second.bytes
        for bytes in [both, second.bytes, Array("#!/bin/sh\n".utf8) + both] {
            let reading = Reading(bytes, named: "a.zip")
            #expect(reading.text.contains(Self.second))
            // Behind a text the first archive is neither text nor a member.
            #expect(reading.status == (bytes.starts(with: "#".utf8) ? .partial : .ok))
        }
    }

    /// The end record of an archive, with other numbers in it.
    private static func end(_ bytes: [UInt8], size: Int? = nil, start: Int? = nil) -> [UInt8] {
        var bytes = bytes
        let place = bytes.count - 22
        if let size { bytes.replaceSubrange((place + 12)..<(place + 16), with: u32(size)) }
        if let start { bytes.replaceSubrange((place + 16)..<(place + 20), with: u32(start)) }
        return bytes
    }

    @Test func `one whose end record lies about the directory is read whole`() {
        let bytes = ZipWriter().adding("a.txt", Self.first).adding("b.txt", Self.second).bytes
        for size in [0, 1, 51, 52, 1 << 20] {
            let reading = Reading(Self.end(bytes, size: size), named: "a.zip")
            #expect(reading.text.contains(Self.first) && reading.text.contains(Self.second), "\(size)")
        }
        let reading = Reading(Self.end(bytes, start: 1 << 20), named: "a.zip")
        #expect(reading.text.contains(Self.first) && reading.text.contains(Self.second))
    }

    /// With the records of zip64, and all numbers of the ordinary end record at their largest.
    private static func large(_ writer: ZipWriter) -> [UInt8] {
        let bytes = writer.bytes
        let (body, end) = (Array(bytes.dropLast(22)), Array(bytes.suffix(22)))
        let count = Array(end[10..<12]) + [UInt8](repeating: 0, count: 6)
        let (size, start) = (Array(end[12..<16]) + u32(0), Array(end[16..<20]) + u32(0))
        let record =
            u32(0x0606_4B50) + u32(44) + u32(0) + u16(45) + u16(45) + u32(0) + u32(0) + count + count + size + start
        let locator = u32(0x0706_4B50) + u32(0) + u32(body.count) + u32(0) + u32(1)
        let last = u32(0x0605_4B50) + u32(0) + u32(0xFFFF_FFFF) + u32(0xFFFF_FFFF) + u32(0xFFFF_FFFF) + u16(0)
        return body + record + locator + last
    }

    @Test(arguments: pairs.indices) func `of more than four gigabytes by their form are read too`(number: Int) {
        let (first, second) = Self.pairs[number]
        for before in [[], Array("#!/bin/sh\n".utf8), first.bytes, Self.large(first)] {
            let reading = Reading(before + Self.large(second), named: "a.zip")
            #expect(reading.status == .ok && reading.text.contains(Self.second))
        }
    }
}
