import Foundation
import HTTPTypes
import Hummingbird

extension WebServer {
    /// The JSON body of a request, with no member but those that the operation describes.
    /// - Throws: `Problem` 413, 415, or 400 for what is no JSON of that shape.
    func decode<Shape: Decodable>(
        _ type: Shape.Type, _ request: Request, _ context: WebContext, atMost limit: Int = 1 << 20
    ) async throws -> Shape {
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased().trimmingCharacters(in: .whitespaces)
        guard type == "application/json" else {
            throw Problem(
                .unsupportedMediaType, "Send the body as Content-Type: application/json.",
                headers: HTTPFields(["Accept": "application/json"]))
        }
        try MessageBody.refuseCompressed(request.headers)
        try Self.refuseOtherCharsets(request.headers[.contentType] ?? "")
        let body = try await MessageBody.whole(request, atMost: limit, hint: "")
        try context.operation?.check(body: body)
        do {
            return try JSONDecoder().decode(Shape.self, from: body)
        } catch let error as DecodingError {
            throw Problem(.badRequest, "The body does not fit: \(Self.words(error)).")
        }
    }

    /// JSON is UTF-8 (RFC 8259 §8.1); what says to be something else would be read wrongly.
    private static func refuseOtherCharsets(_ type: String) throws {
        for parameter in type.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespaces).lowercased()
            }
            guard parts.count == 2, parts[0] == "charset" else { continue }
            let name = parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
            guard ["utf-8", "utf8", "us-ascii"].contains(name) else {
                throw Problem(
                    .unsupportedMediaType, "Send the body in UTF-8.",
                    headers: HTTPFields(["Accept": "application/json"]))
            }
        }
    }

    private static func words(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "\"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\"\(path(context))\" is of another kind"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            "\"\(path(context))\" is none of the values it can have"
        default: "it is no JSON"
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        context.codingPath.map(\.stringValue).joined(separator: ".")
    }
}
