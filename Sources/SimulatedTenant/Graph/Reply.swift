import Foundation

/// One call being answered: the call and the tenant as it was when the call came.
struct Reply: Sendable {
    let call: SimulatedCall
    let world: World
    let synthetic: Synthetic
    let configuration: SimulatedConfiguration
    let now: Date

    var nowSeconds: Int { Int(now.timeIntervalSince1970.rounded(.down)) }
    /// `http://127.0.0.1:9400/v1.0`.
    var root: String { "\(configuration.origin)/\(call.version)" }
    var path: String { call.segments.joined(separator: "/") }
    var isEventual: Bool { call.headers["consistencylevel"]?.lowercased() == "eventual" }

    func prefers(_ word: String) -> Bool {
        (call.headers["prefer"] ?? "").split(separator: ",").contains {
            $0.filter { $0 != " " }.caseInsensitiveCompare(word) == .orderedSame
        }
    }

    func context(_ tail: String, _ selection: Selection? = nil) -> String {
        let names = selection?.names.map { "(\($0.joined(separator: ",")))" } ?? ""
        return "\(root)/$metadata#\(tail)\(names)"
    }

    /// A single object.
    func one(_ object: JSON, context: String) -> SimulatedAnswer {
        var bytes: [UInt8] = []
        JSON.object([.init(name: "@odata.context", value: .string(context))] + object.members).write(to: &bytes)
        return SimulatedAnswer(status: 200, body: bytes)
    }

    /// A collection that fits a page of Graph's, cut by `$top` or the forced page size where there is one.
    func collection(_ objects: [JSON], context: String, assumed: [Assumption.ID] = []) throws(GraphFailure)
        -> SimulatedAnswer
    {
        let token = try listToken()
        let limit = pageSize(token.top, usual: 999)
        let end = token.pause ? token.position : min(objects.count, token.position + limit)
        var value: [UInt8] = []
        for place in min(token.position, end)..<end {
            if !value.isEmpty { value.append(44) }
            objects[place].write(to: &value)
        }
        let next = end < objects.count ? link(token.at(end, pause: configuration.emptyPages && !token.pause)) : nil
        var answer = page(context: context, next: next, value: value)
        answer.headers += Assumption.headers(assumed)
        return answer
    }

    /// The body of a page; never more than one of the links is given.
    func page(
        context: String, count: Int? = nil, next: String? = nil, delta: String? = nil, value: [UInt8]
    ) -> SimulatedAnswer {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(value.count + 1024)
        bytes.add("{\"@odata.context\":")
        bytes.add(quoted: context)
        if let count {
            bytes.add(",\"@odata.count\":")
            bytes.add(number: count)
        }
        if let next {
            bytes.add(",\"@odata.nextLink\":")
            bytes.add(quoted: next)
        }
        if let delta {
            bytes.add(",\"@odata.deltaLink\":")
            bytes.add(quoted: delta)
        }
        bytes.add(",\"value\":[")
        bytes.append(contentsOf: value)
        bytes.add("]}")
        return SimulatedAnswer(status: 200, body: bytes)
    }
}
