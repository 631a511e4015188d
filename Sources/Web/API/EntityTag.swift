import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Report
import Synchronization

/// What a resource was like when somebody read it (RFC 9110 §8.8.3): whoever sends it back in `If-Match` changes nothing that somebody
/// else has changed meanwhile. It stands for what can be changed; times and counters are no part of it.
struct EntityTag: Hashable, Sendable {
    /// With its quotes.
    let text: String

    init(of document: OrderedJSON) {
        let digest = SHA256.hash(data: Data(document.compact.utf8)).prefix(16)
        text = "\"" + digest.map { String(format: "%02x", $0) }.joined() + "\""
    }

    /// Whether an `If-Match` lets a change through (RFC 9110 §13.1.1, strong comparison); absent, everything goes through.
    func fits(_ fields: HTTPFields) -> Bool {
        let said = fields.all("If-Match")
        guard !said.isEmpty else { return true }
        let wanted = said.flatMap { $0.split(separator: ",") }
            .map { $0.trimmingCharacters(in: .whitespaces) }
        return wanted.contains("*") || wanted.contains(text)
    }
}

/// Lets one change with `If-Match` through at a time, so that of two that name the same state only the first succeeds.
final class ChangeTurn: Sendable {
    private let turn = Mutex(())

    /// For what is new: whether there is one already is asked in the same turn in which it is made.
    func take<T>(_ body: () throws -> T) throws -> T { try turn.withLock { _ in try body() } }

    /// - Throws: `Problem` 412 where the state is not the one that was named; what `body` throws.
    func take<T>(_ request: Request, _ tag: () throws -> EntityTag, _ body: () throws -> T) throws -> T {
        try turn.withLock { _ in
            guard try tag().fits(request.headers) else {
                throw Problem(
                    .preconditionFailed, "It was changed since you read it: read it again and decide anew.")
            }
            return try body()
        }
    }
}

extension Response {
    static func json(_ document: OrderedJSON, tag: EntityTag, status: HTTPResponse.Status = .ok) -> Response {
        json(document, status: status, headers: HTTPFields(["ETag": tag.text]))
    }
}

extension Operation {
    /// Its answer carries an entity tag; what changes something takes it back in `If-Match`.
    var tagged: Operation {
        var copy = self
        copy.isTagged = true
        return copy
    }

    /// It can be refused because of what it is about, though it has no body.
    var refusable: Operation {
        var copy = self
        let problem = Operation.Content(type: "application/problem+json", shape: .named("Problem"))
        copy.answers.append((422, "It cannot be done with this one; the answer says why.", [problem]))
        return copy
    }

    /// It can be made to depend on an entity tag.
    var guarded: Operation {
        var copy = self
        copy.parameters.append(
            .header("If-Match", .text, "The ETag that was read: if it was changed since, nothing happens (412)."))
        copy.answers.append(
            (
                412, "It was changed since it was read.",
                [Operation.Content(type: "application/problem+json", shape: .named("Problem"))]
            ))
        return copy
    }
}
