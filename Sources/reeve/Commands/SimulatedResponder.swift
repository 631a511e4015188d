import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import SimulatedTenant

/// Brings HTTP requests to the simulated tenant, and its answers back with their failures on purpose.
struct SimulatedResponder: HTTPResponder {
    /// Remembers the connection, because some failures break it.
    struct Context: RequestContext {
        var coreContext: CoreRequestContextStorage
        let channel: any Channel

        init(source: ApplicationRequestContextSource) {
            coreContext = .init(source: source)
            channel = source.channel
        }
    }

    private struct BrokenOnPurpose: Error {}
    private static let largestBody = 4 << 20

    /// Nil until the tenant is open.
    let tenant: @Sendable () -> SimulatedTenant?

    func respond(to request: Request, context: Context) async throws -> Response {
        guard let tenant = tenant() else { return Response(status: .serviceUnavailable) }
        let body = try await request.body.collect(upTo: Self.largestBody)
        let outcome = await tenant.respond(to: request.head, body: Array(body.readableBytesView))
        let status = outcome.response.status
        let headers = outcome.response.headerFields
        switch outcome.delivery {
        case .whole:
            let body = ResponseBody(byteBuffer: ByteBuffer(bytes: outcome.body))
            return Response(status: status, headers: headers, body: body)
        case .reset:
            try await abort(context.channel)
            throw BrokenOnPurpose()
        case .truncated(let count):
            let part = ByteBuffer(bytes: outcome.body.prefix(count))
            let body = ResponseBody(contentLength: outcome.body.count) { writer in
                try await writer.write(part)
                try await context.channel.close()
                throw BrokenOnPurpose()
            }
            return Response(status: status, headers: headers, body: body)
        case .slow(let pieces):
            return Response(status: status, headers: headers, body: trickle(outcome.body, pieces: pieces))
        }
    }

    private func trickle(_ body: [UInt8], pieces: Int) -> ResponseBody {
        ResponseBody(contentLength: body.count) { writer in
            let size = max(1, (body.count + pieces - 1) / pieces)
            for start in stride(from: 0, to: body.count, by: size) {
                try await writer.write(ByteBuffer(bytes: body[start..<min(start + size, body.count)]))
                try await Task.sleep(for: .milliseconds(50))
            }
            try await writer.finish(nil)
        }
    }

    /// Without lingering a close becomes a reset on the other side, not an orderly end.
    private func abort(_ channel: any Channel) async throws {
        if let socket = channel as? any SocketOptionProvider {
            try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
        try await channel.close()
    }
}
