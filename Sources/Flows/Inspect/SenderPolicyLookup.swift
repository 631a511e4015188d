import Mail
import Model

/// SPF (RFC 7208) for the client that handed a message in, within a time limit.
struct SenderPolicyLookup: Sendable {
    var limit: Duration = .seconds(3)
    var clock: any Clock<Duration> = ContinuousClock()

    /// Nil where the client's address or the sender is unknown; `temperror` where the DNS took too long.
    func result(for envelope: Envelope, resolve: @escaping Resolve) async -> String? {
        guard let address = envelope.clientAddress, let sender = envelope.mailFrom else { return nil }
        let helo = envelope.helo ?? ""
        let domain = sender.split(separator: "@").last.map(String.init) ?? helo
        guard !domain.isEmpty else { return nil }
        // The first word counts. A group of tasks would wait for the slower one, and a DNS question cannot be called back.
        let (results, first) = AsyncStream<SPFResult>.makeStream(bufferingPolicy: .bufferingOldest(1))
        let asking = Task {
            first.yield(
                await SPFEvaluate.checkHost(ip: address, domain: domain, sender: sender, helo: helo, resolve: resolve))
        }
        let waiting = Task {
            // Ends early when it is cancelled, and then its word comes too late to count.
            try? await clock.sleep(for: limit)
            first.yield(.tempError)
        }
        defer {
            asking.cancel()
            waiting.cancel()
        }
        for await result in results { return result.rawValue }
        return SPFResult.tempError.rawValue
    }
}
