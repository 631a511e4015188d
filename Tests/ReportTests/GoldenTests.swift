import Foundation
import Model
import Testing

@testable import Report

struct GoldenTests {
    @Test(arguments: Format.allCases) func `writes each format as its golden file says`(format: Format) throws {
        try GoldenFile.expect(try Sample.write(format), equals: "instances-\(format.rawValue).\(format.fileExtension)")
    }
    @Test func `writes the first scan as its golden file says`() throws {
        try GoldenFile.expect(
            scanReport(Sample.summary, worst: [Sample.payroll, Sample.domain], style: .plain, index: Sample.index),
            equals: "scan-first.txt")
    }
    @Test func `writes the first scan on a narrow terminal with colours`() throws {
        let style = Style(palette: .many, width: 80, drawsBars: true)
        try GoldenFile.expect(
            scanReport(Sample.summary, worst: Sample.all, style: style, index: Sample.index),
            equals: "scan-first-80-colour.txt")
    }
    @Test func `writes a second scan as its golden file says`() throws {
        let second = Sample.summary {
            ($0.isFirst, $0.run, $0.remark, $0.requests, $0.firstRequests) = (false, 2, nil, 61, 412)
            ($0.opened, $0.openedCount, $0.resolvedCount, $0.unchangedCount) = (
                [Sample.domain, Sample.rule], 12, 2, 54
            )
            $0.finishedAt = $0.startedAt.addingTimeInterval(3)
        }
        try GoldenFile.expect(
            scanReport(second, worst: [], style: .plain, index: Sample.index), equals: "scan-second.txt")
    }
    @Test func `writes one finding as its golden file says`() throws {
        let history = [
            HistoryEntry(at: Sample.october, run: 1, change: .opened, evidence: ["owner": "Megan"]),
            HistoryEntry(
                at: Sample.october.addingTimeInterval(22 * 86_400), run: 9, change: .changed,
                evidence: ["owner": "Alex"]),
        ]
        let now = Sample.start.addingTimeInterval(180)
        let text = findingDetail(
            Sample.payroll, history: history, check: Sample.filePublicWrite, style: .plain, asOf: now)
        try GoldenFile.expect(text, equals: "finding.txt")
    }
    @Test func `writes the list of findings as its golden file says`() throws {
        try GoldenFile.expect(
            findingList(Sample.all, total: 56, style: .plain, asOf: Sample.start, index: Sample.index),
            equals: "findings.txt")
    }
    @Test func `writes the catalogue as its golden file says`() throws {
        try GoldenFile.expect(
            checkList(Sample.index.checks, style: .plain) + checkDetail(Sample.filePublicWrite, style: .plain),
            equals: "checks.txt")
    }
    @Test func `writes what the doctor says as its golden file says`() throws {
        let granted: Set<Permission> = [
            .userReadAll, .groupReadAll, .domainReadAll, .mailboxSettingsRead, .filesReadWriteAll,
        ]
        let contoso = Diagnosis(
            integration: "contoso",
            probes: [
                .init("token", .ok, "application, 58 min left"), .init("graph", .ok, "84 ms"),
                .init("dns", .failed, "127.0.0.53 does not answer"),
            ],
            grants: Diagnosis.grants(granted, integration: "contoso", index: Sample.index))
        let fabrikam = Diagnosis(
            integration: "fabrikam",
            probes: [
                .init("token", .failed, "the secret expired (AADSTS7000222)"), .init("graph", .unknown, "not tried"),
            ],
            grants: Diagnosis.grants(nil, integration: "fabrikam", index: Sample.index))
        try GoldenFile.expect(doctorReport([contoso, fabrikam], style: .plain), equals: "doctor.txt")
    }
}
