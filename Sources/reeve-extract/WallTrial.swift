import CSandbox
import Glibc

/// Tries what no reader of documents may do, behind the walls, and says what became of it: `REEVE_TRY_WALLS=1 reeve-extract`.
enum WallTrial {
    /// - Returns: the exit status: 0 where everything was refused.
    static func run() -> Int32 {
        let walls = Walls.raise(workFolder: Programs.workFolder)
        let attempts: [(String, Bool)] = [
            ("read /etc/passwd", canOpen("/etc/passwd", O_RDONLY)),
            ("read the environment of others", canOpen("/proc/\(getppid())/environ", O_RDONLY)),
            ("write beside the work folder", canOpen("/var/tmp/reeve-extract-wall-\(getpid())", O_WRONLY | O_CREAT)),
            ("write into /usr", canOpen("/usr/reeve-extract-wall-\(getpid())", O_WRONLY | O_CREAT)),
            ("open a socket", socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0),
            ("open a local socket", socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) >= 0),
            ("signal others", kill(getppid(), 0) == 0),
            ("make namespaces", reeve_new_user_namespace() == 0),
            ("keep a capability", reeve_has_capabilities() != 0),
            ("lift the limit of processes", canLift(__RLIMIT_NPROC)),
            ("allocate a gigabyte", canAllocate(1 << 30)),
            ("use an inherited descriptor", (3..<64).contains { fcntl($0, F_GETFD) >= 0 }),
        ]
        let lines = ["walls: \(walls)"] + attempts.map { "\($0.0): \($0.1 ? "POSSIBLE" : "refused")" }
        _ = FileContent.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: 1)
        return attempts.contains { $0.1 } ? 1 : 0
    }

    private static func canOpen(_ path: String, _ flags: Int32) -> Bool {
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { return false }
        close(descriptor)
        if flags & O_CREAT != 0 { unlink(path) }
        return true
    }

    /// Whether there is none, or a higher one can be set.
    private static func canLift(_ resource: __rlimit_resource) -> Bool {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(resource.rawValue), &limit)
        guard limit.rlim_max <= 8_192 else { return true }
        limit.rlim_max += 1
        return setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0
    }

    private static func canAllocate(_ count: Int) -> Bool {
        guard let place = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) else {
            return false
        }
        guard place != MAP_FAILED else { return false }
        munmap(place, count)
        return true
    }
}
