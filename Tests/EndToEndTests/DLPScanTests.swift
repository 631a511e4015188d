import Foundation
import Testing

/// `reeve dlp scan`: local documents, looked through.
struct DLPScanTests {
    private static let letter = "Patient SSN: 536-22-1840, card 5500-0055-5555-5559\n"

    @Test func `a folder's files are scanned in order; values are masked, and shown when asked for`() async throws {
        try await withReeve { reeve in
            try FileManager.default.createDirectory(at: reeve.file("box"), withIntermediateDirectories: true)
            try reeve.write(Self.letter, to: "box/a.txt")
            try reeve.write("nothing", to: "box/b.txt")
            let folder = reeve.file("box").path
            let lines = try await reeve.succeed("dlp", "scan", folder).objects()
            #expect(
                lines.map { $0["doc"] as? String } == ["a.txt", "a.txt", "a.txt", "b.txt"].map { "\(folder)/\($0)" })
            #expect(lines.map { $0["detector"] as? String } == ["us_ssn", "credit_card", nil, nil])
            #expect(lines.map { $0["status"] as? String } == [nil, nil, "ok", "ok"])
            #expect(lines[0]["match"] as? String == "•••••••••40" && lines[1]["entry"] as? String == "mastercard")
            #expect(lines[0]["start"] as? Int == 13 && lines[0]["end"] as? Int == 24)
            #expect(lines.allSatisfy { $0["value"] == nil })
            let shown = try await reeve.succeed("dlp", "scan", folder, "--show-matches").objects()
            #expect(shown[0]["value"] as? String == "536-22-1840")
        }
    }

    @Test func `with --stats it says how much was looked through, beside the findings and not among them`() async throws
    {
        try await withReeve { reeve in
            try FileManager.default.createDirectory(at: reeve.file("box"), withIntermediateDirectories: true)
            try reeve.write(Self.letter, to: "box/a.txt")
            try reeve.write("nothing", to: "box/b.txt")
            let plain = try await reeve("dlp", "scan", reeve.file("box").path)
            let told = try await reeve("dlp", "scan", reeve.file("box").path, "--stats")
            #expect(told.output == plain.output)
            #expect(!plain.errorText.contains("looked through"))
            #expect(
                told.errorText.contains(
                    "2 documents, 2 matches\n\(Self.letter.utf8.count + 7) bytes of text looked through\n"))
            #expect(told.errorText.contains("MB/s a core"))
        }
    }

    @Test func `a pipe into which nobody writes does not hold up the files behind it, and one that is written is read`()
        async throws
    {
        try await withReeve { reeve in
            try FileManager.default.createDirectory(at: reeve.file("box"), withIntermediateDirectories: true)
            #expect(mkfifo(reeve.file("box/a.txt").path, 0o600) == 0)
            try reeve.write(Self.letter, to: "box/b.txt")
            let lines = try await reeve.succeed("dlp", "scan", reeve.file("box").path).objects()
            #expect(lines.map { $0["status"] as? String } == ["unsupported", nil, nil, "ok"])
            let written = try await reeve("dlp", "scan", "/dev/stdin", input: Self.letter).objects()
            #expect(written.compactMap { $0["detector"] as? String } == ["us_ssn", "credit_card"])
        }
    }

    @Test func `a link in a folder is not followed, which is said, and an empty folder is said too`() async throws {
        try await withReeve { reeve in
            for name in ["box", "beside", "empty"] {
                try FileManager.default.createDirectory(at: reeve.file(name), withIntermediateDirectories: true)
            }
            try reeve.write(Self.letter, to: "beside/a.txt")
            try FileManager.default.createSymbolicLink(
                atPath: reeve.file("box/link").path, withDestinationPath: "../beside")
            let answer = try await reeve("dlp", "scan", reeve.file("box").path, reeve.file("empty").path)
            #expect(answer.status == 0 && answer.output.isEmpty)
            #expect(
                answer.mistakes == [
                    "reeve: \(reeve.file("empty").path): the folder is empty",
                    "reeve: 1 symbolic link not followed (--follow does)",
                ])
            let followed = try await reeve.succeed("dlp", "scan", reeve.file("box").path, "--follow").objects()
            #expect(followed.compactMap { $0["detector"] as? String } == ["us_ssn", "credit_card"])
        }
    }

    @Test(arguments: ["json", "jsonl", "csv", "table"])
    func `a full disk is told, and ends with 1`(format: String) async throws {
        try await withReeve { reeve in
            let text = try reeve.write(Self.letter, to: "a.txt")
            let process = try Running(
                "/bin/sh",
                ["-c", "exec \"$0\" dlp scan --format \"$1\" \"$2\" > /dev/full", Reeve.command, format, text],
                environment: ["REEVE_HOME": reeve.home.path, "PATH": "/usr/bin:/bin"], folder: reeve.folder)
            let answer = try await process.answer()
            #expect(answer.status == 1)
            #expect(answer.mistakes.count == 1)
            #expect(answer.mistakes.first?.contains("cannot write the output: No space left on device") == true)
        }
    }

    @Test func `names that are not UTF-8 are read, and shown with the sign for what is not`() async throws {
        try await withReeve { reeve in
            let folder = reeve.file("box").path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let inner = Array("\(folder)/lat".utf8CString.dropLast()) + [CChar(bitPattern: 0xE9), 0]
            #expect(mkdir(inner, 0o700) == 0)
            let file = inner.dropLast() + Array("/bad".utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
            let descriptor = open(Array(file), O_CREAT | O_WRONLY, 0o600)
            #expect(write(descriptor, Self.letter, Self.letter.utf8.count) == Self.letter.utf8.count)
            close(descriptor)
            let answer = try await reeve("dlp", "scan", folder)
            #expect(answer.status == 0)
            let lines = try answer.objects()
            #expect(Set(lines.map { $0["doc"] as? String }) == ["\(folder)/lat\u{FFFD}/bad\u{FFFD}"])
            #expect(lines.last?["status"] as? String == "ok" && lines.count == 3)
        }
    }

    @Test func `standard input is a document called by its hyphen, and a folder is none`() async throws {
        try await withReeve { reeve in
            let table = try await reeve("dlp", "scan", "-", "--format", "csv", input: Self.letter)
            #expect(table.text.components(separatedBy: "\r\n").dropFirst().first?.hasPrefix("-,us_ssn,") == true)
        }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `JSON that is interrupted is whole`(signal: Int32) async throws {
        try await withReeve { reeve in
            try FileManager.default.createDirectory(at: reeve.file("box"), withIntermediateDirectories: true)
            try reeve.write(Self.letter, to: "box/a.txt")
            // Somebody holds the pipe open and writes nothing: the scan waits there.
            let pipe = reeve.file("box/b.txt").path
            #expect(mkfifo(pipe, 0o600) == 0)
            let writer = open(pipe, O_RDWR)
            defer { close(writer) }
            let scan = try reeve.start(["dlp", "scan", reeve.file("box").path, "--format", "json"])
            _ = try await scan.firstLine()
            scan.signal(signal)
            let answer = try await scan.answer(limit: 60)
            #expect(answer.status == (signal == SIGINT ? 130 : -signal))
            #expect(try answer.array().map { $0["detector"] as? String } == ["us_ssn", "credit_card", nil])
        }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `JSON that is interrupted while somebody reads it slowly is whole`(signal: Int32) async throws {
        try await withReeve { reeve in
            let line = String(repeating: "card 5500-0055-5555-5559\n", count: 40)
            let texts = (0..<4_000).map {
                "{\"id\":\"Größe \($0)\",\"text\":\"\(line.replacing("\n", with: "\\n"))\"}\n"
            }
            let source = try reeve.write(texts.joined(), to: "texts.jsonl")
            for _ in 0..<3 {
                let slow = try SlowReader(reeve, ["dlp", "scan", "--jsonl", source, "--format", "json"])
                try await slow.read(pieces: 40)
                slow.signal(signal)
                let (status, text) = try await slow.rest()
                #expect(status == (signal == SIGINT ? 130 : -signal))
                let documents = try JSONSerialization.jsonObject(with: text) as? [[String: Any]]
                #expect(documents?.isEmpty == false)
            }
        }
    }

    @Test func `detectors and profiles narrow it, unknown ones are wrong usage`() async throws {
        try await withReeve { reeve in
            let input = try await reeve("dlp", "scan", "-", "--detector", "credit_card", input: Self.letter)
            #expect(try input.objects().compactMap { $0["detector"] as? String } == ["credit_card"])
            let health = try await reeve("dlp", "scan", "-", "--profile", "health information", input: Self.letter)
            #expect(try health.objects().count == 1)
            #expect(try await reeve("dlp", "scan", "-", "--profile", "nothing", input: "").status == 64)
            #expect(try await reeve("dlp", "scan").status == 64)
        }
    }

    @Test func `lines of JSONL are documents by their ids; what cannot be read is said and ends with 1`() async throws {
        try await withReeve { reeve in
            let texts = try reeve.write(
                #"{"id":"one","text":"IBAN DE89 3704 0044 0532 0130 00"}"# + "\nno json\n", to: "texts.jsonl")
            let answer = try await reeve("dlp", "scan", "--jsonl", texts)
            #expect(answer.status == 1)
            #expect(try answer.objects().map { $0["doc"] as? String } == ["one", "one"])
            let missing = try await reeve("dlp", "scan", reeve.file("gone.txt").path)
            #expect(missing.status == 1)
            #expect(missing.errorText.contains("gone.txt: "), "says nothing of what it could not read")
            #expect(try missing.objects().first?["status"] as? String == "error")
        }
    }
}
