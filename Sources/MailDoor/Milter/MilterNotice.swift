/// Something an administrator wants to find in the log.
public enum MilterNotice: Sendable, CustomStringConvertible {
    /// The connection was closed, because what came is not the protocol.
    case fault(MilterFault)
    /// The connection broke.
    case broken(String)
    /// As many connections as there may be; the next ones wait.
    case full(connections: Int)
    /// The MTA does not offer a kind of change that the policy needs; milder actions take its place.
    case limitedPeer
    /// Judging failed or took too long.
    case notJudged(queueID: String?, JudgedMessage.Failure)
    /// Header fields beyond the limits were not judged.
    case headerCut(queueID: String?)

    public var description: String {
        switch self {
        case .fault(let fault): "milter connection closed: \(fault)"
        case .broken(let what): "milter connection broke: \(what)"
        case .full(let connections): "\(connections) milter connections are open, no more are taken until one ends"
        case .limitedPeer:
            "the MTA does not offer every change that the milter policy needs; milder actions take its place"
        case .notJudged(let id, .timeLimit): "\(id ?? "a message") was not judged in time"
        case .notJudged(let id, .unavailable): "\(id ?? "a message") could not be judged"
        case .headerCut(let id): "\(id ?? "a message") has more header than is read; the first part was judged"
        }
    }
}
