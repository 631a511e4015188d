import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// `GET /events`, and the same of the API: server-sent events (WHATWG HTML §9.2). An event says what changed, not how: who listens asks for it
/// again with their own rights.
extension WebServer {
    /// Time between two signs of life.
    private static let pause = Duration.seconds(20)
    /// Signs of life after which the stream ends: the browser comes back by itself, and is asked again who it is.
    private static let beats = 30

    func eventStream(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.somebody
        let headers: HTTPFields = [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"]
        // Nobody reads the body of an answer to HEAD, so nobody would end what it listens to.
        if request.method == .head { return Response(status: .ok, headers: headers) }
        guard let subscription = events.subscribe(visitor.actor) else {
            throw Problem(
                .serviceUnavailable, "Too many pages are open; this one shows news when it is loaded again.",
                headers: [.retryAfter: "60"])
        }
        let last = request.headers.first("Last-Event-ID")
        let missed = last.map { $0 != events.lastID } ?? false
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                do {
                    try await stream(subscription, to: &writer, missed: missed) {
                        try await isStillAdmitted(request, context)
                    }
                } catch {
                    events.leave(subscription.number)
                    throw error
                }
                events.leave(subscription.number)
                try await writer.finish(nil)
            })
    }

    private func stream(
        _ subscription: EventHub.Subscription, to writer: inout some ResponseBodyWriter, missed: Bool,
        whileAdmitted isAdmitted: () async throws -> Bool
    ) async throws {
        let heart = Task {
            for _ in 0..<Self.beats {
                guard (try? await clock.sleep(for: Self.pause)) != nil else { return }
                events.beat(subscription.number)
            }
            events.leave(subscription.number)
        }
        defer { heart.cancel() }
        // What happened while nobody listened is not told again: the page is asked for once more.
        let opening = "retry: 3000\n\n" + (missed ? Self.text("refresh", id: events.lastID) : ": here\n\n")
        try await writer.write(ByteBuffer(string: opening))
        for await signal in subscription.signals {
            switch signal {
            // Whoever may not ask any more hears nothing more.
            case .beat where try await !isAdmitted(): return
            case .beat: try await writer.write(ByteBuffer(string: ": still here\n\n"))
            case .change(let id, let event):
                try await writer.write(ByteBuffer(string: Self.text(event.topic.rawValue, id: id)))
                if let words = event.words, try await isAdmitted() {
                    try await writer.write(ByteBuffer(string: Self.news(words)))
                }
            }
        }
    }

    /// A sentence that the page reads out. A line break would end the event.
    static func news(_ words: String) -> String {
        "event: news\ndata: \(words.split(whereSeparator: \.isNewline).joined(separator: " "))\n\n"
    }

    private static func text(_ topic: String, id: String) -> String { "id: \(id)\nevent: change\ndata: \(topic)\n\n" }
}
