import Foundation

/// `POST /$batch`: up to twenty requests in one, their answers in any order.
/// <https://learn.microsoft.com/graph/json-batching>
extension GraphDoor {
    static let largestBatch = 20

    private struct Part {
        var id: String
        var call: SimulatedCall
        var dependsOn: [String]
        /// Set where the part is refused before it is asked.
        var failure: GraphFailure?
    }

    /// - Parameter number: of the request, which decides the order of the answers.
    func batch(_ call: SimulatedCall, number: Int) async -> SimulatedAnswer {
        let parts: [Part]
        do throws(GraphFailure) {
            parts = try self.parts(of: call)
        } catch {
            return error.answer(to: call, at: configuration.now())
        }
        var answers: [(id: String, answer: SimulatedAnswer)] = []
        var failed: Set<String> = []
        for part in parts {
            guard let answer = await answer(part, failed: failed) else { continue }
            if answer.status >= 400 { failed.insert(part.id.lowercased()) }
            answers.append((part.id, answer))
        }
        return SimulatedAnswer(status: 200, body: Self.body(of: shuffled(answers, number: number)))
    }

    /// Nil where the part is to be missing from the answer.
    private func answer(_ part: Part, failed: Set<String>) async -> SimulatedAnswer? {
        let now = configuration.now()
        let number = nextNumber()
        if let log { log(Self.line(part.call.method, part.call.url, part.call.headers["consistencylevel"])) }
        if let failure = part.failure { return failure.answer(to: part.call, at: now) }
        if part.dependsOn.contains(where: { failed.contains($0.lowercased()) }) {
            return GraphFailure.failedDependency.answer(to: part.call, at: now)
        }
        let fault = faults?.happening(to: number, of: Faults.part, identity: Self.identity(part.call))
        if fault == .missing { return nil }
        let service = GraphRoute.of(part.call.segments)?.service ?? .directory
        if let failure = fault?.failure(of: service) { return failure.answer(to: part.call, at: now) }
        return await single(part.call)
    }

    private func parts(of call: SimulatedCall) throws(GraphFailure) -> [Part] {
        guard call.method == "POST" else { throw .badRequest("Unsupported request method.", code: "BadRequest") }
        guard let document = try? JSONReader.read(call.body), case .array(let requests)? = document["requests"] else {
            throw .batch("Invalid batch payload format.")
        }
        guard requests.count <= Self.largestBatch else {
            throw .batch("Number of batch request steps exceeds the maximum value of \(Self.largestBatch).")
        }
        var parts: [Part] = []
        var seen: Set<String> = []
        for request in requests {
            let part = try self.part(request, of: call)
            guard part.dependsOn.allSatisfy({ seen.contains($0.lowercased()) }) else {
                throw .batch("Request Id in dependsOn not found or not before the request that names it.")
            }
            guard seen.insert(part.id.lowercased()).inserted else {
                throw .batch("Request Id has to be unique in a batch.")
            }
            parts.append(part)
        }
        return parts
    }

    private func part(_ request: JSON, of batch: SimulatedCall) throws(GraphFailure) -> Part {
        guard let id = request["id"]?.text, !id.isEmpty, let method = request["method"]?.text,
            let url = request["url"]?.text
        else { throw .batch("Invalid batch payload format: id, method and url are required.") }
        var headers: [String: String] = [:]
        for member in request["headers"]?.members ?? [] { headers[member.name.lowercased()] = member.value.text ?? "" }
        let origin = origin(of: batch.url)
        let path = "/\(batch.version)" + (url.hasPrefix("/") ? "" : "/") + url
        let ownPath = ownPath(of: url, origin: origin, version: batch.version)
        let target = RequestTarget(path: ownPath ?? path, origin: origin)
        var body: [UInt8] = []
        request["body"]?.write(to: &body)
        let call = SimulatedCall(
            method: method.uppercased(), segments: target.segments, version: batch.version,
            query: target.query.all.map { SimulatedCall.Option($0.name, $0.value) }, headers: headers, body: body,
            caller: batch.caller, url: target.url)
        let isHere = ownPath != nil || !url.contains("://")
        let isAllowed = isHere && target.segments.first?.lowercased() != "$batch"
        let failure: GraphFailure? =
            isAllowed ? nil : .badRequest("Invalid URL in a batch request.", code: "BadRequest")
        return Part(
            id: id, call: call, dependsOn: (request["dependsOn"]?.elements ?? []).compactMap(\.text), failure: failure)
    }

    /// The path of an absolute URL of Graph's own host and of the batch's version; nil for all other text. Documented are
    /// relative URLs alone, but Microsoft's own Python library sends these.
    private func ownPath(of url: String, origin: String, version: String) -> String? {
        for host in [origin, "https://graph.microsoft.com"] where url.hasPrefix("\(host)/\(version)/") {
            return String(url.dropFirst(host.count))
        }
        return nil
    }

    private func origin(of url: String) -> String {
        guard let scheme = url.range(of: "://") else { return configuration.origin }
        return String(url[..<(url[scheme.upperBound...].firstIndex(of: "/") ?? url.endIndex)])
    }

    /// Never the order asked for, so that no client gets used to it.
    private func shuffled(
        _ answers: [(id: String, answer: SimulatedAnswer)], number: Int
    ) -> [(id: String, answer: SimulatedAnswer)] {
        guard answers.count > 1 else { return answers }
        var order = Array(answers.indices)
        for place in stride(from: order.count - 1, to: 0, by: -1) {
            // Below `place` alone: a cycle through all places, in which none stays where it was.
            order.swapAt(place, Int(Mix.bits(configuration.seed, number, UInt64(place)) % UInt64(place)))
        }
        return order.map { answers[$0] }
    }

    /// The bodies of the parts go in as they are: they are JSON already.
    private static func body(of answers: [(id: String, answer: SimulatedAnswer)]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(answers.reduce(64) { $0 + $1.answer.body.count + 256 })
        out.add("{\"responses\":[")
        for (place, part) in answers.enumerated() {
            if place > 0 { out.append(UInt8(ascii: ",")) }
            out.add("{\"id\":")
            out.add(quoted: part.id)
            out.add(",\"status\":")
            out.add(number: part.answer.status)
            out.add(",\"headers\":{")
            let type = (
                "Content-Type", "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false"
            )
            for (index, header) in ([type] + part.answer.headers).enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                out.add(quoted: header.0)
                out.append(UInt8(ascii: ":"))
                out.add(quoted: header.1)
            }
            out.append(UInt8(ascii: "}"))
            if !part.answer.body.isEmpty {
                out.add(",\"body\":")
                if isJSON(part.answer) {
                    out.append(contentsOf: part.answer.body)
                } else {
                    out.add(quoted: Data(part.answer.body).base64EncodedString())
                }
            }
            out.append(UInt8(ascii: "}"))
        }
        out.add("]}")
        return out
    }

    private static func isJSON(_ answer: SimulatedAnswer) -> Bool {
        let type = answer.headers.first { $0.0.lowercased() == "content-type" }?.1
        return type?.contains("json") ?? true
    }
}
