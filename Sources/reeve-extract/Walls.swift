import CSandbox
import Glibc

/// What the worker may still do once it has begun: compute, read the system's libraries, write in its own folder.
enum Walls {
    private static let memory: UInt = 512 << 20
    private static let fileSize: UInt = 128 << 20

    /// Raises what the kernel offers.
    /// - Returns: which walls stand: `limits, landlock 7, seccomp`.
    static func raise(workFolder: String) -> String {
        var standing = ["limits"]
        // Whoever starts it hands on nothing; where somebody does, it is of no use from here on.
        closefrom(3)
        set(RLIMIT_AS, memory)
        set(RLIMIT_FSIZE, fileSize)
        set(RLIMIT_NOFILE, 64)
        set(RLIMIT_CORE, 0)
        _ = reeve_die_with_parent(SIGKILL)
        limitProcesses()
        reeve_drop_capabilities()
        guard reeve_no_new_privileges() == 0 else { return standing.joined(separator: ", ") }
        if let version = restrictFiles(workFolder: workFolder) { standing.append("landlock \(version)") }
        if SystemCalls.restrict() { standing.append("seccomp") }
        return standing.joined(separator: ", ")
    }

    /// The kernel counts the processes and threads of a user, not of a program: behind bubblewrap the worker is a user by itself, elsewhere
    /// others of the user count as well. So the lowest number is taken of which half is still free. Root is bound by none.
    private static func limitProcesses() {
        let choices: [UInt] = getenv("REEVE_OWN_USER") != nil ? [64, 1_024, 8_192] : [1_024, 8_192]
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(__RLIMIT_NPROC.rawValue), &limit)
        for most in choices where most <= limit.rlim_max {
            var half = rlimit(rlim_cur: most / 2, rlim_max: limit.rlim_max)
            setrlimit(__rlimit_resource_t(__RLIMIT_NPROC.rawValue), &half)
            if reeve_may_fork() != 0 { return set(__RLIMIT_NPROC, most) }
        }
        setrlimit(__rlimit_resource_t(__RLIMIT_NPROC.rawValue), &limit)
    }

    /// From here on; the programs it starts get the same. Once it is used up, the kernel ends the process.
    static func allowProcessorTime(milliseconds: Int) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
        limit.rlim_cur = min(UInt(used + milliseconds / 1000 + 1), limit.rlim_max)
        setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
    }

    private static func set(_ resource: __rlimit_resource, _ value: UInt) {
        var limit = rlimit(rlim_cur: value, rlim_max: value)
        setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }

    /// - Returns: the version of Landlock in force; nil where the kernel has none.
    private static func restrictFiles(workFolder: String) -> Int? {
        let version = Int(reeve_landlock_version())
        guard version >= 1 else { return nil }
        // Everything the first version knows, and from the third on cutting files short.
        let all: UInt64 = version >= 3 ? 0x1FFF | 1 << 14 : 0x1FFF
        let ruleset = reeve_landlock_ruleset(all)
        guard ruleset >= 0 else { return nil }
        defer { close(ruleset) }
        let (execute, write, read, list) = (UInt64(1), UInt64(1) << 1, UInt64(1) << 2, UInt64(1) << 3)
        for folder in ["/usr", "/lib", "/lib64", "/bin"] { allow(ruleset, folder, execute | read | list) }
        allow(ruleset, "/etc/fonts", read | list)
        for file in ["/etc/ld.so.cache", "/dev/urandom", "/dev/zero"] { allow(ruleset, file, read) }
        allow(ruleset, "/dev/null", read | write)
        allow(ruleset, workFolder, all & ~execute)
        return reeve_landlock_restrict(ruleset) == 0 ? version : nil
    }

    private static func allow(_ ruleset: Int32, _ path: String, _ access: UInt64) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = reeve_landlock_allow(ruleset, descriptor, access)
        close(descriptor)
    }
}
