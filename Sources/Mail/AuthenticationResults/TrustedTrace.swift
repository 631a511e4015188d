/// Which fields the receiving system wrote, told by where they stand.
///
/// Every hop writes on top, so the fields of the receiving system are the top block, down to the Received field of its
/// border: the first that took the message from outside (`ReceivedHop.isInternal` is false). Everything below that
/// was in the sender's hands. An Authentication-Results field of the border stands directly above its Received field,
/// below those of the hops inside.
///
/// Only right for mail as the receiving system stored it: a door that is handed mail cannot know who wrote the top.
struct TrustedTrace {
    /// Position of the border's Received field; nil where the message never came from outside.
    let border: Int?
    /// The first position that is not the receiving system's for certain.
    let end: Int
    /// Where the block of trace fields ends, which the border's own stamps below its Received field belong to.
    let stampEnd: Int
    let hasReceived: Bool

    init(_ message: Message) {
        var border: Int?
        var stampEnd = message.spans.count
        var hasReceived = false
        for (place, span) in message.spans.enumerated() where !span.isAfterBareCR {
            guard Self.isTrace(message.block[span.nameRange], span.key) else {
                stampEnd = place
                break
            }
            guard span.key == Self.received else { continue }
            hasReceived = true
            guard border == nil else {
                stampEnd = place
                break
            }
            if !ReceivedHop(message.block[span.bodyRange]).isInternal { border = place }
        }
        self.border = border
        end = border ?? stampEnd
        self.stampEnd = stampEnd
        self.hasReceived = hasReceived
    }

    private static let received = HeaderBlock.key("received".utf8)
    private static let others = ["authentication-results", "received-spf", "return-path", "delivered-to"]
        .map { HeaderBlock.key($0.utf8) }

    private static func isTrace(_ name: ArraySlice<UInt8>, _ key: UInt32) -> Bool {
        if key == received || others.contains(key) { return true }
        let start = name.prefix(4).lazy.map(HeaderBlock.lowered)
        return start.starts(with: "x-".utf8) || start.starts(with: "arc-".utf8)
    }
}

extension Message {
    /// The topmost Authentication-Results field that the receiving system wrote (`TrustedTrace`): of stored mail alone.
    /// Nil where there is none, whatever stands below.
    public var trustedTopResults: AuthenticationResults? {
        let places = places(of: "Authentication-Results")
        guard !places.isEmpty else { return nil }
        let trace = TrustedTrace(self)
        guard trace.hasReceived, let place = places.first(where: { $0 < trace.end && !spans[$0].isAfterBareCR })
        else { return nil }
        return AuthenticationResults(block[spans[place].bodyRange])
    }

    /// The topmost Authentication-Results field with one of the names, which must be those of hosts that remove their
    /// name from what comes in (RFC 8601 §5). Fields without an authserv-id never count.
    /// - Parameter authservIDs: compared without case.
    public func results(trusting authservIDs: Set<String>) -> AuthenticationResults? {
        guard !authservIDs.isEmpty else { return nil }
        let wanted = Set(authservIDs.map { $0.lowercased() })
        for place in places(of: "Authentication-Results").prefix(100) where !spans[place].isAfterBareCR {
            let results = AuthenticationResults(block[spans[place].bodyRange])
            if let name = results.authservID, wanted.contains(name.lowercased()) { return results }
        }
        return nil
    }

    /// `Internal` or `Anonymous`: how Exchange says the message was handed in (X-MS-Exchange-Organization-AuthAs); of
    /// stored mail alone. Nil where the receiving system did not say.
    ///
    /// The topmost one among the receiving system's stamps counts. Where the message never came from outside it may
    /// stand anywhere, because Exchange appends it below the author's fields. `Internal` is not believed where
    /// another such field contradicts.
    public var authAs: String? {
        let places = places(of: "X-MS-Exchange-Organization-AuthAs").filter { !spans[$0].isAfterBareCR }
        guard !places.isEmpty else { return nil }
        let trace = TrustedTrace(self)
        guard trace.hasReceived else { return nil }
        let values = places.prefix(100).map { HeaderField(block: block, span: spans[$0]).text }
        let stamped = zip(places, values).first { $0.0 < trace.stampEnd || trace.border == nil }?.1
        let denial = values.first { $0.lowercased() != "internal" }
        return stamped == nil ? denial : denial ?? stamped
    }

    /// The domains that say they sealed the message (`d=` of ARC-Seal, RFC 8617 §4.1.3), lower-cased, the latest first.
    /// Only worth something together with a trusted `arc=pass` or compauth reason 130.
    public var arcSealers: [String] {
        let seals = places(of: "ARC-Seal").prefix(50).compactMap { place -> (instance: Int, domain: String)? in
            let segments = ResultSegment.all(in: Array(block[spans[place].bodyRange].prefix(4_096)), atMost: 20)
            let tags = segments.flatMap(\.pairs)
            guard let domain = tags.first(where: { $0.name == "d" })?.value.lowercased() else { return nil }
            return (tags.first { $0.name == "i" }.flatMap { Int($0.value) } ?? 0, domain)
        }
        return seals.sorted { $0.instance > $1.instance }.map(\.domain)
    }

    /// The results that intermediaries sealed (ARC-Authentication-Results, RFC 8617 §4.1.1), top first; their word.
    public var arcResults: [AuthenticationResults] {
        places(of: "ARC-Authentication-Results").prefix(50).map { AuthenticationResults(block[spans[$0].bodyRange]) }
    }
}
