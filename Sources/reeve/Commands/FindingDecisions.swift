import ArgumentParser
import Flows
import Foundation
import Model
import Report
import Store

struct FindingIgnore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ignore", abstract: "Ignore a check in an integration: its instances no longer count.",
        discussion: """
            reeve finding ignore user-password-stale --reason "passwords do not age here" --owner "R. Haas" --expires 2027-06-30
            Instances found from then on join the ignored ones without a word. With --expires it counts again by itself.
            """)
    @OptionGroup var which: FindingSelection
    @OptionGroup var terms: TermsOptions
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        let keys = try which.keys(in: workplace)
        let result = try await workplace.decide.ignore(keys, terms.terms)
        Output.say("ignored \(Numbers.counted(result.changed, "finding"))\(try workplace.instancesOf(keys))")
        let place = which.integration.map { " --integration \($0.contains(" ") ? "\"\($0)\"" : $0)" } ?? ""
        Output.say("Next: reeve finding activate \(which.checks.joined(separator: " "))\(place)")
    }
}

struct FindingActivate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activate", abstract: "Let an ignored check count again.",
        discussion: "reeve finding activate user-password-stale")
    @OptionGroup var which: FindingSelection
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        let keys = try which.keys(in: workplace)
        let result = try await workplace.decide.activate(keys)
        guard result.changed > 0 else { throw Failure("nothing to activate: none of these is ignored") }
        Output.say("activated \(Numbers.counted(result.changed, "finding"))\(try workplace.instancesOf(keys))")
    }
}

/// A severity, or the catalogue's.
private enum Rank: ExpressibleByArgument {
    case severity(Severity)
    case standard

    init?(argument: String) {
        if argument == "default" {
            self = .standard
        } else if let severity = Severity(rawValue: argument) {
            self = .severity(severity)
        } else {
            return nil
        }
    }

    static var allValueStrings: [String] { Severity.allCases.map(\.rawValue) + ["default"] }
}

struct FindingSeverity: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "severity", abstract: "Rank checks differently in an integration.",
        discussion: """
            reeve finding severity app-not-attested mail-rule-forwards --to medium
            reeve finding severity app-not-attested --to default
            Hidden instances of a check that becomes graver are shown again.
            """)
    @OptionGroup var which: FindingSelection
    @Option(help: "critical, high, medium, low, or default for the catalogue's.") fileprivate var to: Rank
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        let keys = try which.keys(in: workplace)
        let severity: Severity? = if case .severity(let severity) = to { severity } else { nil }
        let result = try await workplace.decide.rank(keys, as: severity)
        Output.say("ranked \(Numbers.counted(result.changed, "finding")) anew")
        for key in keys {
            guard let finding = try workplace.store.finding(key) else { continue }
            let note = finding.severity == finding.defaultSeverity ? ", the default" : ""
            Output.say("\(finding.check) is \(finding.severity.rawValue) in \(finding.integration)\(note)")
        }
    }
}

struct FindingHide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hide", abstract: "Hide instances: they no longer count.",
        discussion: """
            reeve finding hide 616b 48d4 --reason "event material" --owner "R. Haas" --expires 2026-12-31
            They come back by themselves when the exception ends, when the check becomes graver, or when the thing gets worse.
            """)
    @OptionGroup var which: InstanceSelection
    @OptionGroup var terms: TermsOptions
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        let result = try await workplace.decide.hide(try which.keys(in: workplace), terms.terms)
        guard result.changed > 0 else { throw Failure("nothing to hide: these are resolved") }
        Output.say("hid \(Numbers.counted(result.changed, "instance"))")
        Output.say("Next: reeve finding list --status hidden")
    }
}

struct FindingUnhide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unhide", abstract: "Show hidden instances again.", discussion: "reeve finding unhide 616b")
    @OptionGroup var which: InstanceSelection
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        let result = try await workplace.decide.unhide(try which.keys(in: workplace))
        guard result.changed > 0 else { throw Failure("nothing to show: none of these is hidden") }
        Output.say("\(Numbers.counted(result.changed, "instance")) active again")
    }
}

extension Workplace {
    fileprivate var decide: Decide { Decide(in: store, Deed(by: whoAsks(), at: Date())) }

    /// ` with 12 active instances`.
    fileprivate func instancesOf(_ keys: [Finding.Key]) throws -> String {
        let count = try keys.compactMap { try store.finding($0)?.active }.reduce(0, +)
        return " with \(Numbers.counted(count, "instance"))"
    }
}
