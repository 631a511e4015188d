import Hummingbird

extension WebServer {
    /// The API's own description.
    func openAPI(_ request: Request, _ context: WebContext) async throws -> Response {
        Response.text(OpenAPIDocument.json, type: "application/json")
    }
}
