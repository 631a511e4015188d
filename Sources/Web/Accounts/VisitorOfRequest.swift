import Hummingbird

extension WebServer {
    /// Who is signed in with this request's cookie; nil for nobody.
    func visitor(of request: Request, _ context: WebContext) async throws -> Visitor? {
        try await visit?(request)
    }
}
