import Hummingbird

extension Site {
    /// The API's own description.
    func openAPI(_ request: Request, _ context: SiteContext) async throws -> Response {
        Response.text(OpenAPIDocument.json, type: "application/json")
    }
}
