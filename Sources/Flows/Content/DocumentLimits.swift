import Model

/// The section `documents.limits` of the settings: how much of a document is read. Each has its own status.
public struct DocumentLimits: Codable, Hashable, Sendable {
    /// The file itself, in megabytes (of 1,048,576 bytes, as all of these).
    public var inputMegabytes = 100
    /// What comes out of all decompression together.
    public var expandedMegabytes = 250
    /// Bytes out for one byte in, above one megabyte.
    public var ratio = 200
    /// Members of archives, parts of messages and packages.
    public var members = 10_000
    /// Documents in documents.
    public var depth = 10
    /// Text that is looked through; of more, head and tail.
    public var textMegabytes = 32
    public var pdfPages = 5_000
    /// On the clock; where images are read, a minute at least.
    public var seconds = 9
    /// Findings of a detector in a document that `dlp scan` lists; the others are counted.
    public var findings = 1_000

    public init() {}

    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        func value(_ key: CodingKeys, or standard: Int) throws -> Int {
            try box.decodeIfPresent(Int.self, forKey: key) ?? standard
        }
        inputMegabytes = try value(.inputMegabytes, or: inputMegabytes)
        expandedMegabytes = try value(.expandedMegabytes, or: expandedMegabytes)
        ratio = try value(.ratio, or: ratio)
        members = try value(.members, or: members)
        depth = try value(.depth, or: depth)
        textMegabytes = try value(.textMegabytes, or: textMegabytes)
        pdfPages = try value(.pdfPages, or: pdfPages)
        seconds = try value(.seconds, or: seconds)
        findings = try value(.findings, or: findings)
    }

    public enum CodingKeys: String, CodingKey, CaseIterable, Sendable {
        case inputMegabytes, expandedMegabytes, ratio, members, depth, textMegabytes, pdfPages, seconds, findings

        /// What may stand there. A worker has 512 MB of memory whatever stands there: a larger file than these would end it.
        public var range: ClosedRange<Int> {
            switch self {
            case .inputMegabytes: 1...120
            case .expandedMegabytes: 1...4_096
            case .ratio: 2...100_000
            case .members: 1...1_000_000
            case .depth: 0...50
            case .textMegabytes: 1...48
            case .pdfPages: 1...100_000
            case .seconds: 2...600
            case .findings: 1...1_000_000
            }
        }
    }

    /// Whether more of a document is read than with other limits: what those kept out may be in it.
    func reachFarther(than other: Self) -> Bool {
        let reading: [KeyPath<Self, Int>] = [
            \.inputMegabytes, \.expandedMegabytes, \.ratio, \.members, \.depth, \.textMegabytes, \.pdfPages, \.seconds,
        ]
        return reading.contains { self[keyPath: $0] > other[keyPath: $0] }
    }

    /// - Parameter readsImages: whether the text in images is read, which takes long.
    func extraction(readsImages: Bool) -> ExtractionLimits {
        var limits = readsImages ? ExtractionLimits.readingImages : ExtractionLimits()
        limits.input = inputMegabytes << 20
        limits.expanded = expandedMegabytes << 20
        limits.text = textMegabytes << 20
        (limits.ratio, limits.members, limits.depth, limits.pages) = (ratio, members, depth, pdfPages)
        let time = seconds * 1_000
        limits.wallTime = readsImages ? max(limits.wallTime, time) : time
        // What it waits for is not its own doing: the clock is for that.
        limits.processorTime = readsImages ? limits.wallTime : time - 1_000
        return limits
    }
}
