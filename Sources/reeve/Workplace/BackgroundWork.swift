import Flows
import ServiceLifecycle
import Web

/// What `serve` does beside serving: reads each directory when its turn comes. Ends when the server is told to, and then lets open pages go.
struct BackgroundWork: Service {
    let server: WebServer

    func run() async throws {
        await cancelWhenGracefulShutdown { await Scheduler(jobs: server.jobs).run() }
        server.events.close()
    }
}
