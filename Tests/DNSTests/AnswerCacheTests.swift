import Model
import Testing

@testable import DNS

struct AnswerCacheTests {
    private let start = ContinuousClock.now

    @Test func `never grows beyond its bound`() {
        var cache = AnswerCache()
        for number in 0..<(AnswerCache.capacity * 2 + 5) {
            cache.keep(.absent, of: DNSQuestion(.txt, "n\(number).test"), for: 300, at: start)
            #expect(cache.count <= AnswerCache.capacity)
        }
    }

    @Test func `what has expired makes room first`() {
        var cache = AnswerCache()
        cache.keep(.absent, of: DNSQuestion(.txt, "lasting.test"), for: 300, at: start)
        for number in 0..<AnswerCache.capacity {
            cache.keep(.absent, of: DNSQuestion(.txt, "n\(number).test"), for: 1, at: start)
        }
        #expect(cache.result(of: DNSQuestion(.txt, "lasting.test"), at: start) == nil)
        cache = AnswerCache()
        cache.keep(.absent, of: DNSQuestion(.txt, "lasting.test"), for: 300, at: start)
        for number in 1..<AnswerCache.capacity {
            cache.keep(.absent, of: DNSQuestion(.txt, "n\(number).test"), for: 1, at: start)
        }
        cache.keep(.absent, of: DNSQuestion(.txt, "late.test"), for: 1, at: start + .seconds(2))
        #expect(cache.result(of: DNSQuestion(.txt, "lasting.test"), at: start + .seconds(2)) == .absent)
        #expect(cache.count == 2)
    }

    @Test func `keeps nothing longer than an hour`() {
        var cache = AnswerCache()
        cache.keep(.absent, of: DNSQuestion(.txt, "a.test"), for: .max, at: start)
        #expect(cache.result(of: DNSQuestion(.txt, "a.test"), at: start + .seconds(3599)) == .absent)
        #expect(cache.result(of: DNSQuestion(.txt, "a.test"), at: start + .seconds(3600)) == nil)
        #expect(cache.count == 0)
    }
}
