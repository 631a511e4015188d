import Glibc

/// What stands between a document's reader and the machine.
public enum Sandbox: Hashable, Sendable {
    /// Namespaces of its own by bubblewrap: no network, a read-only system, a work folder in memory, an own user; behind
    /// that the walls the worker raises itself.
    case bubblewrap(program: String)
    /// Only the walls the worker raises itself: limits, Landlock, seccomp.
    case ownWalls

    /// The strongest one that works here. Tries bubblewrap once: some hosts and containers forbid user namespaces.
    public static func detect() -> Sandbox {
        let candidates = ["/usr/bin/bwrap", "/usr/local/bin/bwrap"]
        for program in candidates where access(program, X_OK) == 0 {
            let sandbox = Sandbox.bubblewrap(program: program)
            let trial = WorkerCommand(executable: "/usr/bin/true", sandbox: sandbox, workFolder: "/tmp")
            if trial.succeeds() { return sandbox }
        }
        return .ownWalls
    }

    /// For the coverage report.
    public var note: String {
        switch self {
        case .bubblewrap: "bubblewrap"
        case .ownWalls: "no namespaces: bubblewrap is missing or not permitted here"
        }
    }
}
