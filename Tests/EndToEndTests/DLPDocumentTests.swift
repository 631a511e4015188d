import Foundation
import Synchronization
import Testing

/// `reeve dlp scan` of documents, which `reeve-extract` reads beside it.
struct DLPDocumentTests {
    private static func fixture(_ name: String) -> String {
        Requirements.checkout.appendingPathComponent("Tests/Fixtures/documents/\(name)").path
    }

    @Test func `each kind of document has its values, its parts and its status`() async throws {
        try await withReeve { reeve in
            for (file, status, value) in [
                ("letter.odt", "ok", "123-45-6701"), ("letter.doc", "ok", "123-45-6701"),
                ("pay.xlsx", "ok", "123-45-6781"), ("password.pdf", "encrypted", nil), ("secret.7z", "encrypted", nil),
                ("words.png", "unsupported", nil),
            ] as [(String, String, String?)] {
                let answer = try await reeve("dlp", "scan", Self.fixture(file), "--show-matches")
                let lines = try answer.objects()
                #expect(answer.status == 0 && lines.last?["status"] as? String == status, "\(file): \(answer.text)")
                let covered = try await reeve(
                    "dlp", "scan", Self.fixture(file), "--require-coverage", "--format", "csv")
                #expect(
                    covered.status == (status == "ok" ? 0 : 4) && covered.errorText.contains(status) == (status != "ok")
                )
                guard let value else { continue }
                let found = lines.first { $0["value"] as? String == value }
                #expect(found?["detector"] as? String == "us_ssn" && found?["part"] != nil, "\(file): \(answer.text)")
            }
        }
    }

    @Test func `a value on a page of PDF is told once though the page is read in two orders`() async throws {
        try await withReeve { reeve in
            let lines = try await reeve.succeed("dlp", "scan", Self.fixture("letter.pdf"), "--show-matches").objects()
            #expect(lines.count { $0["value"] as? String == "123-45-6701" } == 1, "\(lines)")
            #expect(lines.first { $0["value"] as? String == "123-45-6701" }?["place"] as? String == "page 1")
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tesseract"), "needs tesseract"))
    func `the text in images is read where that is asked for, by flag or setting`() async throws {
        try await withReeve { reeve in
            let image = Self.fixture("words.png")
            let flagged = try await reeve.succeed("dlp", "scan", image, "--ocr").objects()
            #expect(flagged.compactMap { $0["detector"] as? String } == ["iban"])
            try reeve.writeSettings("documents:\n  readImages: true\n  workers: 1\n")
            let settled = try await reeve.succeed("dlp", "scan", image).objects()
            #expect(settled.compactMap { $0["detector"] as? String } == ["iban"])
        }
    }

    @Test func `the limits of a document are those of reeve.yaml`() async throws {
        try await withReeve { reeve in
            let text = try reeve.write(
                String(repeating: "SSN: 536-22-1840\nSSN: 219-09-9998\n", count: 40_000), to: "a.txt")
            try reeve.writeSettings("documents:\n  limits:\n    findings: 3\n")
            let listed = try await reeve.succeed("dlp", "scan", text).objects()
            #expect(listed.count { $0["detector"] as? String == "us_ssn" } == 3)
            try reeve.writeSettings("documents:\n  limits:\n    inputMegabytes: 1\n")
            let refused = try await reeve.succeed("dlp", "scan", text).objects()
            #expect(refused.compactMap { $0["status"] as? String } == ["limit"])
            #expect(refused.compactMap { $0["detail"] as? String } == ["larger than 1 MB"])
            try reeve.writeSettings("documents:\n  limits:\n    members: 2\n")
            let cut = try await reeve.succeed("dlp", "scan", Self.fixture("pay.xlsx")).objects()
            #expect(cut.contains { ($0["detail"] as? String)?.hasSuffix("more than 2 members") == true })
        }
    }

    @Test func `without reeve-extract only plain text is read, and that is said`() async throws {
        try await withReeve { reeve in
            // The command under another name in a folder of its own; a copy could be busy while others start programs.
            let command = URL(fileURLWithPath: Reeve.command).resolvingSymlinksInPath()
            let folder = command.deletingLastPathComponent().appending(path: "alone-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let alone = folder.appending(path: "reeve")
            try FileManager.default.linkItem(at: command, to: alone)
            let text = try reeve.write("SSN: 536-22-1840", to: "a.txt")
            let process = try Running(
                alone.path, ["dlp", "scan", text, Self.fixture("pay.xlsx")],
                environment: ["REEVE_HOME": reeve.home.path, "PATH": "/usr/bin:/bin"], folder: reeve.folder)
            let answer = try await process.answer()
            let lack = "reeve-extract is not installed beside reeve: only plain text is read"
            let document = Self.fixture("pay.xlsx")
            #expect(answer.mistakes == ["reeve: \(lack)", "reeve: \(document): \(lack); install it there"])
            #expect(try answer.objects().map { $0["status"] as? String } == [nil, "ok", "error"])
            #expect((try answer.objects().last?["detail"] as? String)?.hasSuffix("install it there") == true)
            #expect(answer.status == 1)
        }
    }

    @Test func `a worker that is killed while it reads costs its document and nothing else`() async throws {
        try await withReeve { reeve in
            try reeve.writeSettings("documents:\n  workers: 1\n")
            let slow = reeve.file("slow.pdf")
            try SlowPDF.bytes.write(to: slow)
            let run = try reeve.start(["dlp", "scan", slow.path, Self.fixture("pay.xlsx")])
            let killed = Mutex<Set<Int32>>([])
            // A thread of its own: others' tests may keep those of tasks busy for as long as the document is read.
            Thread.detachNewThread {
                while !run.hasEnded {
                    killed.withLock { $0.formUnion(Self.killReaders(of: run.processID)) }
                    usleep(5000)
                }
            }
            let answer = try await run.answer()
            let states = try answer.objects().filter { $0["status"] != nil }
            #expect(!killed.withLock(\.isEmpty) && answer.status == 1)
            #expect(states.map { $0["status"] as? String } == ["error", "ok"])
            #expect(states.first?["detail"] as? String == "reading it ended the worker")
        }
    }

    /// Ends the workers that read: those that run a program for the pages. One that has read another document before is not
    /// the only one, because a new one tries again.
    private static func killReaders(of processID: Int32) -> [Int32] {
        ProcessTree().descendants(of: processID).filter {
            $0.name == "reeve-extract" && $0.hasChildren && kill($0.processID, SIGKILL) == 0
        }.map(\.processID)
    }

    @Test(
        .needsPython,
        .enabled(if: FileManager.default.fileExists(atPath: DevelopmentSet.folder.path), "needs ../shared/data/dlp-dev")
    )
    func `all values, labels and statuses of the development set are found, and nothing else`() async throws {
        try await withReeve { reeve in
            let files = try await reeve.succeed(
                "dlp", "scan", DevelopmentSet.folder.appending(path: "files").path, "--show-matches")
            let texts = try await reeve.succeed(
                "dlp", "scan", "--jsonl", DevelopmentSet.folder.appending(path: "documents.jsonl").path)
            let scores = try await DevelopmentSet.scores(files: files, texts: texts, in: reeve)
            // Files, values, found, extra, recall, labels, statuses.
            #expect(scores.files == ["17", "126", "126", "0", "1.000", "4/4", "17/17"])
            #expect(scores.textF1 >= 0.98)
        }
    }
}
