import Foundation
import Glibc
import Synchronization

/// A document that is printed piece by piece and is whole whatever stops it: Ctrl-C, SIGTERM and a terminal that is closed (SIGHUP) close it
/// before they end the command.
final class StoppableOutput: Sendable {
    /// What is missing of the document so far.
    private let rest: Mutex<String>

    /// - Parameter rest: the whole document where nothing is printed before it ends.
    init(closedBy rest: String) {
        self.rest = Mutex(rest)
        guard !rest.isEmpty else { return }
        StopSignals.listen { [self] number in
            // The turn to print is never given back: nothing comes behind the end of the document.
            self.rest.withLock { left in
                Output.write(left)
                StopSignals.end(by: number)
            }
        }
    }

    func write(_ text: String, closedBy rest: String) {
        self.rest.withLock { left in
            Output.write(text)
            left = rest
        }
    }
}

/// SIGINT, SIGTERM and SIGHUP, told to a thread of their own: what a handler of signals may do by itself is next to nothing.
private enum StopSignals {
    /// Set once, before there are handlers that read it.
    nonisolated(unsafe) private static var writing: Int32 = -1

    static func listen(_ close: @escaping @Sendable (Int32) -> Void) {
        var ends: [Int32] = [-1, -1]
        guard writing < 0, pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        writing = ends[1]
        let reading = ends[0]
        Thread.detachNewThread {
            var number: UInt8 = 0
            while read(reading, &number, 1) < 0, errno == EINTR {}
            close(Int32(number))
        }
        for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
            signal(number) { number in
                // A second one does not wait for the output to be closed.
                signal(number, SIG_DFL)
                let fault = errno
                var byte = UInt8(number)
                _ = Glibc.write(StopSignals.writing, &byte, 1)
                errno = fault
            }
        }
    }

    /// Ends the command as the signal does.
    static func end(by number: Int32) -> Never {
        guard number == SIGINT else {
            signal(number, SIG_DFL)
            kill(getpid(), number)
            while true { pause() }
        }
        Output.say("reeve: stopped")
        _exit(130)
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }
}
