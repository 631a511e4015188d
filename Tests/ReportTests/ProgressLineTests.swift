import Foundation
import Synchronization
import Testing

@testable import Report

struct ProgressLineTests {
    /// What was written, and a clock that stands until it is set.
    private final class World: Sendable {
        let text = Mutex("")
        let time = Mutex(0.0)
        func line(_ mode: ProgressLine.Mode, _ style: Style = Style(width: 100, drawsBars: true)) -> ProgressLine {
            ProgressLine(
                mode: mode, style: style, now: { self.time.withLock { $0 } },
                sink: { piece in self.text.withLock { $0 += piece } })
        }
        func set(_ seconds: Double) { time.withLock { $0 = seconds } }
        var written: String { text.withLock { $0 } }
        var last: String { String(written.split(separator: "\r").last ?? "") }
    }

    @Test func `says what, how far, how fast, how long still and what it waits for`() {
        let world = World()
        let line = world.line(.moving)
        line.begin("reading files", of: 11_400, unit: "drives")
        world.set(20)
        line.wait(4, for: "SharePoint")
        line.advance("reading files", by: 6_200)
        world.set(20.2)
        line.advance("reading files", by: 10)
        let words = "6,210 of 11,400 drives  307/s  about 17 s left  waiting 4 s (SharePoint asked)"
        #expect(world.last == "reading files  \(words)\u{1B}[K", "the bar gives way to the words")
    }
    @Test func `has a bar of twenty cells where there is room, and none where there is none`() {
        for (width, shown) in [
            (100, "users  ██████████░░░░░░░░░░  50 of 100"), (23, "users  50 of 100"),
            (60, "users  ██████████░░░░░░░░░░  50 of 100"),
        ] {
            let world = World()
            let line = world.line(.moving, Style(width: width, drawsBars: true))
            line.begin("users", of: 100)
            world.set(0.5)
            line.advance("users", by: 50)
            #expect(world.last == shown + "\u{1B}[K")
        }
    }
    @Test func `is painted ten times a second at most`() {
        let world = World()
        let line = world.line(.moving)
        line.begin("users", of: 100_000)
        for step in 0..<1000 {
            world.set(Double(step) / 1000)
            line.advance("users")
        }
        #expect(world.written.split(separator: "\r").count == 10)
    }
    @Test func `is a line every ten seconds in a pipe, without a bar or a control`() {
        let world = World()
        let line = world.line(.lines, .plain)
        line.begin("reading users", of: 100, unit: "users")
        for second in 1...25 {
            world.set(Double(second))
            line.advance("reading users", by: 2)
        }
        line.finish()
        #expect(
            world.written.split(separator: "\n") == [
                "reading users, 20 of 100 users, 2.0/s, about 40 s left",
                "reading users, 40 of 100 users, 2.0/s, about 30 s left",
            ])
    }
    @Test func `is silent when it shall be quiet`() {
        let world = World()
        let line = world.line(.silent)
        line.begin("users", of: 10)
        world.set(60)
        line.advance("users")
        line.finish()
        #expect(world.written.isEmpty)
    }
    @Test func `wipes its line at the end and before a line of log`() {
        let world = World()
        let line = world.line(.moving)
        line.begin("users", of: 10)
        line.print("warning: x")
        #expect(world.written.hasSuffix("\r\u{1B}[Kwarning: x\n"))
        line.advance("users")
        line.finish()
        #expect(world.written.hasSuffix("\r\u{1B}[K"))
    }
    @Test func `shows the work that takes longest`() {
        let world = World()
        let line = world.line(.moving)
        line.begin("users", of: 100)
        line.begin("files", of: 100_000)
        world.set(10)
        line.advance("files", by: 10)
        line.advance("users", by: 10)
        world.set(11)
        line.advance("users", by: 1)
        #expect(world.last.hasPrefix("files"))
        line.end("files")
        #expect(world.last.hasPrefix("files"), "not painted again within a tenth of a second")
        world.set(12)
        line.advance("users", by: 1)
        #expect(world.last.hasPrefix("users"))
    }
    @Test func `stays whole under many tasks`() async {
        let world = World()
        let line = world.line(.lines)
        line.begin("items", of: 8_000)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<1000 { line.advance("items") } } }
        }
        world.set(11)
        line.advance("items", by: 0)
        #expect(world.written.hasPrefix("items, 8,000 of 8,000"))
    }
}
