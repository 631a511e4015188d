import Foundation
import Model
import Testing

@testable import Workers

struct WorkerTests {
    /// Built beside the tests.
    private static let executable: String? = {
        let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? ""
        let folder = bundle.split(separator: "/", omittingEmptySubsequences: false).prefix { !$0.hasSuffix(".xctest") }
        let given = ProcessInfo.processInfo.environment["REEVE_TEST_COMMAND"].map {
            ($0 as NSString).deletingLastPathComponent
        }
        let path = (given ?? folder.joined(separator: "/")) + "/reeve-extract"
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    private static let sandboxes: [Sandbox] = Set([Sandbox.detect(), .ownWalls]).sorted { $0.note < $1.note }

    private func workers(_ sandbox: Sandbox, size: Int = 1) throws -> ExtractionWorkers {
        ExtractionWorkers(
            executable: try #require(Self.executable, "reeve-extract is not built"), size: size, sandbox: sandbox)
    }

    @Test(arguments: Self.sandboxes) func `reads documents, PDF by a program behind the walls too`(sandbox: Sandbox)
        async throws
    {
        let workers = try workers(sandbox)
        let plain = await workers.extract(Array("IBAN DE89370400440532013000".utf8), named: "a.txt")
        #expect(
            plain
                == Extraction(
                    segments: [.init(part: "text", kind: .text, text: "IBAN DE89370400440532013000")], status: .ok))
        let pdf = await workers.extract(try Reading.fixture("letter.pdf"), named: "letter.pdf")
        #expect(pdf.status == .ok)
        #expect(pdf.segments.first { $0.part == "page text" }?.text.contains("Body SSN 123-45-6701") == true)
        #expect(pdf.segments.first { $0.part == "page layout" }?.place(at: 0) == "page 1")
        #expect(await workers.note?.contains("limits") == true)
        await workers.stop()
    }

    @Test(arguments: Self.sandboxes) func `reads more documents than a worker takes, several at once`(sandbox: Sandbox)
        async throws
    {
        let workers = try workers(sandbox, size: 3)
        let texts = await withTaskGroup(of: String.self) { group in
            for number in 0..<50 {
                group.addTask {
                    await workers.extract(Array("text \(number)".utf8), named: "a").segments.first?.text ?? ""
                }
            }
            return await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(texts == Set((0..<50).map { "text \($0)" }))
        await workers.stop()
    }

    @Test(arguments: Self.sandboxes) func `eight workers of one user run their programs at once`(sandbox: Sandbox)
        async throws
    {
        let workers = try workers(sandbox, size: 8)
        let letter = try Reading.fixture("letter.pdf")
        let all = await withTaskGroup(of: Extraction.Status.self) { group in
            for _ in 0..<16 { group.addTask { await workers.extract(letter, named: "letter.pdf").status } }
            return await group.reduce(into: Set<Extraction.Status>()) { $0.insert($1) }
        }
        #expect(all == [.ok])
        #expect(await workers.isWithoutNamespaces == (sandbox == .ownWalls))
        await workers.stop()
    }

    @Test(arguments: Self.sandboxes) func `outlives the thread that asked for it`(sandbox: Sandbox) async throws {
        let executable = try #require(Self.executable, "reeve-extract is not built")
        let started = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let worker = WorkerProcess(executable: executable, sandbox: sandbox)
                let place = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self")
                continuation.resume(returning: (worker, place))
            }
        }
        // Not before the kernel has ended that thread.
        let thread = try #require(started.1)
        while FileManager.default.fileExists(atPath: "/proc/\(thread)/stat") { await Task.yield() }
        var worker = try #require(started.0)
        let read = try worker.read(Array("IBAN".utf8), named: "a.txt", limits: ExtractionLimits())
        #expect(read.segments.first?.text == "IBAN")
        worker.end()
    }

    @Test func `writing to a worker that was killed is a fault of that worker alone`() async throws {
        let executable = try #require(Self.executable, "reeve-extract is not built")
        var worker = try #require(WorkerProcess(executable: executable, sandbox: .ownWalls))
        kill(worker.process, SIGKILL)
        var status: siginfo_t = siginfo_t()
        #expect(waitid(P_PID, id_t(worker.process), &status, WEXITED | WNOWAIT) == 0)
        #expect(throws: WorkerProcess.Fault.self) {
            try worker.read([UInt8](repeating: 0x61, count: 1 << 20), named: "a.txt", limits: ExtractionLimits())
        }
        worker.end()
    }

    /// `DocumentLimits` says which.
    @Test func `the largest file that may be allowed is read, and not lost for lack of memory`() async throws {
        let workers = try workers(.ownWalls)
        var limits = ExtractionLimits()
        limits.input = 120 << 20
        (limits.wallTime, limits.processorTime) = (120_000, 119_000)
        let member = Array(repeating: Array("lorem ipsum dolor\n".utf8), count: (limits.input - 4_096) / 18).flatMap(
            \.self)
        let read = await workers.extract(TarWriter.archive("a.txt", member), named: "a.tar", limits: limits)
        #expect(read.status == .partial && read.detail?.contains("its middle was left out") == true)
        await workers.stop()
    }

    @Test func `loses one document when a worker ends, and reads the next`() async throws {
        let workers = ExtractionWorkers(executable: "/usr/bin/false", size: 1, sandbox: .ownWalls)
        #expect(await workers.extract([0x61], named: "a").status == .error)
        let living = try self.workers(.ownWalls)
        var limits = ExtractionLimits()
        // More than the process may allocate.
        limits.expanded = 2_000 << 20
        limits.ratio = 1 << 20
        limits.text = 1_900 << 20
        let bomb = ZipWriter().adding("a.txt", [UInt8](repeating: 0x30, count: 250 << 20)).bytes
        let lost = await living.extract(bomb, named: "a.zip", limits: limits)
        #expect(lost.status == .error || lost.status == .limit)
        #expect(await living.extract(Array("next".utf8), named: "a.txt").segments.first?.text == "next")
        await living.stop()
    }

    @Test func `is a limit when the file is too large, without a worker`() async {
        var limits = ExtractionLimits()
        limits.input = 1
        let workers = ExtractionWorkers(executable: "/nonexistent", size: 1, sandbox: .ownWalls)
        #expect(await workers.extract([1, 2], named: "a", limits: limits).status == .limit)
    }

    @Test(arguments: Self.sandboxes) func `can do nothing but read`(sandbox: Sandbox) async throws {
        // What a worker must not inherit.
        let inherited = open("/dev/null", O_RDONLY)
        defer { close(inherited) }
        setenv("REEVE_TEST_SECRET", "secret", 1)
        let answer = try Self.output(of: try #require(Self.executable), ["REEVE_TRY_WALLS=1"], sandbox)
        let lines = answer.split(separator: "\n")
        #expect(lines.first?.contains("seccomp") == true && lines.first?.contains("landlock") == true, "\(answer)")
        #expect(lines.count == 13 && lines.dropFirst().allSatisfy { $0.hasSuffix(": refused") }, "\(answer)")
        let environment = try Self.output(of: "/usr/bin/env", [], sandbox)
        #expect(environment.contains("LC_ALL=C.UTF-8") && !environment.contains("secret"), "\(environment)")
    }

    /// What a program says behind the walls of the sandbox.
    private static func output(of program: String, _ variables: [String], _ sandbox: Sandbox) throws -> String {
        let command = WorkerCommand(executable: program, sandbox: sandbox, workFolder: "/tmp")
        let pipe = Pipe()
        let child = Spawn(words: command.words, environment: command.environment + variables)
            .run(input: nil, output: pipe.fileHandleForWriting.fileDescriptor)
        try pipe.fileHandleForWriting.close()
        let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        var status: Int32 = 0
        while waitpid(try #require(child), &status, 0) < 0, errno == EINTR {}
        return text
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tesseract"), "needs tesseract"))
    func `reads the text in images and scanned pages where that is asked for`() async throws {
        let workers = try workers(Sandbox.detect())
        for (file, words) in [("words.png", "DE89370400440532013000"), ("scan.pdf", "536-22-1840")] {
            let bytes = try Reading.fixture(file)
            let plain = await workers.extract(bytes, named: file)
            #expect(plain.status == (file == "scan.pdf" ? .partial : .unsupported), "\(plain)")
            let read = await workers.extract(bytes, named: file, limits: .readingImages)
            #expect(read.status == .ok, "\(read.detail ?? "")")
            #expect(read.segments.contains { $0.part == "image text" && $0.text.contains(words) }, "\(read.segments)")
        }
        await workers.stop()
    }
}
