import Model
import Testing

@testable import Report

struct VisibleTextTests {
    @Test(arguments: [
        ("plain name", "plain name"), ("Adèle Vance 日本 👩‍💻", "Adèle Vance 日本 👩‍💻"), ("a\u{1B}[31mb", "a␛[31mb"),
        ("a\nb\tc\r", "a⏎b␉c␍"),
        ("\u{7F}\u{9B}2J", "␡<U+009B>2J"), ("a\u{202E}b", "a<U+202E>b"), ("a\u{200B}b\u{FEFF}", "a<U+200B>b<U+FEFF>"),
        ("\u{E0041}", "<U+E0041>"), ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("ad\u{200C}min", "ad<U+200C>min"),
        ("line\u{2028}", "line<U+2028>"),
    ]) func `shows what would disturb a terminal instead of obeying it`(text: String, shown: String) {
        #expect(VisibleText.of(text) == shown)
    }

    /// Every scalar that exists, so that no list of examples decides.
    @Test func `lets no control, no direction mark and no line separator through`() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isControl = scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(value)
            let isInvisible =
                (0x2066...0x2069).contains(value) || value == 0x2028 || value == 0x2029 || value == 0x200E
                || value == 0x200F
            guard isControl || isInvisible else { continue }
            let shown = VisibleText.of("a" + String(scalar) + "b")
            #expect(!shown.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
        }
    }

    @Test(arguments: [Style.plain, Style(palette: .many, width: 80, drawsBars: true)])
    func `keeps every report of a hostile tenant free of raw controls`(style: Style) throws {
        let summary = Sample.summary {
            $0.tenantName = "Evil\u{1B}]0;owned\u{7}"
            $0.notes = ["note\u{202E}\u{9B}5m"]
            $0.coverage.append(.init(.dns, .error, subjects: 1, detail: "x\u{1B}[2J", example: "\u{202E}moc.liam"))
        }
        let second = Sample.summary {
            ($0.isFirst, $0.tenantName, $0.integration) = (false, "\u{1B}[1m", "\u{9B}x")
        }
        var hostile = Sample.hostile
        hostile.resource.location = "\u{1B}[8m hidden"
        hostile.check = "\u{1B}[8mcheck"
        let reports = [
            scanReport(summary, worst: [hostile], style: style, index: Sample.index),
            scanReport(second, worst: [], style: style, index: Sample.index),
            findingList([hostile, Sample.hostile], style: style, asOf: Sample.start, index: Sample.index),
            findingDetail(hostile, history: [], check: nil, style: style, asOf: Sample.start),
            findingDetail(
                Sample.hostile, history: [], check: Sample.mailRuleForwards, style: style, asOf: Sample.start),
            doctorReport(
                [.init(integration: "\u{1B}[m", probes: [.init("graph", .failed, "\u{1B}[2J")], grants: [])],
                style: style),
            try Sample.write(.table, [hostile, Sample.hostile]), try Sample.write(.csv, [hostile, Sample.hostile]),
            try Sample.write(.json, [hostile], [summary]), try Sample.write(.jsonl, [hostile]),
            try Sample.write(.ocsf, [hostile]),
            try Sample.write(.sarif, [hostile], [summary]), try Sample.write(.html, [hostile], [summary]),
        ]
        for report in reports {
            let withoutColours = report.replacing(/\u{1B}\[[0-9;]*m/, with: "")
            let own = style.palette == .none ? report : withoutColours
            let bad = own.unicodeScalars.filter { $0 != "\n" && $0 != "\r" && VisibleText.isUnsafe($0) }
            #expect(bad.isEmpty, "\(bad.map { String($0.value, radix: 16) }) in \(own.debugDescription.prefix(300))")
            #expect(report.contains("␛") || report.contains("\\u001b"), "the hostile text itself is shown")
        }
    }
}
