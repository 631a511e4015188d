import Dispatch
import Foundation
import Synchronization

/// The one thread that starts workers. A worker asks to end with its parent (`PR_SET_PDEATHSIG`, prctl(2)), and its parent is the thread that
/// started it: those of a pool end whenever they have been idle for a while.
final class StartingThread: Sendable {
    static let shared = StartingThread()

    private let jobs = Mutex<[@Sendable () -> Void]>([])
    private let waiting = DispatchSemaphore(value: 0)

    private init() {
        Thread.detachNewThread { [self] in
            while true {
                waiting.wait()
                jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }?()
            }
        }
    }

    /// Lets it run there, and waits for the end.
    func run(_ body: @escaping @Sendable () -> pid_t?) -> pid_t? {
        let (answer, done) = (Answer(), DispatchSemaphore(value: 0))
        jobs.withLock {
            $0.append {
                let child = body()
                answer.child.withLock { $0 = child }
                done.signal()
            }
        }
        waiting.signal()
        done.wait()
        return answer.child.withLock { $0 }
    }

    private final class Answer: Sendable {
        let child = Mutex<pid_t?>(nil)
    }
}
