import Model

/// What of the limits is left. One for the file and everything in it, so that nesting gains nothing.
struct Budget {
    let limits: ExtractionLimits
    private let tools: Tools
    private let startedProcessor: Int
    private let started: Int
    private(set) var expanded = 0
    private var members = 0
    private var ticks = 0

    init(_ limits: ExtractionLimits, tools: Tools) {
        self.limits = limits
        self.tools = tools
        startedProcessor = tools.processorTime()
        started = tools.clock()
    }

    /// Milliseconds on the clock, for a program that is started now.
    var remainingTime: Int { max(0, limits.wallTime - (tools.clock() - started)) }

    var remainingBytes: Int { max(0, limits.expanded - expanded) }

    /// Whether a member more is allowed.
    var hasMembers: Bool { members < limits.members }

    mutating func spend(bytes: Int) throws {
        expanded += bytes
        guard expanded <= limits.expanded else {
            throw Halt.limit("more than \(limits.expanded >> 20) MB after decompression")
        }
        try checkTime()
    }

    mutating func spendMember() throws {
        members += 1
        guard members <= limits.members else { throw Halt.limit("more than \(limits.members) members") }
        try checkTime()
    }

    mutating func checkTime() throws {
        // Asking the kernel costs more than most of what is done between two questions.
        ticks &+= 1
        guard ticks % 4 == 1 else { return }
        if tools.processorTime() - startedProcessor > limits.processorTime {
            let time = ExtractionLimits.words(milliseconds: limits.processorTime)
            throw Halt.limit("reading it took more than \(time) of processor time")
        }
        if tools.clock() - started > limits.wallTime {
            throw Halt.limit("reading it took more than \(ExtractionLimits.words(milliseconds: limits.wallTime))")
        }
    }

    /// Of a stream that is being decompressed.
    /// - Parameter size: of what is compressed, read or not: what a directory says of sizes may lie.
    func checkRatio(out: Int, in size: Int) throws {
        guard out > 1 << 20, out / max(size, 1) > limits.ratio else { return }
        throw Halt.limit("expands to more than \(limits.ratio) times its size")
    }
}
