import Foundation
import HTTPTypes
import Hummingbird

/// A place in a list as it stands in a link: opaque to clients, base64url of JSON.
struct Cursor<Position: Codable & Sendable>: Sendable {
    var position: Position

    init(_ position: Position) { self.position = position }

    var text: String {
        let data = (try? JSONEncoder().encode(position)) ?? Data()
        return data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// - Throws: `Problem` 400 for what no list of this kind gave out.
    init(_ text: String) throws {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        guard text.utf8.count <= 2048,
            let data = Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)),
            let position = try? JSONDecoder().decode(Position.self, from: data)
        else { throw Problem(.badRequest, "The cursor is none of this list: start again without it.") }
        self.position = position
    }
}

/// How much of a list is asked for, and from where.
struct PageRequest<Position: Codable & Sendable>: Sendable {
    var limit: Int
    var after: Position?

    /// - Throws: `Problem` 400 for a limit that is not from 1 to 200, or a cursor of another list.
    init(_ request: Request, standard: Int = 50) throws {
        let query = request.uri.queryParameters
        limit = standard
        if let text = query["limit"] {
            guard let number = wholeNumber(String(text)), (1...200).contains(number) else {
                throw Problem(.badRequest, "limit has to be a number from 1 to 200.")
            }
            limit = number
        }
        if let text = query["cursor"], !text.isEmpty { after = try Cursor<Position>(String(text)).position }
    }
}
