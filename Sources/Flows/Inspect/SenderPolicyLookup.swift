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
        // A DNS question cannot be called back: what takes too long is left to itself.
        let result = try? await within(limit, of: clock) {
            await SPFEvaluate.checkHost(ip: address, domain: domain, sender: sender, helo: helo, resolve: resolve)
        }
        return (result ?? .tempError).rawValue
    }
}
