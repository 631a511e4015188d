import CSpawn
import Extract
import Glibc

/// A program run once, its output taken up to a size and a time. It stands behind the walls of the worker.
struct Subprocess {
    let program: String
    let arguments: [String]
    /// Of processor time.
    let seconds: Int

    func run(atMost limit: Int, milliseconds: Int) -> Tools.Answer {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { return .init(text: [], fault: "no pipe") }
        guard let child = spawn(output: ends[1]) else {
            close(ends[0])
            close(ends[1])
            return .init(text: [], fault: "\(program) does not start")
        }
        close(ends[1])
        let (text, isCut) = collect(from: ends[0], atMost: limit, milliseconds: milliseconds)
        // Whoever writes on ends here, by a broken pipe; whoever only computes, at the limit of its processor time.
        close(ends[0])
        var status: Int32 = 0
        // The walls let nobody be ended from here: who holds this worker ends all of it, after a limit at once.
        var usage = rusage()
        while wait4(child, &status, isCut ? WNOHANG : 0, &usage) < 0, errno == EINTR {}
        let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1
        return answer(text, isCut: isCut, status: status, hasUsedUp: used >= seconds)
    }

    /// - Parameter hasUsedUp: whether it computed as long as it may; the second that it was in counts.
    private func answer(_ text: [UInt8], isCut: Bool, status: Int32, hasUsedUp: Bool) -> Tools.Answer {
        if isCut { return .init(text: text, fault: "reading it took too long or gave too much text", isLimit: true) }
        let name = program.split(separator: "/").last ?? ""
        let signal = status & 0x7F
        if signal != 0 {
            // The kernel ends what has used up its processor time, and what there is no memory for, by the same signal.
            let isLimit = signal == SIGXCPU || (signal == SIGKILL && hasUsedUp)
            let end = signal == SIGKILL ? "was killed, as when memory runs out" : "crashed (signal \(signal))"
            return .init(text: text, fault: "\(name) \(isLimit ? "took too long" : end)", isLimit: isLimit)
        }
        return .init(text: text, fault: status >> 8 & 0xFF == 0 ? nil : "\(name) could not read all of it")
    }

    private func spawn(output: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // The worker may not end others: the shell sets the time after which the kernel ends the program.
        let limited = ["sh", "-c", "ulimit -t \(seconds); exec \"$@\"", "sh", program] + arguments
        var words: [UnsafeMutablePointer<CChar>?] = limited.map { strdup($0) } + [nil]
        let settings = ["PATH=/usr/bin", "LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1"]
        var environment: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
        defer { for word in words + environment { free(word) } }
        var child: pid_t = 0
        return posix_spawn(&child, "/bin/sh", &actions, nil, &words, &environment) == 0 ? child : nil
    }

    private func collect(from descriptor: Int32, atMost limit: Int, milliseconds: Int) -> ([UInt8], isCut: Bool) {
        let end = Programs.clock() + milliseconds
        var text: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let left = end - Programs.clock()
            guard left > 0, text.count <= limit else { return (text, true) }
            var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&watched, 1, Int32(clamping: left)) > 0 else { continue }
            let count = read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return (text, false) }
            text += piece[..<count]
        }
    }
}
