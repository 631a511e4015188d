import Glibc

/// What looking through texts took: how much there was, and how long processors computed on it. Reading files, taking the text out of them
/// and printing what was found are not in it.
public struct SearchEffort: Hashable, Sendable {
    /// Bytes of UTF-8.
    public private(set) var bytes = 0
    /// Seconds of processor time, of all cores together.
    public private(set) var seconds = 0.0

    public init() {}

    /// Megabytes (1,000,000 bytes) a second of one core; nil where nothing was searched.
    public var megabytesPerSecond: Double? { seconds > 0 ? Double(bytes) / 1e6 / seconds : nil }

    public static func += (all: inout SearchEffort, more: SearchEffort) {
        all.bytes += more.bytes
        all.seconds += more.seconds
    }

    mutating func add<Result>(bytes: Int, _ search: () -> Result) -> Result {
        let start = Self.processorTime()
        defer {
            self.bytes += bytes
            seconds += Self.processorTime() - start
        }
        return search()
    }

    /// Seconds that this thread has computed.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
