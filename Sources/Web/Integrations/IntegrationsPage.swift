import Flows
import Foundation
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    /// `GET /integrations`.
    func integrationsPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.somebody
        let all = try store.integrations()
        let asked = try PageRequest<Turn<ListPlace>>(request)
        let slice = all.page(asked.seek(), limit: asked.limit, id: \.name)
        let rows = try slice.elements.map(\.element).map { integration -> [String: Any] in
            var row = try IntegrationView(integration, self, in: visitor.zone).values
            row["coverage"] = CoverageView(try store.balance(of: integration.id)).values
            row["counts"] = try severities(of: integration)
            return row
        }
        let view: [String: Any] = [
            "rows": rows, "isEmpty": rows.isEmpty, "mayAdd": visitor.role >= .administrator,
            "pages": Self.pages(slice, of: all.count, "/integrations"),
            "sub":
                "\(Numbers.counted(all.count, "connection to a Microsoft 365 tenant", plural: "connections to Microsoft 365 tenants")). Each one feeds posture, directory and labels.",
        ]
        return try show(
            Page(section: .integrations, title: "Integrations", template: .integrations, view: view), request, context)
    }

    /// For a section around the partial `pager`; false where all stand on the page.
    static func pages(_ slice: Slice<Placed<Integration>>, of count: Int, _ path: String) -> Any {
        guard slice.elements.count < count else { return false }
        let words = "\(slice.elements.count) of \(Numbers.counted(count, "integration"))"
        return ["pager": slice.pager(path, [], words: words, \.place)]
    }

    /// Active instances of findings that are not ignored, each a link to them; empty before the first scan, when nobody knows.
    private func severities(of integration: Integration) throws -> [[String: Any]] {
        let all = try store.findings(of: integration.id)
        guard !all.isEmpty else { return [] }
        let findings = all.filter { $0.status == .active }
        return Severity.allCases.map { severity in
            let count = findings.filter { $0.severity == severity }.map(\.active).reduce(0, +)
            return [
                "word": severity.rawValue, "count": Numbers.grouped(count), "isNone": count == 0,
                "link": "\(Link("/findings", ["integration": integration.name, "severity": severity.rawValue]))",
            ]
        }
    }

    /// `GET /settings/directories`: the configured directories.
    func directoriesPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.somebody
        let all = try store.integrations()
        let asked = try PageRequest<Turn<ListPlace>>(request)
        let slice = all.page(asked.seek(), limit: asked.limit, id: \.name)
        let rows = try slice.elements.map(\.element).map { integration -> [String: Any] in
            var row = try IntegrationView(integration, self, in: visitor.zone).values
            let hasRead = row["synced"] != nil
            let sizes = try directorySizes(integration)
            row["users"] = hasRead ? sizes.users.words : "unknown"
            row["groups"] = hasRead ? sizes.groups.words : "unknown"
            row["protected"] = Numbers.bounded(
                try members.protectedUsers(of: integration.id, in: store, at: now(), upTo: countedAtMost))
            return row
        }
        let typed = try store.protectionCounts(in: nil).values.reduce(0, +)
        let view: [String: Any] = [
            "rows": rows, "typed": Numbers.grouped(typed), "mayAdd": visitor.role >= .administrator,
            "maySync": visitor.role >= .analyst,
            "pages": Self.pages(slice, of: all.count, "/settings/directories"),
        ]
        return try show(
            Page(section: .directories, title: "Directories", template: .directories, view: view), request, context)
    }

    /// `GET /integrations/{name}`.
    func integrationPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let (integration, visitor) = (try askedIntegration(context), try context.somebody)
        let own = try IntegrationView(integration, self, in: visitor.zone)
        var view = own.values
        view["tenantID"] = integration.tenantID
        view["clientID"] = integration.clientID
        view["credential"] = Self.words(of: integration.credential)
        view["graphURL"] = integration.graphURL
        view["loginURL"] = integration.loginURL
        view["coverage"] = CoverageView(try store.balance(of: integration.id)).values
        view["coverageLink"] = "\(Link("/coverage", ["integration": integration.name]))"
        view["rows"] =
            PermissionRows(
                own.needed, granted: own.schedule.granted, isLimited: integration.isLimited
            ).values
        view["grantedAt"] = own.schedule.grantedAt.map { TimeView($0, asOf: now(), in: visitor.zone) }
        view["missing"] = own.missing.flatMap { $0.isEmpty ? nil : $0.map(\.rawValue).joined(separator: ", ") }
        view["frequencies"] = SyncFrequency.allCases.map {
            ["word": $0.word, "title": $0.title, "isChosen": $0 == integration.syncFrequency] as [String: Any]
        }
        view["features"] = Feature.allCases.filter {
            $0 != .remediation && !(integration.isLimited && Feature.ofAppAlone.contains($0))
        }
        .map {
            [
                "id": $0.rawValue, "title": $0.title, "isOn": integration.usedFeatures.contains($0),
                "isFixed": $0 == .directory,
            ] as [String: Any]
        }
        view["profiles"] = try profileChoices(integration.dlpProfiles, for: integration.name)
        view["usedProfiles"] = integration.dlpProfiles.map {
            ["profile": $0, "profileLink": "\(ContentProfile.page(of: $0))"]
        }
        view["isReadWrite"] = integration.mode == .readWrite
        view["isAnalyst"] = visitor.role >= .analyst
        view["isAdministrator"] = visitor.role >= .administrator
        view["isDelegated"] = integration.isLimited
        view["lender"] = try lender(of: integration)
        view["gaps"] = AddView.gaps
        let runs = try runs(of: integration, in: visitor.zone)
        view["runs"] = runs
        view["progress"] = own.job.map(progress)
        view["hasRuns"] = !runs.isEmpty
        view["lastTry"] = shown(try lastTry(of: integration, in: visitor.zone))
        return try show(
            Page(
                section: .integrations, title: integration.name,
                crumbs: [.init("CASB"), .init("Integrations", Link("/integrations")), .init(integration.name)],
                template: .integration, view: view), request, context)
    }

    private static func words(of kind: Integration.CredentialKind) -> String {
        switch kind {
        case .secret: "client secret, kept encrypted"
        case .certificate: "certificate, kept encrypted"
        case .refreshToken: "on behalf of a person (limited), kept encrypted"
        }
    }

    /// A try that failed later than the last run that read something: it may have ended before there was a run.
    private func lastTry(of integration: Integration, in zone: TimeZone) throws -> [String: Any]? {
        let schedule = try store.schedule(of: integration.id)
        guard let failed = schedule.failedAt, let why = schedule.trouble else { return nil }
        let last = try store.runs(integration.id, limit: 1).first
        guard (last?.startedAt ?? .distantPast) < failed else { return nil }
        return [
            "state": StateView(.bad, "The last try failed"), "time": TimeView(failed, asOf: now(), in: zone),
            "sentence": why.sentence,
        ]
    }

    private func runs(of integration: Integration, in zone: TimeZone) throws -> [[String: Any]] {
        try runs(of: integration, limit: 10).map { run, outcome in
            var row: [String: Any] = [
                "number": Numbers.grouped(run.number), "what": run.kind == .scan ? "Scan" : "Sync",
                "requests": Numbers.grouped(run.requests), "opened": Numbers.grouped(run.opened),
                "resolved": Numbers.grouped(run.resolved), "started": TimeView(run.startedAt, asOf: now(), in: zone),
            ]
            let took = run.finishedAt.map { Numbers.span($0.timeIntervalSince(run.startedAt)) }
            row["took"] = outcome == .running ? "under way" : took ?? "cut off"
            return row
        }
    }

    /// Syncs and scans, newest first, each with how it ended.
    func runs(of integration: Integration, limit: Int) throws -> [(Run, RunOutcome)] {
        let isBusy = jobs.standing(of: integration.id) != nil
        return try store.runs(integration.id, ofAnyEnd: true, limit: limit).enumerated().map { place, run in
            (run, run.finishedAt != nil ? .finished : place == 0 && isBusy ? .running : .cutOff)
        }
    }

    private func progress(_ job: JobStanding) -> [String: Any] {
        let waits = job.waitsUntil.map { $0.timeIntervalSince(now()) }.flatMap { $0 > 0 ? $0 : nil }
        let rows = job.stages.enumerated().map { place, stage -> [String: Any] in
            let isLast = place == job.stages.count - 1
            var row: [String: Any] = [
                "what": stage.stage.prefix(1).uppercased() + stage.stage.dropFirst(),
                "done": Numbers.grouped(stage.done), "unit": stage.unit,
                "state": !isLast
                    ? StateView(.ok, "Done")
                    : waits.map { StateView(.off, "Microsoft asks to wait \(Numbers.span($0))") }
                        ?? StateView(.run, "Running"),
            ]
            row["total"] = stage.total.map { Numbers.grouped($0) } ?? "unknown"
            if isLast, let total = stage.total, total > 0 {
                row["max"] = "\(total)"
                row["value"] = "\(min(stage.done, total))"
            }
            return row
        }
        return ["rows": rows, "isWaiting": job.startedAt == nil, "words": job.stageWords ?? "has not begun yet"]
    }
}

/// How a run ended.
enum RunOutcome: String, CaseIterable {
    case finished, running
    /// Stopped by somebody, or by the end of Reeve itself.
    case cutOff
}
