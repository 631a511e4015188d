import Foundation
import Testing

/// A data folder in trouble: one line, status 1, and what was stored before stays.
struct DataFolderTests {
    private func python(_ script: String, _ arguments: String..., in reeve: Reeve) throws -> Running {
        try Running(Requirements.python ?? "", ["-c", script] + arguments, environment: [:], folder: reeve.folder)
    }

    private func database(_ reeve: Reeve) -> String { reeve.home.appendingPathComponent("reeve.sqlite").path }

    private static let commands = [
        ["scan"], ["finding", "list"], ["integration", "list"], ["directory", "users"], ["doctor"],
        ["finding", "export", "--format", "jsonl"],
    ]

    @Test(.needsPython) func `a data folder of a newer version is left alone`() async throws {
        try await withContoso { reeve, _ in
            let before = try Instances(await reeve.succeed("scan", "--format", "jsonl"))
            let set =
                "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('UPDATE schema_version SET version = version + ' + sys.argv[2]); c.commit()"
            #expect(try await python(set, database(reeve), "13", in: reeve).answer().status == 0)
            for command in Self.commands {
                let answer = try await reeve.run(command)
                #expect(answer.status == 1, "\(command)")
                #expect(answer.mistakes.count == 1, "\(command)")
                #expect(
                    answer.errorText.contains(
                        /^reeve: data folder is from a newer version \(schema \d+, this one knows \d+\): update reeve/))
            }
            #expect(try await python(set, database(reeve), "-13", in: reeve).answer().status == 0)
            #expect(
                try Instances(await reeve.succeed("finding", "export", "--format", "jsonl")).differences(from: before)
                    == [])
        }
    }

    @Test(.needsPython) func `a database that another process holds is told after a while, and nothing is lost`()
        async throws
    {
        try await withContoso { reeve, _ in
            let before = try Instances(await reeve.succeed("scan", "--format", "jsonl"))
            let hold = """
                import sqlite3, sys, signal
                c = sqlite3.connect(sys.argv[1], isolation_level=None)
                c.execute('BEGIN EXCLUSIVE')
                print('held', flush=True)
                signal.pause()
                """
            let holder = try python(hold, database(reeve), in: reeve)
            #expect(try await holder.firstLine() == "held")
            let answer = try await reeve("scan")
            #expect(answer.status == 1)
            #expect(answer.mistakes.count == 1, "\(answer.errorText)")
            #expect(answer.errorText.contains("is locked by another process"))
            #expect(!answer.isLate)
            holder.signal(SIGKILL)
            _ = try await holder.answer()
            #expect(
                try Instances(await reeve.succeed("finding", "export", "--format", "jsonl")).differences(from: before)
                    == [])
            try await reeve.succeed("scan", "--quiet")
        }
    }

    @Test func `a file that is no database is told`() async throws {
        try await withContoso { reeve, _ in
            for name in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database(reeve) + name) }
            for content in [
                Data("not a database at all, but long enough to look like one\n".utf8),
                Data(repeating: 0xAB, count: 8192),
            ] {
                try content.write(to: URL(fileURLWithPath: database(reeve)))
                for command in Self.commands {
                    let answer = try await reeve.run(command)
                    #expect(answer.status == 1, "\(command)")
                    #expect(answer.mistakes.count == 1, "\(command): \(answer.errorText)")
                    #expect(answer.errorText.contains("is not a usable database"), "\(command): \(answer.errorText)")
                }
                #expect(try Data(contentsOf: URL(fileURLWithPath: database(reeve))) == content, "the file was changed")
            }
        }
    }

    @Test(.needsRoot) func `a full disk is told, and what was stored before stays`() async throws {
        try await withReeve { reeve in
            try FileManager.default.createDirectory(at: reeve.home, withIntermediateDirectories: true)
            let environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
            let mount = try Running(
                "/bin/mount", ["-t", "tmpfs", "-o", "size=1500k,mode=700", "tmpfs", reeve.home.path],
                environment: environment, folder: reeve.folder)
            // A container may forbid mounts even to root.
            guard try await mount.answer().status == 0 else { return }
            do {
                try await fill(reeve)
            } catch {
                Issue.record(error)
            }
            let unmount = try Running("/bin/umount", [reeve.home.path], environment: environment, folder: reeve.folder)
            #expect(try await unmount.answer().status == 0)
        }
    }

    private func fill(_ reeve: Reeve) async throws {
        try await withTenant(["--users", "5000", "--groups", "50", "--drives", "40", "--items", "2000"], in: reeve) {
            tenant in
            try await reeve.connect(tenant)
            for round in 1...2 {
                let answer = try await reeve("scan", "--format", "jsonl", limit: 300)
                #expect(answer.status == 1, "round \(round)")
                #expect(answer.mistakes.count == 1, "round \(round): \(answer.errorText.suffix(400))")
                #expect(
                    answer.errorText.contains("no room left on the disk"),
                    "round \(round): \(answer.errorText.suffix(400))")
            }
            // What is stored can still be read.
            #expect(try await reeve.succeed("integration", "list", "--format", "json").array().count == 1)
            let users = try await reeve("directory", "users", "--format", "jsonl")
            #expect(users.status == 0, "\(users.errorText)")
        }
    }

    @Test func `a home that cannot be a folder is told`() async throws {
        try await withReeve { reeve in
            try reeve.write("a file", to: "home")
            for home in [reeve.home.path, reeve.home.path + "/below", "/dev/null/reeve", "/proc/reeve"] {
                let answer = try await reeve("integration", "list", environment: ["REEVE_HOME": home])
                #expect(answer.status == 1, "\(home)")
                #expect(answer.mistakes.count == 1, "\(home): \(answer.errorText)")
                #expect(answer.errorText.contains(home), "\(home): \(answer.errorText)")
            }
        }
    }

    @Test(
        .enabled(
            if: !Requirements.isRoot || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"),
            "needs a user who is not root"))
    func `a home that may only be read is told`() async throws {
        try await withReeve { reeve in
            try FileManager.default.createDirectory(at: reeve.home, withIntermediateDirectories: true)
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: reeve.home.path)
            let answer = try await asNobody(["integration", "list"], reeve)
            #expect(answer.status == 1)
            #expect(answer.mistakes.count == 1, "\(answer.errorText)")
            #expect(answer.errorText.contains(reeve.home.path))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: reeve.home.path)
        }
    }

    @Test(
        .enabled(
            if: !Requirements.isRoot || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"),
            "needs a user who is not root"))
    func `a database that may only be read is told`() async throws {
        try await withContoso { reeve, _ in
            try await reeve.succeed("scan", "--quiet")
            for file in try FileManager.default.contentsOfDirectory(atPath: reeve.home.path)
            where file.hasSuffix("-wal") || file.hasSuffix("-shm") {
                try FileManager.default.removeItem(at: reeve.home.appendingPathComponent(file))
            }
            let nobody = NSNumber(value: 65534)
            try FileManager.default.setAttributes(
                [.ownerAccountID: nobody], ofItemAtPath: reeve.home.appendingPathComponent("key").path)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: reeve.home.path)
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: database(reeve))
            let answer = try await asNobody(["scan"], reeve)
            #expect(answer.status == 1)
            #expect(answer.mistakes.count == 1, "\(answer.errorText)")
        }
    }

    /// Root may write everywhere; nobody may not.
    private func asNobody(_ arguments: [String], _ reeve: Reeve) async throws -> Answer {
        guard Requirements.isRoot else { return try await reeve.run(arguments) }
        let environment = ["REEVE_HOME": reeve.home.path, "HOME": reeve.folder.path, "PATH": "/usr/bin:/bin"]
        return try await Running(
            "/usr/bin/setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", Reeve.command] + arguments,
            environment: environment,
            folder: reeve.folder
        ).answer()
    }
}
