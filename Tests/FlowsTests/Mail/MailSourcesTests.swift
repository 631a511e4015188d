import Foundation
import Model
import Testing

@testable import Flows

/// Messages from files, folders, mbox and JSONL.
struct MailSourcesTests {
    @Test func `hands out an eml file as its header block, whatever follows it`() throws {
        try inFolder { folder in
            let body = String(repeating: "x", count: 2_000_000)
            let path = try folder.write("From: Adele <a@x.example>\r\nSubject: hi\r\n\r\n\(body)", to: "one.eml")
            #expect(texts(sources([path])) == ["\(path): From: Adele <a@x.example>\r\nSubject: hi\r\n\r\n"])
        }
    }

    @Test func `an empty file is a message without anything`() throws {
        try inFolder { folder in
            let path = try folder.write("", to: "empty.eml")
            #expect(texts(sources([path])) == ["\(path): "])
        }
    }

    @Test func `numbers the messages of an mbox, and takes no quoted or broken From line for one`() throws {
        try inFolder { folder in
            let path = try folder.write(
                """
                From a@x.example Sat Jan  3 01:05:34 1996
                From: One <a@x.example>
                From : Odd <o@x.example>

                >From here on it is quoted 10:10
                From the sentence before no blank line 11:11
                text

                From here on it is prose
                From b@x.example Sat Jan  3 01:05:34 1996

                From b@x.example Sat Jan  3 01:05:35 1996
                >From : kept
                From: Two <b@x.example>

                From c@x.example Sat Jan  3 01:05:36 1996
                From: Three <c@x.example>
                """, to: "box.mbox")
            #expect(
                texts(sources([path])) == [
                    "\(path)#1: From: One <a@x.example>\nFrom : Odd <o@x.example>\n\n",
                    "\(path)#2: From : kept\nFrom: Two <b@x.example>\n\n",
                    "\(path)#3: From: Three <c@x.example>",
                ])
        }
    }

    @Test func `a file that begins with the field From is no mbox`() throws {
        try inFolder { folder in
            let path = try folder.write("From : Adele <a@x.example>\n\nbody", to: "odd.eml")
            #expect(texts(sources([path])) == ["\(path): From : Adele <a@x.example>\n\n"])
        }
    }

    @Test func `reads cur and new of a Maildir, folders below it, and eml files of other folders, by name`() throws {
        try inFolder { folder in
            for name in [
                "box/new/2", "box/cur/1:2,S", "box/tmp/3", "box/.Sent/cur/4", "files/b.EML", "files/a.eml",
                "files/note.txt", "files/in/c.eml",
            ] {
                try folder.write("From: \(name)\n\n", to: name)
            }
            let box = folder.path("box")
            #expect(ids(sources([box])) == ["\(box)/cur/1:2,S", "\(box)/new/2", "\(box)/.Sent/cur/4"])
            let files = folder.path("files") + "/"
            #expect(ids(sources([files])) == ["\(files)a.eml", "\(files)b.EML", "\(files)in/c.eml"])
        }
    }

    @Test func `links in a circle come to an end`() throws {
        try inFolder { folder in
            try folder.write("From: a\n\n", to: "files/a.eml")
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("files/loop"), withDestinationPath: folder.path("files"))
            #expect(ids(sources([folder.path("files")])).count == 1)
        }
    }

    @Test func `what cannot be read is said, and the rest goes on`() throws {
        try inFolder { folder in
            let good = try folder.write("From: a\n\n", to: "a.eml")
            let items = Array(
                sources([folder.path("none.eml"), good], jsonLines: folder.path("none.jsonl")))
            #expect(items.count == 3)
            #expect(
                items[0] == .trouble(MailTrouble("cannot read \(folder.path("none.eml")): No such file or directory")))
            #expect(items[1] == .message(id: good, bytes: Array("From: a\n\n".utf8)))
            #expect(
                items[2] == .trouble(MailTrouble("cannot read \(folder.path("none.jsonl")): No such file or directory"))
            )
        }
    }

    @Test func `a header block without end is cut at 16 MB`() throws {
        try inFolder { folder in
            let line = "X-Filler: " + String(repeating: "y", count: 990) + "\n"
            let path = try folder.write(String(repeating: line, count: 20_000), to: "long.eml")
            guard case .message(_, let bytes)? = Array(sources([path])).first else { throw Surprise() }
            #expect(bytes.count == 16 << 20)
        }
    }

    @Test func `hands out the lines of JSONL with their numbers`() throws {
        try inFolder { folder in
            let path = try folder.write("{\"a\":1}\n\n  \nnonsense", to: "cases.jsonl")
            #expect(
                Array(sources([], jsonLines: path)) == [
                    .line(Array("{\"a\":1}\n".utf8), number: 1, path: path),
                    .line(Array("nonsense".utf8), number: 4, path: path),
                ])
        }
    }

    @Test func `names that are not UTF-8 are read, and shown with the sign for what is not`() throws {
        try inFolder { folder in
            let box = folder.path("box")
            try FileManager.default.createDirectory(atPath: box, withIntermediateDirectories: true)
            let name = Array("\(box)/lat".utf8CString.dropLast()) + [CChar(bitPattern: 0xE9)]
            let descriptor = open(name + Array(".eml".utf8CString), O_CREAT | O_WRONLY, 0o600)
            #expect(write(descriptor, "From: a\n\n", 9) == 9)
            close(descriptor)
            #expect(texts(sources([box])) == ["\(box)/lat\u{FFFD}.eml: From: a\n\n"])
        }
    }

    private func sources(_ paths: [String], jsonLines: String? = nil) -> MailSources {
        MailSources(paths: paths.map { LocalPath($0) }, jsonLines: jsonLines)
    }

    private func ids(_ sources: MailSources) -> [String] {
        sources.map { if case .message(let id, _) = $0 { id } else { "?" } }
    }

    private func texts(_ sources: MailSources) -> [String] {
        sources.map { item in
            guard case .message(let id, let bytes) = item else { return "\(item)" }
            return "\(id): \(String(decoding: bytes, as: UTF8.self))"
        }
    }
}

/// A line of JSONL as a case.
struct MailCaseTests {
    private func read(_ line: String) throws -> MailCase { try MailCase(line: Array(line.utf8), number: 7, path: "f") }

    @Test func `reads the message and its context`() throws {
        let mail = try read(
            #"{"id":"x","label":"z","raw_b64":"RnJvbTogYQoKYm9keQ==","context":{"rcpt":["a@x.example","b@x.example"],"envelope_from":"<c@y.example>","client_address":"[192.0.2.1]","helo":"h","queue_id":"Q1","user":"bo","history":{"inbound":2,"outbound":1,"first_seen_days":null}}}"#
        )
        #expect(mail.id == "x")
        #expect(String(decoding: mail.bytes, as: UTF8.self).hasPrefix("From: a\n\n"))
        #expect(mail.context.recipients == ["a@x.example", "b@x.example"])
        #expect(mail.context.mailFrom == "c@y.example")
        #expect(mail.context.clientAddress == "192.0.2.1")
        #expect(mail.context.helo == "h")
        #expect(mail.context.queueID == "Q1")
        #expect(mail.context.authenticatedUser == "bo")
        #expect(mail.context.history == Envelope.History(inbound: 2, outbound: 1))
        #expect(mail.trouble == nil)
    }

    @Test(arguments: [
        ("RnJvbTogYQ==", "From: a"), ("RnJvbTog\\nYWI=", "From: ab"), ("RnJvbTogYWJj", "From: abc"),
        ("RnJvbTogYQ", "From: a"), ("", ""),
    ]) func `decodes base64 with and without padding and line breaks`(text: String, message: String) throws {
        let mail = try read(#"{"id":"x","raw_b64":"\#(text)"}"#)
        #expect(String(decoding: mail.bytes, as: UTF8.self) == message)
        #expect(mail.trouble == nil)
    }

    @Test func `decodes no further than the header block`() throws {
        let message = "From: a\r\n\r\n" + String(repeating: "b", count: 3_000)
        let mail = try read(#"{"id":1,"raw_b64":"\#(Data(message.utf8).base64EncodedString())"}"#)
        #expect(mail.id == "1")
        #expect(mail.bytes.count < 20)
    }

    @Test func `says what is no base64, and judges the rest`() throws {
        let mail = try read(#"{"raw_b64":"RnJv!bTogYQ=="}"#)
        #expect(mail.id == "f#7")
        #expect(String(decoding: mail.bytes, as: UTF8.self) == "From: a")
        #expect(mail.trouble?.description.hasPrefix("f:7: \"raw_b64\" is not base64") == true)
    }

    @Test(arguments: [
        (#""context":{"rcpt":7}"#, "context.rcpt"), (#""context":[]"#, "context"),
        (#""context":{"history":{"inbound":-1}}"#, "context.history.inbound"),
        (#""context":{"helo":false}"#, "context.helo"), (#""id":[1]"#, "id"),
    ])
    func `judges without what is of the wrong kind, and names it`(member: String, name: String) throws {
        let mail = try read(#"{"raw_b64":"RnJvbTogYQ==",\#(member)}"#)
        #expect(mail.context == MailCase.Context())
        #expect(mail.faults.map(\.member) == [name])
        #expect(mail.trouble?.description.hasPrefix("f:7: \"\(name)\" has a value") == true)
    }

    @Test(arguments: [
        "nonsense", "[1]", "{\"id\":\"x\"}", "{\"raw_b64\":7}", "{\"id\":\"x\",\"raw_b64\":\"\"", "\"text\"",
    ])
    func `refuses what is no case, with the line's number`(line: String) {
        let trouble = #expect(throws: MailTrouble.self) { try read(line) }
        #expect(trouble?.description.hasPrefix("f:7: no ") == true)
    }
}

private struct Surprise: Error {}

private struct Folder {
    let url: URL
    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }
}

private func inFolder(_ body: (Folder) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("reeve-mail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(Folder(url: url))
}
