import CSpawn
import Glibc

/// Starts a program with nothing inherited but the two descriptors given.
struct Spawn: Sendable {
    let words: [String]
    let environment: [String]

    /// - Parameters:
    ///   - input: its standard input; nil is none.
    ///   - output: its standard output; nil is none.
    /// - Returns: its process id, which leads a group of its own; nil where it does not start.
    func run(input: Int32?, output: Int32?) -> pid_t? {
        StartingThread.shared.run { start(input: input, output: output) }
    }

    private func start(input: Int32?, output: Int32?) -> pid_t? {
        guard let program = words.first else { return nil }
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        connect(input, to: 0, &actions)
        connect(output, to: 1, &actions)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // Descriptors of other files and sockets end here.
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for word in arguments + variables { free(word) } }
        var child: pid_t = 0
        return posix_spawn(&child, program, &actions, &attributes, &arguments, &variables) == 0 ? child : nil
    }

    private func connect(_ descriptor: Int32?, to number: Int32, _ actions: inout posix_spawn_file_actions_t) {
        if let descriptor {
            posix_spawn_file_actions_adddup2(&actions, descriptor, number)
        } else {
            posix_spawn_file_actions_addopen(&actions, number, "/dev/null", number == 0 ? O_RDONLY : O_WRONLY, 0)
        }
    }
}
