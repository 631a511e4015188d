import Flows
import HTTPTypes
import Hummingbird
import Store

extension WebServer {
    /// Findings, their instances, and the decisions about both.
    var findingRoutes: [Route] {
        [
            .page("/findings", for: .viewer, findingsPage),
            .page("/findings/export", for: .viewer, exportFindings),
            .api(.get, "/api/v1/instances/export", for: .viewer, .exportInstances, exportInstances),
            .page("/findings/{check}", for: .viewer, findingPage),
            .page("/instances", for: .viewer, instancesPage),
            .page("/instances/export", for: .viewer, exportInstances),
            .page("/instances/{fingerprint}", for: .viewer, instancePage),
            .form("/findings/ignore", for: .analyst, decide(.ignore)),
            .form("/findings/activate", for: .analyst, decide(.activate)),
            .form("/findings/severity", for: .analyst, decide(.severity)),
            .form("/findings/owner", for: .analyst, decide(.owner)),
            .form("/findings/undo", for: .analyst, undoDecision),
            .form("/instances/hide", for: .analyst, decide(.hide)),
            .form("/instances/unhide", for: .analyst, decide(.unhide)),
        ]
    }

    /// Findings as they are now, for a page that shows those of an integration or, with nil, of all: what is missing is put together once for all
    /// who wait for it.
    func book(of integration: Int?) async throws -> FindingBook {
        if integration == nil { await gatherPictures() }
        return try await book()
    }

    /// Puts together what lists and the overview say of each integration, so that the first visitor finds it.
    public func gatherPictures() async { await pictures.gather(in: store, today: dayNumber(now())) }

    /// Findings as they are now.
    func book() async throws -> FindingBook { try await FindingBook(store, at: now(), keeping: pictures) }

    /// The same for programs.
    var findingAPIRoutes: [Route] {
        [
            .api(.get, "/api/v1/checks", for: .viewer, .listChecks, apiChecks),
            .api(.get, "/api/v1/checks/{check}", for: .viewer, .getCheck, apiCheck),
            .api(.get, "/api/v1/findings", for: .viewer, .listFindings, apiFindings),
            .api(.get, "/api/v1/findings/{integration}/{check}", for: .viewer, .getFinding, apiFinding),
            .api(.get, "/api/v1/instances", for: .viewer, .listInstances, apiInstances),
            .api(.get, "/api/v1/instances/{fingerprint}", for: .viewer, .getInstance, apiInstance),
            .api(.get, "/api/v1/coverage", for: .viewer, .getCoverage, apiCoverage),
            .api(.get, "/api/v1/coverage/export", for: .viewer, .exportCoverage, exportCoverage),
            .api(.get, "/api/v1/coverage/files/export", for: .viewer, .exportUnreadFiles, exportUnreadFiles),
            .api(.get, "/api/v1/overview", for: .viewer, .getOverview, apiOverview),
            .api(.post, "/api/v1/findings/ignore", for: .analyst, .ignoreFindings, apiDecide(.ignore)),
            .api(.post, "/api/v1/findings/activate", for: .analyst, .activateFindings, apiDecide(.activate)),
            .api(.post, "/api/v1/findings/severity", for: .analyst, .rankFindings, apiDecide(.severity)),
            .api(.post, "/api/v1/findings/owner", for: .analyst, .assignFindings, apiDecide(.owner)),
            .api(.post, "/api/v1/findings/undo", for: .analyst, .undoDecision, apiUndo),
            .api(.post, "/api/v1/instances/hide", for: .analyst, .hideInstances, apiDecide(.hide)),
            .api(.post, "/api/v1/instances/unhide", for: .analyst, .unhideInstances, apiDecide(.unhide)),
        ]
    }
}
