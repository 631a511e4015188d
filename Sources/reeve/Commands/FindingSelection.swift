import ArgumentParser
import Foundation
import Flows
import Model
import Posture
import Store

/// - Throws: wrong usage, before anything is opened.
func checkFindingID(_ id: String) throws {
    guard id.count >= 4, id.count <= 32, id.allSatisfy(\.isHexDigit) else {
        throw ValidationError(
            "an id is 4 to 32 hexadecimal digits, as reeve finding list shows them; \"\(id)\" is none")
    }
}

extension Workplace {
    /// The one instance whose fingerprint begins so, or one clear line.
    func instance(_ id: String, of integration: String? = nil) throws -> Instance {
        let matches = try store.instances(fingerprintPrefix: id.lowercased(), limit: 6)
            .filter { integration == nil || $0.integration == integration }
        guard let instance = matches.first else { throw Failure("there is no finding \(id) (reeve finding list)") }
        guard matches.count == 1 else {
            guard Set(matches.map(\.fingerprint)).count > 1 else {
                let names = matches.map(\.integration).joined(separator: ", ")
                throw Failure("\(id) is in several integrations (\(names)): say which with --integration")
            }
            let names = matches.prefix(5).map { String($0.fingerprint.prefix(12)) }.joined(separator: ", ")
            throw Failure(
                "\(id) is the beginning of several findings (\(names)\(matches.count > 5 ? ", …" : "")): give more digits"
            )
        }
        return instance
    }
}

/// Checks in one integration.
struct FindingSelection: ParsableArguments {
    @Argument(help: ArgumentHelp("The ids of checks.", valueName: "check")) var checks: [String]
    @Option(help: ArgumentHelp("In this integration; needed where there are several.", valueName: "name"))
    var integration: String?

    func validate() throws {
        guard !checks.isEmpty else { throw ValidationError("name at least one check (reeve check list)") }
        do {
            _ = try selectedChecks(checks)
        } catch {
            throw ValidationError("\(error)")
        }
    }

    func keys(in workplace: Workplace) throws -> [Finding.Key] {
        let integration = try workplace.theIntegration(integration)
        return try selectedChecks(checks).map { Finding.Key(integration: integration.id, check: $0.id) }
    }
}

/// Instances by their ids.
struct InstanceSelection: ParsableArguments {
    @Argument(help: ArgumentHelp("The ids as lists show them, or more digits of them.", valueName: "id"))
    var ids: [String]
    @Option(help: ArgumentHelp("In this integration; needed where two read the same tenant.", valueName: "name"))
    var integration: String?

    func validate() throws {
        guard !ids.isEmpty else { throw ValidationError("name at least one finding (reeve finding list)") }
        for id in ids { try checkFindingID(id) }
    }

    func keys(in workplace: Workplace) throws -> [InstanceKey] {
        try ids.map { id in
            let instance = try workplace.instance(id, of: integration)
            return InstanceKey(
                integration: try workplace.integration(named: instance.integration).id,
                fingerprint: instance.fingerprint)
        }
    }
}

extension Workplace {
    /// The integration of that name; without a name the only one there is.
    fileprivate func theIntegration(_ name: String?) throws -> Integration {
        if let name { return try integration(named: name) }
        let all = try store.integrations()
        guard let only = all.first else {
            throw Failure("there is no integration yet: add one with reeve integration add, or try reeve demo --once")
        }
        guard all.count == 1 else {
            let names = all.map(\.name).joined(separator: ", ")
            throw Failure("there are several integrations (\(names)): say which with --integration", status: 64)
        }
        return only
    }
}

/// Why, who and until when.
struct TermsOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Why; kept with the decision and shown wherever it counts.", valueName: "text"))
    var reason: String
    @Option(help: ArgumentHelp("More about it.", valueName: "text")) var comment: String?
    @Option(help: ArgumentHelp("Who answers for it.", valueName: "name")) var owner: String?
    @Option(
        name: [.customLong("expires"), .customLong("until")],
        help: ArgumentHelp("The last day of it; without one it has no end.", valueName: "date"))
    var expires: String?

    func validate() throws {
        let texts = [
            ("--reason", reason, FreeText.mostOfReason), ("--comment", comment, FreeText.mostOfComment),
            ("--owner", owner, FreeText.mostOfOwner),
        ]
        for (option, text, most) in texts where FreeText.cleaned(text ?? "", .lines).unicodeScalars.count > most {
            throw ValidationError("\(option) has more than \(most) characters: shorten it")
        }
        guard let expires else { return }
        guard let moment = ProtectWords.moment(expires) else {
            throw ValidationError("--expires has to be a date such as 2026-12-31; \"\(expires)\" is none")
        }
        guard moment > Date() else { throw ValidationError("--expires \(expires) is over already") }
    }

    var terms: Terms {
        Terms(reason: reason, comment: comment, owner: owner, expires: expires.flatMap { ProtectWords.moment($0) })
    }
}
