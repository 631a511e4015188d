import Glibc

/// How a worker is started.
struct WorkerCommand {
    let executable: String
    let sandbox: Sandbox
    /// For programs that the worker runs; inside of bubblewrap a folder in memory takes its place.
    let workFolder: String

    var words: [String] {
        switch sandbox {
        case .ownWalls: [executable]
        case .bubblewrap(let program): [program] + walls + ["--", executable]
        }
    }

    var environment: [String] {
        let folder = sandbox == .ownWalls ? workFolder : "/tmp"
        // A crash is one line of coverage, not a page of trace; one arena keeps the address space small.
        return [
            "PATH=/usr/bin", "LC_ALL=C.UTF-8", "REEVE_WORK_FOLDER=\(folder)", "SWIFT_BACKTRACE=enable=no",
            "MALLOC_ARENA_MAX=1",
        ] + (sandbox == .ownWalls ? [] : ["REEVE_OWN_USER=1"])
    }

    private var walls: [String] {
        var words = [
            "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--uid", "65534", "--gid",
            "65534",
            "--hostname", "reader", "--ro-bind", "/usr", "/usr",
        ]
        for folder in ["/lib", "/lib64", "/bin"] {
            // Links into /usr on a merged system, folders elsewhere.
            words += Self.link(folder).map { ["--symlink", $0, folder] } ?? ["--ro-bind-try", folder, folder]
        }
        for path in ["/etc/ld.so.cache", "/etc/fonts"] { words += ["--ro-bind-try", path, path] }
        // Before what may lie in it.
        words += ["--dev", "/dev", "--size", "268435456", "--tmpfs", "/tmp"]
        for folder in Self.libraryFolders() where !folder.hasPrefix("/usr/") && !folder.hasPrefix("/lib") {
            words += ["--ro-bind", folder, folder]
        }
        return words + ["--ro-bind", executable, executable, "--chdir", "/tmp"]
    }

    private static func link(_ path: String) -> String? {
        var target = [CChar](repeating: 0, count: 256)
        let count = readlink(path, &target, target.count - 1)
        guard count > 0 else { return nil }
        return String(decoding: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Where this process has its own libraries from: the worker is built with the same.
    private static func libraryFolders() -> [String] {
        guard let maps = fopen("/proc/self/maps", "r") else { return [] }
        defer { fclose(maps) }
        var folders: Set<String> = []
        var line = [CChar](repeating: 0, count: 4096)
        while fgets(&line, Int32(line.count), maps) != nil {
            let text = String(
                decoding: line.prefix { $0 != 0 && $0 != 0x0A }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard let start = text.firstIndex(of: "/"), text.contains(".so"), let end = text.lastIndex(of: "/") else {
                continue
            }
            folders.insert(String(text[start..<end]))
        }
        return folders.sorted()
    }

    /// Runs it to its end, without input and output.
    func succeeds() -> Bool {
        guard let child = Spawn(words: words, environment: environment).run(input: nil, output: nil) else {
            return false
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 { if errno != EINTR { return false } }
        return status == 0
    }
}
