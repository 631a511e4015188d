import Foundation
import Store

/// Keeps two runs of one integration from working on it at the same time, on one machine. It ends with the process, however that ends.
struct RunLock {
    private let descriptor: Int32

    init(_ integration: Integration, in home: URL) throws {
        let path = home.appendingPathComponent("integration-\(integration.id).lock").path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure("cannot write \(path): \(String(cString: strerror(errno)))") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Failure("another run of it is under way: wait until that is done, then run again")
        }
    }

    func release() { close(descriptor) }
}
