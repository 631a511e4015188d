import Foundation
import Model

/// Where a feed stands for one owner: what a killed run goes on from.
public struct FeedState: Sendable, Hashable {
    public enum Phase: String, Sendable {
        /// In the middle of a full list; `link` is the next page (nil: the first).
        case listing
        /// In the middle of a delta round; `link` is the next page.
        case following
        /// A round is complete; `link` starts the next one, nil where the feed has no delta.
        case ready
    }
    public var phase: Phase
    public var link: String?
    /// The delta link taken before a full list began: nothing between the two is lost.
    public var nextDelta: String?
    /// The number of the run that began the round.
    public var round: Int
    /// When the last full list was complete.
    public var listedAt: Date?
    /// When the last round of any kind was complete.
    public var finishedAt: Date?

    public init(
        phase: Phase, link: String? = nil, nextDelta: String? = nil, round: Int, listedAt: Date? = nil,
        finishedAt: Date? = nil
    ) {
        self.phase = phase
        self.link = link
        self.nextDelta = nextDelta
        self.round = round
        self.listedAt = listedAt
        self.finishedAt = finishedAt
    }
}

extension Store {
    public func feed(_ feed: String, owner: String = "", of integration: Int) throws -> FeedState? {
        try database.read {
            try $0.first(
                "\(Self.feedColumns) WHERE integration = $1 AND feed = $2 AND owner = $3",
                [.int(integration), .text(feed), .text(owner)], Self.feedState)
        }
    }

    /// The state of a feed for every owner it has one for.
    public func feeds(_ feed: String, of integration: Int) throws -> [String: FeedState] {
        let pairs = try database.read {
            try $0.rows(
                "\(Self.feedColumns) WHERE integration = $1 AND feed = $2", [.int(integration), .text(feed)]
            ) { ($0.text(6), Self.feedState($0)) }
        }
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }

    private static let feedColumns = "SELECT phase, link, next_delta, round, listed_at, finished_at, owner FROM feed"

    @Sendable private static func feedState(_ row: any SQLRow) -> FeedState {
        FeedState(
            phase: .init(rawValue: row.text(0)) ?? .listing, link: row.optionalText(1), nextDelta: row.optionalText(2),
            round: row.int(3), listedAt: row.optionalReal(4).map { Date(timeIntervalSince1970: $0) },
            finishedAt: row.optionalReal(5).map { Date(timeIntervalSince1970: $0) })
    }
}

extension StoreWriter {
    public func set(_ feed: String, owner: String = "", to state: FeedState) throws {
        try connection.execute(
            """
            INSERT INTO feed (integration, feed, owner, phase, link, next_delta, round, listed_at, finished_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (integration, feed, owner) DO UPDATE SET
                phase = excluded.phase, link = excluded.link, next_delta = excluded.next_delta, round = excluded.round,
                listed_at = excluded.listed_at, finished_at = excluded.finished_at
            """,
            [
                scope, .text(feed), .text(owner), .text(state.phase.rawValue), .optional(state.link),
                .optional(state.nextDelta),
                .int(state.round), .optional(state.listedAt?.timeIntervalSince1970),
                .optional(state.finishedAt?.timeIntervalSince1970),
            ])
    }

    public func forgetFeed(_ feed: String, owner: String) throws {
        try connection.execute(
            "DELETE FROM feed WHERE integration = $1 AND feed = $2 AND owner = $3", [scope, .text(feed), .text(owner)])
    }

    /// Makes every feed start over: what `--full` asks for. What is stored stays until the new round has seen the rest.
    public func forgetAllFeeds() throws {
        try connection.execute("DELETE FROM feed WHERE integration = $1", [scope])
    }
}
