import Foundation

/// Starting and ending a child process by the calls of POSIX.
enum Spawn {
    /// Starts a program and gives its number. No signal is blocked or ignored in it.
    /// - Parameters:
    ///   - path: of the program.
    ///   - streams: files for standard input, output and error; the last two are emptied first.
    static func start(
        _ path: String, _ arguments: [String], environment: [String: String],
        streams: (input: String, output: String, errors: String)
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, streams.input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, streams.output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, streams.errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let variables = environment.map { "\($0.key)=\($0.value)" }
        return try withCStrings([path] + arguments) { words in
            try withCStrings(variables) { variables in
                var child: pid_t = 0
                let failure = posix_spawn(&child, path, &actions, &attributes, words, variables)
                guard failure == 0 else {
                    throw Surprise("cannot start \(path): \(String(cString: strerror(failure)))")
                }
                return child
            }
        }
    }

    /// Returns when the process has ended; its number stays taken.
    static func waitForEnd(of child: pid_t) {
        var information = siginfo_t()
        while waitid(P_PID, id_t(child), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    }

    /// The exit status of a process that has ended, or minus the number of the signal that ended it. Its number is free afterwards.
    static func reap(_ child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : -signal
    }

    /// A list of C strings with nil at its end, as `argv` and `environ` are.
    private static func withCStrings<T>(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> T)
        rethrows -> T
    {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return try body(copies + [nil])
    }
}
