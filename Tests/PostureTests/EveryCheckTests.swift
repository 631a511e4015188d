import Foundation
import Model
import Testing

@testable import Posture

struct EveryCheckTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let specification = root.appending(path: "../shared/spec/findings.md").standardizedFileURL

    @Test func `ids are unique`() {
        #expect(Set(Check.all.map(\.id)).count == Check.all.count)
        #expect(Set(Check.all.map(\.title)).count == Check.all.count)
    }

    @Test func `every declared check is listed, and its id is its name`() throws {
        let declared = try declaredNames().map(kebabCase).sorted()
        #expect(declared == Check.all.map(\.id).sorted())
    }

    @Test(arguments: [
        ("domainSPFMissing", "domain-spf-missing"), ("userFIDO2Unattested", "user-fido2-unattested"),
        ("userDisabled", "user-disabled"),
    ])
    func `a name in Swift spells an id`(name: String, id: String) { #expect(kebabCase(name) == id) }

    @Test(arguments: Check.all) func `says why it matters, how to fix it and where it is documented`(check: Check) {
        #expect((60...600).contains(check.why.count) && check.why.hasSuffix("."))
        #expect(check.fix.count >= 2 && check.fix.allSatisfy { $0.count > 20 && $0.hasSuffix(".") })
        #expect(Set(check.fix).count == check.fix.count)
        #expect(!check.references.isEmpty && Set(check.references).count == check.references.count)
        for reference in check.references {
            let host = URL(string: reference)?.host() ?? ""
            #expect(reference.hasPrefix("https://") && ["learn.microsoft.com", "www.rfc-editor.org"].contains(host))
        }
        #expect(!check.collectors.isEmpty && !check.subjects.isEmpty)
    }

    @Test(arguments: Check.all) func `says the fix in one short clause`(check: Check) {
        #expect((10...58).contains(check.remedy.count), "\(check.remedy.count) characters")
        #expect(check.remedy.first?.isLowercase == true && check.remedy.last != ".")
        #expect(!check.remedy.contains { $0.isNewline } && !check.fix.contains(check.remedy))
    }

    @Test(arguments: Check.all) func `finds what is wrong and says so in a short sentence`(check: Check) throws {
        let entity = try #require(Weak.entity(for: check))
        guard case .found(let evidence) = check.outcome(for: entity, in: Contoso.tenant) else {
            Issue.record("\(check.outcome(for: entity, in: Contoso.tenant))")
            return
        }
        #expect(!evidence.values.isEmpty)
        #expect(
            evidence.values.keys.allSatisfy {
                $0.first?.isLowercase == true && $0.allSatisfy { $0.isLetter || $0.isNumber }
            })
        let sentence = check.sentence(evidence)
        #expect((4...70).contains(sentence.count), "\(sentence)")
        #expect(!sentence.hasSuffix(".") && !sentence.contains("\n"))
    }

    @Test(arguments: Check.all) func `has a sentence for evidence without any key it knows`(check: Check) {
        #expect(!check.sentence([:]).isEmpty)
        #expect(!check.sentence(["ruleName": .number(3), "errors": "text", "expires": .none, "policy": []]).isEmpty)
    }

    @Test(arguments: Check.all) func `is unknown, not clear, without its permissions`(check: Check) throws {
        let entity = try #require(Weak.entity(for: check))
        var tenant = Contoso.tenant
        tenant.permissions = []
        #expect(check.outcome(for: entity, in: tenant) == .unknown("needs \(check.collectors[0].permissions[0])"))
        tenant.permissions = Set(check.permissions)
        guard case .found = check.outcome(for: entity, in: tenant) else {
            Issue.record("needs more than the permissions it names")
            return
        }
    }

    @Test(arguments: Check.all) func `does not change its outcome when run twice`(check: Check) throws {
        let entity = try #require(Weak.entity(for: check))
        #expect(check.outcome(for: entity, in: Contoso.tenant) == check.outcome(for: entity, in: Contoso.tenant))
        #expect(check.due(for: entity, in: Contoso.tenant) == check.due(for: entity, in: Contoso.tenant))
    }

    @Test(arguments: Check.all) func `is unknown about what it is not asked about`(check: Check) {
        guard case .unknown = check.outcome(for: Group(id: "g"), in: Contoso.tenant) else {
            Issue.record("answered about a group")
            return
        }
    }

    /// A due moment is when the answer differs, and not a second earlier.
    @Test(arguments: Check.all) func `changes its answer at the moment it is due`(check: Check) throws {
        let entity = try #require(Weak.entity(for: check))
        var tenant = Contoso.tenant
        tenant.asOf = Contoso.moment("2020-01-01T00:00:00Z")
        var steps = 0
        while let due = check.due(for: entity, in: tenant), steps < 5 {
            #expect(due > tenant.asOf)
            let before = outcome(of: check, entity, tenant, at: tenant.asOf)
            #expect(outcome(of: check, entity, tenant, at: due.addingTimeInterval(-1)) == before)
            #expect(outcome(of: check, entity, tenant, at: due) != before)
            tenant.asOf = due
            steps += 1
        }
        #expect(steps < 5)
    }

    private func outcome(of check: Check, _ entity: any Entity, _ tenant: Tenant, at moment: Date) -> Outcome {
        var tenant = tenant
        tenant.asOf = moment
        return check.outcome(for: entity, in: tenant)
    }

    @Test func `every option changes some check`() {
        #expect(Set(Check.all.flatMap(\.options)) == Set(CheckOptions.CodingKeys.allCases))
    }

    @Test func `the profile of CIS switches off the two checks on password age, and nothing else`() {
        let off = Check.all.filter { !$0.isOn(in: .cis) }.map(\.id)
        #expect(off == ["user-password-never-expires", "user-password-stale"])
        #expect(Check.all.filter { $0.options.contains(.policyProfile) }.map(\.id) == off)
        #expect(Check.all.allSatisfy { $0.isOn(in: .casb) })
    }

    @Test func `a check is found by its id`() {
        #expect(Check.named("file-public-write")?.severity == .critical)
        #expect(Check.named("file-publc-write") == nil)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: specification.path), "needs ../shared"))
    func `ids, titles, severities and order are those of the specification`() throws {
        let text = try String(contentsOf: Self.specification, encoding: .utf8)
        let heading = /## `([a-z0-9-]+)` · [A-Z]+-[0-9]+ (.+) \((Critical|High|Medium|Low)[;)].*/
        let specified = text.split(separator: "\n").compactMap { try? heading.wholeMatch(in: $0)?.output }
        #expect(specified.count == 34)
        #expect(
            specified.map { "\($0.1) \($0.2) \($0.3.lowercased())" }
                == Check.posture.map { "\($0.id) \($0.title) \($0.severity.rawValue)" })
    }

    /// The checks that the sources declare, in no order.
    private func declaredNames() throws -> [String] {
        let folder = Self.root.appending(path: "Sources/Posture").resolvingSymlinksInPath()
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".swift") && $0.contains("/")
        }
        return try files.flatMap { file in
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            return text.matches(of: /\ {4}public static let (\w+) =/).map { String($0.1) }
        }
    }

    /// `domainSPFMissing` is `domain-spf-missing`: a capital begins a word, and a row of capitals and digits is one.
    private func kebabCase(_ name: String) -> String {
        name.replacing(/([a-z])([A-Z])/) { "\($0.1)-\($0.2)" }.replacing(/([A-Z0-9])([A-Z][a-z])/) { "\($0.1)-\($0.2)" }
            .lowercased()
    }
}
