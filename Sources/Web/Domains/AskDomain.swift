import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Store

/// Asking the DNS about one domain now.
extension WebServer {
    /// `POST /domains/ask`.
    func askDomain(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let name = context.form["of"], let integration = try store.integration(named: name),
            let domain = context.form["domain"]
        else { throw Problem(.notFound, "No tenant has a domain of that name.") }
        let trouble = try await ask(domain, of: integration, context)
        return .seeOther(
            Link("/domains", ["domain": domain, "of": integration.name]),
            flash: trouble.map { .warning("The DNS did not answer everything about \(domain): \($0).") }
                ?? .done("The DNS was asked about \(domain); its answers stand below."))
    }

    func askDomainByAPI(_ request: Request, _ context: WebContext) async throws -> Response {
        let integration = try askedIntegration(context)
        let domain = try context.part("domain")
        try await ask(domain, of: integration, context)
        let listing = domainListing
        let rows = try listing.rows(of: integration.name)
        guard let row = rows.first(where: { $0.explanation.domain.id.lowercased() == domain.lowercased() }) else {
            throw Problem(.notFound, "The domain is gone.")
        }
        return Response.json(Self.document(row, asked: try listing.asked(about: row)))
    }

    /// - Returns: what the DNS did not answer, in words.
    @discardableResult
    private func ask(_ domain: String, of integration: Integration, _ context: WebContext) async throws -> String? {
        let trouble: String?
        do {
            trouble = try await AskDNS(surroundings: jobs.surroundings).run(domain, of: integration, try deed(context))
        } catch let problem as AskDNS.Problem {
            throw Problem(problem == .unknownDomain ? .notFound : .conflict, sentence("\(problem)"))
        }
        // Judged in the background: its findings follow.
        await jobs.begin(.judging, of: integration)
        return trouble
    }
}
