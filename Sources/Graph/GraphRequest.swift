import Foundation
import HTTPTypes
import Model

/// One request to Graph, with what the log and an error say of it.
struct GraphRequest: Sendable {
    let origin: Origin
    /// Path and query, from the version on: "/v1.0/users?$top=999".
    let target: String
    let headers: HTTPFields
    /// An action without a body is asked for by POST.
    var method = HTTPRequest.Method.get
    /// A redirect is an answer: where the file itself lies.
    var takesRedirect = false
    /// It goes to a host that must not see the token, with a target that is a secret by itself.
    var isAnonymous = false

    /// The path without its query, which may hold a token.
    var path: String { String(target.prefix { $0 != "?" }) }
    var url: String { origin.description + (isAnonymous ? path : target) }
    /// From the resource on, without the version: what stands in a batch.
    var relativeURL: String { String(target.dropFirst().drop { $0 != "/" }) }
    var logLine: RequestLog.Line {
        .init(method: method.rawValue, url: url, consistencyLevel: headers[.consistencyLevel])
    }

    init(origin: Origin, target: String, headers: HTTPFields) {
        self.origin = origin
        self.target = target
        self.headers = headers
    }

    /// The first page of a feed, or a link of the server as it is.
    /// - Throws: `GraphError.foreignLink` where the link leads elsewhere.
    init<Owner, Subject>(_ feed: Feed<Owner, Subject>, for owner: Owner, at link: String?, _ origin: Origin)
        throws(GraphError)
    {
        self.origin = origin
        headers = feed.headers
        if let link {
            target = try Self.target(of: link, origin)
        } else {
            target = "/" + feed.version.rawValue + feed.path(owner)
        }
    }

    /// Path and query of a link verbatim, where it leads to `origin`. Bytes that no request line may hold are percent-encoded.
    static func target(of link: String, _ origin: Origin) throws(GraphError) -> String {
        guard let (own, rest) = Origin.split(link), own == origin, rest.first == "/" else { throw .foreignLink(link) }
        if rest.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return String(rest) }
        return rest.utf8.reduce(into: "") { target, byte in
            if (0x21...0x7E).contains(byte) {
                target.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                target += percentEncoded(byte)
            }
        }
    }

    /// As it is sent, with a new id for Microsoft's support.
    func http(token: String, userAgent: String) -> HTTPRequest {
        var fields = headers
        if isAnonymous { fields[.userAgent] = userAgent } else { fields.authorise(token, userAgent) }
        return HTTPRequest(
            method: method, scheme: origin.scheme, authority: origin.authority, path: target, headerFields: fields)
    }
}

extension HTTPFields {
    mutating func authorise(_ token: String, _ userAgent: String) {
        self[.authorization] = "Bearer " + token
        self[.accept] = "application/json"
        self[.userAgent] = userAgent
        self[.clientRequestID] = UUID().uuidString.lowercased()
    }
}
