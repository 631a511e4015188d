import Foundation

/// An error answer in Graph's form.
struct GraphFailure: Error {
    var status: Int
    var code: String
    var message: String
    var headers: [(String, String)] = []
    /// Ids of the assumptions it rests on.
    var assumed: [Assumption.ID] = []

    static func badRequest(_ message: String, code: String = "Request_BadRequest") -> GraphFailure {
        GraphFailure(status: 400, code: code, message: message)
    }
    static func unsupported(_ message: String) -> GraphFailure {
        GraphFailure(status: 400, code: "Request_UnsupportedQuery", message: message)
    }
    /// No such directory object.
    static func noResource(_ id: String) -> GraphFailure {
        GraphFailure(
            status: 404, code: "Request_ResourceNotFound",
            message: "Resource '\(id)' does not exist or one of its queried reference-property objects are not present."
        )
    }
    /// The URL names nothing Graph has.
    static func noSegment(_ segment: String) -> GraphFailure {
        .badRequest("Resource not found for the segment '\(segment)'.", code: "BadRequest")
    }
    static let noMailbox = GraphFailure(
        status: 404, code: "MailboxNotEnabledForRESTAPI",
        message: "The mailbox is either inactive, soft-deleted, or is hosted on-premise.", assumed: ["no-mailbox"])
    static let mailboxDenied = GraphFailure(
        status: 403, code: "ErrorAccessDenied", message: "Access is denied. Check credentials and try again.",
        assumed: ["mailbox-denied"])
    static let noMySite = GraphFailure(
        status: 404, code: "ResourceNotFound", message: "User's mysite not found.", assumed: ["no-mysite"])
    static let noItem = GraphFailure(status: 404, code: "itemNotFound", message: "The resource could not be found.")
    static let accessDenied = GraphFailure(status: 403, code: "accessDenied", message: "Access denied")

    /// The answer, with `innerError` as Graph writes it: a date without a zone and the ids of the request.
    func answer(to call: SimulatedCall, at now: Date) -> SimulatedAnswer {
        let request = Mix.guid("request \(call.url) \(now.timeIntervalSince1970)")
        var inner: [JSON.Member] = [
            .init(name: "date", value: .string(String(now.graphTime.dropLast()))),
            .init(name: "request-id", value: .string(request)),
        ]
        if let client = call.headers["client-request-id"] {
            inner.append(.init(name: "client-request-id", value: .string(client)))
        }
        let body: JSON = [
            "error": ["code": .string(code), "message": .string(message), "innerError": .object(inner)]
        ]
        var bytes: [UInt8] = []
        body.write(to: &bytes)
        return SimulatedAnswer(status: status, headers: headers + Assumption.headers(assumed), body: bytes)
    }
}
