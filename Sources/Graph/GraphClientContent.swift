import HTTPTypes
import Model

extension GraphClient {
    /// The bytes of a file.
    ///
    /// `GET /drives/{id}/items/{id}/content` answers with a redirect to where the file lies: a host of SharePoint and an address that
    /// opens it for a short while by itself. The token is not sent there.
    /// - Throws: `GraphError` (`foreignLink` where the redirect leads to a place without encryption, `silentFileHost` where nobody answers
    ///   there), or `CancellationError`.
    public func content(ofItem item: String, in drive: String) async throws -> [UInt8] {
        let path = "/v1.0/drives/\(pathSegment(drive))/items/\(pathSegment(item))/content"
        do {
            return try await content(at: path)
        } catch let error as GraphError {
            guard error.isOfStaleAddress else { throw error }
            // The address was good for a short while only, and a wait in between may have been longer.
            return try await content(at: path)
        }
    }

    private enum Place {
        case here([UInt8])
        case there(String)
    }

    private func content(at path: String) async throws -> [UInt8] {
        var asking = GraphRequest(origin: origin, target: path, headers: HTTPFields())
        asking.takesRedirect = true
        let place = try await send(asking, lane: .sharePoint, units: 1) {
            (headers, body) throws(PageProblem) -> Place in
            headers[.location].map { .there($0) } ?? .here(body)
        }
        switch place {
        case .here(let bytes): return bytes
        case .there(let address):
            return try await fetch(try GraphRequest(address: address, from: origin))
        }
    }

    /// The file from where it lies. That no host answers there says nothing of Graph, so the run goes on.
    private func fetch(_ request: GraphRequest) async throws -> [UInt8] {
        let host = request.origin
        if let why = silentHosts.verdict(on: host) { throw GraphError.silentFileHost(why) }
        do {
            let bytes = try await send(request, lane: .sharePoint, units: 1) { (_, body) throws(PageProblem) in body }
            silentHosts.note(host, silent: nil)
            return bytes
        } catch GraphError.unreachable(let why) {
            silentHosts.note(host, silent: why)
            throw GraphError.silentFileHost(why)
        }
    }
}

extension GraphRequest {
    /// A file at an address that opens it by itself, asked for without the token.
    /// - Throws: `GraphError.foreignLink` where the address is not encrypted; plain http is taken for loopback addresses only, from one.
    fileprivate init(address: String, from graph: Origin) throws(GraphError) {
        guard let (own, rest) = Origin.split(address),
            own.scheme == "https" || own.isLoopback && graph.isLoopback
        else { throw .foreignLink(address) }
        let headers: HTTPFields = [.accept: "*/*"]
        self.init(origin: own, target: try Self.target(of: own.description + rest, own), headers: headers)
        isAnonymous = true
    }
}

extension GraphError {
    /// What a host says to an address that has run out.
    fileprivate var isOfStaleAddress: Bool {
        if case .refused(let path, let status, _, _) = self {
            return !path.hasPrefix("/v1.0/") && [401, 403].contains(status)
        }
        return false
    }
}
