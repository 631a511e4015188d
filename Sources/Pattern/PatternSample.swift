import Glibc

/// Tries an expression on a text of every kind, before it is let loose on documents.
public enum PatternSample {
    /// Megabytes a second of one core that an expression has to manage at least.
    public static let slowest = 10.0
    /// Bytes of text that a match needs on average at least.
    static let densest = 64

    /// Seconds of one core that compiling an expression may take. How long it can take at all is bounded by its size.
    public static let longestCompiling = 2.0

    /// Why an expression cannot be used: it does not compile, or not in time, is too slow, or matches nearly everywhere; nil where it can.
    /// - Parameter longest: seconds of this thread.
    public static func trouble(
        with expression: PatternSet.Expression, compilingWithin longest: Double = longestCompiling
    ) -> String? {
        let set: PatternSet
        let begin = processorTime()
        do throws(PatternError) {
            set = try PatternSet([expression])
        } catch {
            return error.description
        }
        guard processorTime() - begin <= longest else {
            return "the expression takes more than \(Int(longest)) seconds to compile: use smaller numbers in {…}"
        }
        let text = sample
        let start = processorTime()
        let hits = text.withUnsafeBufferPointer { set.hits(in: $0).count }
        let seconds = processorTime() - start
        if hits > text.count / densest {
            return "the expression matches nearly everywhere: \(hits) times in \(text.count >> 10) KiB of mixed text"
        }
        let speed = Double(text.count) / 1e6 / max(seconds, 1e-9)
        guard speed < slowest else { return nil }
        return "the expression is too slow: \(Int(speed * 10) / 10) megabytes a second, \(Int(slowest)) are asked for"
    }

    /// Prose, rows of numbers, code and base 64: 256 KiB, the same each time.
    static var sample: [UInt8] {
        let pieces = [
            "The quarterly figures were sent to all of the team on Monday; please read them before the call at 14:30.\n",
            "1043,Ada Lovelace,2026-03-14,536-22-1840,1234567890123,ada@contoso.com,DE89 3704 0044 0532 0130 00\n",
            "    guard let value = table[index &+ 1] else { return nil } // 0x7F3A\n",
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9+/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789aaaaaaaaaaaaaaaaaaaaaaaa\n",
            "Größe, naïve, señor, Łódź, 日本語の文章、и русский текст.\n",
        ]
        let block = pieces.flatMap { Array($0.utf8) }
        return Array((0..<(262_144 / block.count)).map { _ in block }.joined())
    }

    /// Seconds that this thread has computed: what else runs on the machine does not count.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
