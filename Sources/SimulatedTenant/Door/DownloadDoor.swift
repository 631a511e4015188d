import Foundation

extension GraphDoor {
    /// The host where the files lie: it knows no token, only addresses that open a file by themselves. Limits and failures on purpose
    /// are SharePoint's.
    func download(
        _ target: RequestTarget, method: String, headers: [String: String]
    ) -> (SimulatedAnswer, SimulatedOutcome.Delivery) {
        let number = nextNumber()
        let call = SimulatedCall(
            method: method, segments: target.segments, headers: headers, caller: SimulatedCaller(permissions: []),
            url: target.url)
        if let log { log(Self.line(method, target.url, nil)) }
        // Whoever brings a token here would bring it to anybody.
        guard headers["authorization"] == nil else { return (SimulatedAnswer(status: 400), .whole) }
        if let wait = throttle?.admit(
            .sharePoint, mailbox: nil, cost: 1, isLowPriority: false, now: configuration.now()
        ).wait {
            let answer = SimulatedAnswer(status: 429, headers: [("Retry-After", String(wait.seconds))])
            return (answer, .whole)
        }
        let kinds = Faults.request.filter { $0 != .expiredToken }
        let fault = faults?.happening(to: number, of: kinds, identity: Self.identity(call))
        if fault == .reset { return (SimulatedAnswer(status: 503), .reset) }
        if let failure = fault?.failure(of: .sharePoint) {
            return (SimulatedAnswer(status: failure.status, headers: failure.headers), .whole)
        }
        let answer = file(target)
        switch fault {
        case .truncated: return (answer, .truncated(answer.body.count * 2 / 3))
        case .slow: return (answer, .slow(pieces: 5))
        default: return (answer, .whole)
        }
    }

    private func file(_ target: RequestTarget) -> SimulatedAnswer {
        guard let address = DownloadAddress(target.query) else { return SimulatedAnswer(status: 404) }
        guard address.isGood(configuration.seed, at: configuration.now()) else { return SimulatedAnswer(status: 401) }
        guard let bytes = graph.bytes(at: address) else { return SimulatedAnswer(status: 404) }
        return SimulatedAnswer(status: 200, headers: [("Content-Type", "application/octet-stream")], body: bytes)
    }
}
