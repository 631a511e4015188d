import HTTPTypes
import Hummingbird
import Store

extension WebServer {
    /// Every path there is.
    var routes: [Route] {
        doorRoutes + assetRoutes + frameRoutes + accountRoutes + overviewRoutes + findingRoutes + findingAPIRoutes
            + coverageRoutes + integrationRoutes + integrationAPIRoutes + registrationAPIRoutes + peopleRoutes
            + dlpRoutes + dlpAPIRoutes + searchRoutes
    }

    /// Mail, health, and the API's own description.
    private var doorRoutes: [Route] {
        [
            .plain(.get, "/healthz", .health, health),
            .plain(.get, "/readyz", .readiness, readiness),
            .plain(.get, "/metrics", .metrics, metricsPage),
            .plain(.get, "/api/openapi.json", .openAPI, openAPI),
            .plain(.post, "/api/v1/mail/check", for: .scope(.mailCheck), .mailCheck, mailCheck),
            .plain(.post, "/checkv2", for: .scope(.mailCheck), .checkV2, checkV2),
            .plain(.get, "/checkv2", for: .scope(.mailCheck), .checkV2Empty, checkV2),
            .plain(.get, "/ping", .ping, ping),
            .plain(.post, "/ping", .pingPost, ping),
        ]
    }

    /// Directories, protected people, mail, policies, apps, domains.
    private var peopleRoutes: [Route] {
        directoryRoutes + protectedRoutes + mailRoutes + policyRoutes + appRoutes + domainRoutes
    }

    /// What belongs to no single screen.
    private var frameRoutes: [Route] {
        [
            .page("/scope", for: .viewer, chooseScope), .page("/events", for: .viewer, eventStream),
            .page("/settings", for: .viewer, settingsPage),
            // OpenAPI 3.1 has no words for a stream that goes on, and what reads the description would wait for its end.
            Route(
                method: .get, path: "/api/v1/events", kind: .api, access: .role(.viewer), operation: nil, limit: 0,
                answer: eventStream),
            .api(.get, "/api/v1/settings", for: .administrator, .listSettings, apiSettings),
        ]
    }

    func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        let routes = routes
        router.addMiddleware {
            RequestLog(log: log, clock: clock, metrics: metrics, paths: Set(routes.map(\.path)))
            SecurityHeaders(publicURL: publicURL)
            QueryBlanks()
            ProblemReplies(log: log, routes: routes, page: problemPage)
        }
        for route in routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await admit(request, context, to: route)
            }
        }
        return router
    }
}
