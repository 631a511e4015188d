import Foundation
import Synchronization

/// What long work says while it runs: on a terminal one line that moves, in a pipe a line every ten seconds.
/// Safe to call from many tasks at once. It draws only when told of progress: it has no timer.
public final class ProgressLine: Sendable {
    public enum Mode: Sendable {
        /// One line, painted over and over.
        case moving
        /// A line now and then.
        case lines
        case silent
    }

    private struct Track {
        var what: String
        var unit: String
        var total: Int?
        var done = 0
        /// Seconds and count, about one a second, the last ten: what the rate is measured over.
        var samples: [(at: Double, done: Int)]
    }

    private struct State {
        var tracks: [Track] = []
        var waitingUntil: Double = 0
        var waitingFor = ""
        var drawnAt: Double?
        var isLineOpen = false
    }

    private let mode: Mode
    private let style: Style
    private let now: @Sendable () -> Double
    private let sink: @Sendable (String) -> Void
    private let state: Mutex<State>

    /// - Parameters:
    ///   - now: seconds on a clock that only goes forward.
    ///   - sink: standard error.
    public init(
        mode: Mode, style: Style = .plain,
        now: @escaping @Sendable () -> Double = { ProcessInfo.processInfo.systemUptime },
        sink: @escaping @Sendable (String) -> Void
    ) {
        self.mode = mode
        self.style = style
        self.now = now
        self.sink = sink
        state = Mutex(State())
    }

    /// Starts a piece of work, or learns more of one that runs: `begin("reading files", of: 11_400, unit: "drives")`.
    /// - Parameter total: nil while nobody knows.
    public func begin(_ what: String, of total: Int? = nil, unit: String = "") {
        let moment = now()
        change(moment) { state in
            if let place = state.tracks.firstIndex(where: { $0.what == what }) {
                state.tracks[place].total = total
                if !unit.isEmpty { state.tracks[place].unit = unit }
            } else {
                state.tracks.append(Track(what: what, unit: unit, total: total, samples: [(moment, 0)]))
            }
        }
    }

    /// That much more of it is done. Work that never began is begun.
    public func advance(_ what: String, by count: Int = 1) {
        let moment = now()
        change(moment) { state in
            let place = state.tracks.firstIndex { $0.what == what } ?? state.tracks.count
            if place == state.tracks.count {
                state.tracks.append(Track(what: what, unit: "", total: nil, samples: [(moment, 0)]))
            }
            state.tracks[place].done += count
            let sample = (moment, state.tracks[place].done)
            if let last = state.tracks[place].samples.last, moment - last.at >= 1 {
                state.tracks[place].samples = state.tracks[place].samples.suffix(10) + [sample]
            }
        }
    }

    /// Nothing moves for that long: `wait(4, for: "SharePoint")` shows "waiting 4 s (SharePoint asked)".
    public func wait(_ seconds: Double, for whom: String) {
        let moment = now()
        change(moment) { state in
            guard moment + seconds > state.waitingUntil else { return }
            state.waitingUntil = moment + seconds
            state.waitingFor = whom
        }
    }

    /// A piece of work is over.
    public func end(_ what: String) { change(now()) { state in state.tracks.removeAll { $0.what == what } } }

    /// All is over: the moving line is wiped away.
    public func finish() {
        state.withLock { state in
            state.tracks = []
            if mode == .moving, state.isLineOpen { sink("\r\u{1B}[K") }
            state.isLineOpen = false
        }
    }

    /// Prints a line of log without tearing the moving line.
    public func print(_ line: String) {
        state.withLock { state in
            if mode == .moving, state.isLineOpen { sink("\r\u{1B}[K") }
            sink(line + "\n")
            state.isLineOpen = false
            state.drawnAt = mode == .moving ? nil : state.drawnAt
        }
    }

    private func change(_ moment: Double, _ body: (inout State) -> Void) {
        guard mode != .silent else { return }
        state.withLock { state in
            body(&state)
            let pause = mode == .moving ? 0.1 : 10
            if state.drawnAt == nil, mode == .lines { state.drawnAt = moment }
            if let drawnAt = state.drawnAt, moment - drawnAt < pause { return }
            guard let line = line(state, moment) else { return }
            state.drawnAt = moment
            sink(mode == .moving ? "\r\(line)\u{1B}[K" : line + "\n")
            state.isLineOpen = mode == .moving
        }
    }

    private func line(_ state: State, _ moment: Double) -> String? {
        guard let track = slowest(state.tracks, moment) else { return nil }
        let what = VisibleText.of(track.what)
        let facts = facts(track, state, moment)
        guard mode == .moving else { return ([what] + facts).joined(separator: ", ") }
        let room = max(20, style.width - 1)
        let rest = facts.joined(separator: "  ")
        let left = room - DisplayWidth.of(what) - DisplayWidth.of(rest) - 4
        let bar =
            style.drawsBars && left >= 5 ? track.total.flatMap { Bar(track.done, of: $0, cells: min(20, left)) } : nil
        guard let bar else { return DisplayWidth.cut("\(what)  \(rest)", to: room, .end) }
        return "\(what)  \(bar.painted(style))  \(rest)"
    }

    /// How far, how fast, how long still, what it waits for.
    private func facts(_ track: Track, _ state: State, _ moment: Double) -> [String] {
        var facts = [count(track)]
        if let rate = rate(track, moment) {
            facts.append("\(ProgressLine.shown(rate: rate))/s")
            if let total = track.total, total > track.done {
                facts.append("about \(Numbers.span((Double(total - track.done) / rate).rounded(.up))) left")
            }
        }
        if state.waitingUntil > moment {
            let seconds = Int((state.waitingUntil - moment).rounded(.up))
            facts.append("waiting \(seconds) s (\(VisibleText.of(state.waitingFor)) asked)")
        }
        return facts
    }

    /// The work that will take longest, else the one begun last: what a person waits for.
    private func slowest(_ tracks: [Track], _ moment: Double) -> Track? {
        func left(_ track: Track) -> Double {
            guard let total = track.total, let rate = rate(track, moment) else { return -1 }
            return Double(max(0, total - track.done)) / rate
        }
        return tracks.enumerated().max { (left($0.element), $0.offset) < (left($1.element), $1.offset) }?.element
    }

    private func count(_ track: Track) -> String {
        let unit = track.unit.isEmpty ? "" : " " + track.unit
        guard let total = track.total else { return Numbers.grouped(track.done) + unit }
        return "\(Numbers.grouped(track.done)) of \(Numbers.grouped(total))\(unit)"
    }

    /// Per second over the last ten seconds; nil until a second has passed.
    private func rate(_ track: Track, _ moment: Double) -> Double? {
        guard let first = track.samples.first, moment - first.at >= 1, track.done > first.done else { return nil }
        return Double(track.done - first.done) / (moment - first.at)
    }

    private static func shown(rate: Double) -> String {
        if rate >= 10 { return Numbers.grouped(Int(rate)) }
        let tenths = Int(rate * 10)
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// Cells, the full ones for what is done: twenty where there is room.
    private struct Bar {
        let full: Int
        let cells: Int
        init?(_ done: Int, of total: Int, cells: Int) {
            guard total > 0 else { return nil }
            self.cells = cells
            full = max(0, min(cells, Int(Double(done) / Double(total) * Double(cells))))
        }
        func painted(_ style: Style) -> String {
            style.paint(String(repeating: "█", count: full), .link)
                + style.paint(String(repeating: "░", count: cells - full), .quiet)
        }
    }
}
