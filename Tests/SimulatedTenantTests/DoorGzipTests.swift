import Foundation
import Testing

@testable import SimulatedTenant

struct DoorGzipTests {
    @Test func `sums as the standard's check value says`() {
        #expect(Gzip.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(Gzip.checksum([]) == 0)
    }

    @Test(arguments: [1, 1024, 65535, 65536, 200_000])
    func `keeps every byte`(count: Int) throws {
        let body = (0..<count).map { UInt8(truncatingIfNeeded: Mix.bits(UInt64($0))) }
        var rest = Gzip.stored(body)[...]
        #expect(rest.prefix(3) == [0x1F, 0x8B, 8])
        rest = rest.dropFirst(10)
        var read: [UInt8] = []
        var isLast = false
        while !isLast {
            isLast = rest.removeFirst() == 1
            let length = Int(rest.removeFirst()) | Int(rest.removeFirst()) << 8
            let inverse = Int(rest.removeFirst()) | Int(rest.removeFirst()) << 8
            #expect(length ^ inverse == 0xFFFF)
            read += rest.prefix(length)
            rest = rest.dropFirst(length)
        }
        #expect(read == body)
        #expect(rest.count == 8)
    }

    @Test func `is used where the client takes it and the body is worth it`() {
        let long = [UInt8](repeating: 0, count: 2000)
        #expect(Gzip.isWorthIt(for: long, acceptEncoding: "deflate, gzip;q=0.9"))
        #expect(!Gzip.isWorthIt(for: long, acceptEncoding: "gzip;q=0"))
        #expect(!Gzip.isWorthIt(for: long, acceptEncoding: "br"))
        #expect(!Gzip.isWorthIt(for: long, acceptEncoding: nil))
        #expect(!Gzip.isWorthIt(for: [1], acceptEncoding: "gzip"))
    }
}
