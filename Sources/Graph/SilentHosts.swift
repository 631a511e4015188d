import Synchronization

/// Hosts of files that did not answer. A firewall that lets nothing through to one of them costs a few files their attempts, not every file.
final class SilentHosts: Sendable {
    /// How many files in a row a host may leave without an answer.
    static let patience = 3

    private let silence = Mutex<[Origin: (files: Int, why: String)]>([:])

    /// Why a host is not asked any more; nil where it is.
    func verdict(on host: Origin) -> String? {
        silence.withLock { hosts in
            guard let host = hosts[host], host.files >= Self.patience else { return nil }
            return host.why
        }
    }

    func note(_ host: Origin, silent why: String?) {
        silence.withLock { hosts in
            hosts[host] = why.map { ((hosts[host]?.files ?? 0) + 1, $0) }
        }
    }
}
