import HTTPTypes
import Hummingbird
import Store

extension Problem {
    /// What the database cannot do at the moment, in words for anybody: without a path. Nil for what waiting does not mend.
    init?(of error: StoreError) {
        switch error {
        case .locked:
            self.init(
                .serviceUnavailable,
                "Another process is writing to the database. Nothing was changed: try again in a moment.",
                headers: [.retryAfter: "5"])
        case .full:
            self.init(
                .serviceUnavailable,
                "There is no room left on the disk of the database. Nothing was changed: make room on the server, then try again.",
                headers: [.retryAfter: "60"])
        case .unreadable:
            self.init(
                .serviceUnavailable,
                "The database cannot be opened or written to. Nothing was changed; the log says why.",
                headers: [.retryAfter: "60"])
        case .newer, .corrupt, .failed, .keyExposed, .keyUnusable, .sealedWithAnotherKey, .duplicate, .unsupported:
            return nil
        }
    }
}
