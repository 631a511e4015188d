import Foundation
import Testing

@testable import Graph

struct ISODateTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2024-02-29T23:59:59Z", 1_709_251_199),
            ("2026-03-01T03:04:54Z", 1_772_334_294),
            ("2026-03-01T03:04:54.5Z", 1_772_334_294.5), ("2026-03-01T03:04:54.1234567Z", 1_772_334_294.1234567),
            ("2026-03-01T05:04:54+02:00", 1_772_334_294), ("2026-02-28T22:34:54-04:30", 1_772_334_294),
            ("2026-03-01T03:04:54", 1_772_334_294),
            ("2026-03-01", 1_772_323_200), ("0001-01-01T00:00:00Z", -62_135_596_800),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
            ("1969-12-31T23:59:59z", -1), ("2000-02-29T00:00:00Z", 951_782_400),
        ] as [(String, Double)])
    func `reads a time as Graph writes it`(text: String, seconds: Double) throws {
        let date = try #require(isoDate(text))
        #expect(abs(date.timeIntervalSince1970 - seconds) < 1e-6)
    }

    @Test(arguments: [
        "", "2026", "2026-03", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-03-32T00:00:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T00:60:00Z", "2026-03-01T00:00:61Z", "2026-03-01T00:00:00.Z", "2026-03-01T00:00:00Zx",
        "2026-03-01T00:00:00+2",
        "1/3/2026", "yesterday", "2026-3-1T00:00:00Z", "１９７０-01-01T00:00:00Z", "2026-03-01T00:00", "1900-02-29",
    ])
    func `takes anything else for no time`(text: String) { #expect(isoDate(text) == nil) }

    @Test func `agrees with the system's calendar on every day of eight centuries`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "GMT"))
        for day in stride(from: -100_000, to: 200_000, by: 37) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let text = [parts.year ?? 0, parts.month ?? 0, parts.day ?? 0].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(
                separator: "-")
            #expect(isoDate(text) == date)
        }
    }
}
