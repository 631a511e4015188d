import Hummingbird
import Store

extension WebServer {
    /// The first page.
    var overviewRoutes: [Route] { [.page("/", for: .viewer, overviewPage)] }
}
