import ArgumentParser
import Flows
import Foundation
import Graph
import Model
import Report
import Store

/// `reeve doctor`: does the connection work, what may it read, and what is missing.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Configuration, reachability, permissions granted against permissions needed.",
        discussion: "reeve doctor contoso")
    @Argument(help: "The name of an integration; all of them without it.") var integration: String?
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        let chosen = try integration.map { [try workplace.integration(named: $0)] } ?? workplace.store.integrations()
        let isNeeded = chosen.contains { !$0.dlpProfiles.isEmpty }
        let documents = await documents(workplace, whereItFails: isNeeded ? .failed : .unknown)
        var diagnoses = [
            Diagnosis(integration: "this machine", probes: [documents], grants: []),
            Diagnosis(integration: "tables", probes: tables(workplace), grants: []),
        ]
        for integration in chosen { diagnoses.append(await diagnose(integration, in: workplace)) }
        Output.write(doctorReport(diagnoses, style: options.style))
        if chosen.isEmpty {
            Output.write(
                "data folder  \(workplace.home.path)\nNo integration yet.\nNext: reeve integration add --help · reeve demo --once\n"
            )
        }
        if diagnoses.contains(where: { $0.probes.contains { $0.state == .failed } }) { throw ExitCode(1) }
    }

    private func diagnose(_ integration: Integration, in workplace: Workplace) async -> Diagnosis {
        do {
            return try await Connection.with(integration, in: workplace) { connection in
                var (probes, token) = await self.token(connection.graph)
                if token != nil { probes.append(await graph(connection.graph, integration)) }
                probes.append(await dns(connection.resolve, integration))
                let granted = token.flatMap { $0.isOpaque ? nil : $0.permissions }
                return Diagnosis(
                    integration: integration.name, probes: probes,
                    grants: Diagnosis.grants(granted, integration: integration.name))
            }
        } catch {
            return Diagnosis(integration: integration.name, probes: [.init("setup", .failed, "\(error)")], grants: [])
        }
    }

    /// Whether files can be read for DLP profiles, and behind which walls.
    private func documents(_ workplace: Workplace, whereItFails state: Diagnosis.Probe.State) async -> Diagnosis.Probe {
        let reader = DocumentReader.installed(workplace.settings.documents)
        let outcome = await DocumentCheck(reader).run()
        await reader.stop()
        switch outcome {
        case .works(let walls): return .init("documents", .ok, "reeve-extract has read a sample; \(walls)")
        case .fails(let why): return .init("documents", state, why)
        }
    }

    /// Which lists are in use, and which files cannot be.
    private func tables(_ workplace: Workplace) -> [Diagnosis.Probe] {
        var troubles = OwnTables.take(from: workplace.home)
        let known = OwnTables.all.map { table -> Diagnosis.Probe in
            if let trouble = troubles.removeValue(forKey: table.name) { return .init(table.name, .failed, trouble) }
            let origin = table.origin
            return .init(
                table.name, .ok, "\(table.isReplaced ? "own" : "built in"), \(origin.version), \(origin.date)")
        }
        return known + troubles.sorted { $0.key < $1.key }.map { .init($0.key, .failed, $0.value) }
    }

    private func token(_ graph: GraphClient) async -> ([Diagnosis.Probe], TokenFacts?) {
        do {
            let token = try await graph.token()
            let minutes = max(0, Int(token.expiresAt.timeIntervalSinceNow / 60))
            if token.isConsentMissing {
                return (
                    [
                        .init(
                            "token", .failed,
                            "issued, but no permission is granted: an administrator has to consent (this may take some minutes to spread)"
                        )
                    ], token
                )
            }
            let kind = token.isDelegated ? "delegated (sees only what the person who signed in may see)" : "application"
            return ([.init("token", .ok, "\(kind), \(minutes) min left")], token)
        } catch {
            return ([.init("token", .failed, "\(error)")], nil)
        }
    }

    private func graph(_ graph: GraphClient, _ integration: Integration) async -> Diagnosis.Probe {
        let start = ContinuousClock.now
        do {
            let organization = try await graph.page(of: .organization, for: ()).kept.first
            let took = Int((ContinuousClock.now - start) / .milliseconds(1))
            guard let organization, organization.id.lowercased() == integration.tenantID else {
                return .init("graph", .failed, "answers for another tenant (\(organization?.id ?? "none"))")
            }
            return .init("graph", .ok, "\(took) ms")
        } catch {
            return .init("graph", .failed, "\(error)")
        }
    }

    /// Any answer will do, also that there is no such name.
    private func dns(_ resolve: Resolve, _ integration: Integration) async -> Diagnosis.Probe {
        let server = integration.dns ?? "the system's servers"
        let name =
            (try? Workplace(options).store.entities(Domain.self, of: integration.id, limit: 1).first?.id)
            ?? "microsoft.com"
        switch await resolve(DNSQuestion(.txt, name)).result {
        case .records, .absent: return .init("dns", .ok, server)
        case .failed(let why): return .init("dns", .failed, "\(server): \(why)")
        }
    }
}
