import HTTPTypes
import Hummingbird
import NIOCore
import Report

/// Why a request is refused or could not be answered, as RFC 9457 says it. The words may go to a stranger: no path, no secret, no SQL.
struct Problem: Error, Sendable {
    var status: HTTPResponse.Status
    /// One sentence: what is wrong and what to do.
    var detail: String
    var headers: HTTPFields = [:]

    init(_ status: HTTPResponse.Status, _ detail: String, headers: HTTPFields = [:]) {
        self.status = status
        self.detail = detail
        self.headers = headers
    }

    /// `application/problem+json`.
    var response: Response {
        let document = OrderedJSON.object([
            ("type", .text("about:blank")), ("title", .text(status.reasonPhrase)), ("status", .number(status.code)),
            ("detail", .text(detail)),
        ])
        return Response.json(document, status: status, type: "application/problem+json", headers: headers)
    }
}

extension Problem {
    /// `{"error": …}`, which is what clients of rspamd look for.
    var rspamdResponse: Response {
        Response.json(.object([("error", .text(detail))]), status: status, headers: headers)
    }
}

extension Response {
    static func json(
        _ document: OrderedJSON, status: HTTPResponse.Status = .ok, type: String = "application/json",
        headers: HTTPFields = [:]
    ) -> Response {
        text(document.compact, status: status, type: type, headers: headers)
    }

    static func text(
        _ text: String, status: HTTPResponse.Status = .ok, type: String = "text/plain; charset=utf-8",
        headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = type
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

extension HTTPFields {
    /// The values of a field, in order; the name in any case. Works for names that have no constant.
    func all(_ name: String) -> [String] {
        let wanted = name.lowercased()
        return filter { $0.name.canonicalName == wanted }.map(\.value)
    }

    /// The first value of a field; nil where there is none.
    func first(_ name: String) -> String? { all(name).first }

    /// Fields of these names and values; a name that HTTP does not allow is left out.
    init(_ fields: KeyValuePairs<String, String>) {
        self.init(fields.compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } })
    }
}
