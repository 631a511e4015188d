import Flows
import ServiceLifecycle
import Web

/// What `serve` does beside serving: puts the pictures of lists together for the first visitor, reads each directory when its turn comes, and
/// looks for what other processes changed. Ends when the server is told to, and then lets open pages go.
struct BackgroundWork: Service {
    let server: WebServer

    func run() async throws {
        // Nobody waits for it, nor does the end of the server: it only reads.
        Task { await server.gatherPictures() }
        await cancelWhenGracefulShutdown {
            async let watching: Void = server.watchStore()
            await Scheduler(jobs: server.jobs).run()
            await watching
        }
        server.events.close()
    }
}
