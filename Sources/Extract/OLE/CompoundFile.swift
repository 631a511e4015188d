import Model

/// A compound file (MS-CFB): storages and streams over chains of sectors. Chains that loop or leave the file end there.
struct CompoundFile {
    struct Entry {
        var name: String
        /// `Storage/Stream`.
        var path: String
        var isStream: Bool
        var start: Int
        var size: Int
    }

    private let bytes: [UInt8]
    private let sectorSize: Int
    private let smallSize: Int
    private let cutoff: Int
    private var sectors: [UInt32] = []
    private var smallSectors: [UInt32] = []
    private var smallContent: [UInt8] = []
    private(set) var entries: [Entry] = []
    /// A chain that loops, ends early or leaves the file.
    private(set) var isDamaged = false

    static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    private static let lastSector: UInt32 = 0xFFFF_FFFA

    init(_ bytes: [UInt8], limits: ExtractionLimits) throws {
        guard bytes.starts(with: Self.magic), let shift = bytes.u16(at: 30), shift == 9 || shift == 12,
            let smallShift = bytes.u16(at: 32), smallShift < shift, smallShift >= 4,
            let directory = bytes.u32(at: 48), let cutoff = bytes.u32(at: 56), let smallStart = bytes.u32(at: 60)
        else { throw Halt.damaged("the compound file has no header") }
        self.bytes = bytes
        self.cutoff = cutoff
        sectorSize = 1 << shift
        smallSize = 1 << smallShift
        sectors = allocation()
        let listing = chain(from: directory, size: nil)
        try readDirectory(listing, atMost: limits.members)
        smallSectors = Self.words(chain(from: smallStart, size: nil))
    }

    private static func words(_ bytes: [UInt8]) -> [UInt32] {
        stride(from: 0, to: bytes.count - 3, by: 4).compactMap { bytes.u32(at: $0).map { UInt32($0) } }
    }

    private func offset(_ sector: Int) -> Int { (sector + 1) * sectorSize }

    /// The allocation table, from the sectors that header and DIFAT name.
    private func allocation() -> [UInt32] {
        var table: [UInt32] = []
        let most = bytes.count / sectorSize + 1
        func add(_ sector: Int) {
            guard table.count < most, offset(sector) < bytes.count else { return }
            table += Self.words(Array(bytes.bytes(at: offset(sector), count: sectorSize)))
        }
        for place in 0..<109 {
            guard let sector = bytes.u32(at: 76 + place * 4), sector < Int(Self.lastSector) else { continue }
            add(sector)
        }
        var next = bytes.u32(at: 68) ?? Int(Self.lastSector)
        var seen = 0
        while next < Int(Self.lastSector), offset(next) < bytes.count, seen < most {
            for place in 0..<(sectorSize / 4 - 1) {
                guard let sector = bytes.u32(at: offset(next) + place * 4), sector < Int(Self.lastSector) else {
                    continue
                }
                add(sector)
            }
            next = bytes.u32(at: offset(next) + sectorSize - 4) ?? Int(Self.lastSector)
            seen += 1
        }
        return table
    }

    /// The content of a chain, at most once round.
    private mutating func chain(from start: Int, size: Int?) -> [UInt8] {
        var content: [UInt8] = []
        var sector = UInt32(clamping: start)
        var steps = 0
        let most = bytes.count / sectorSize + 1
        while sector < Self.lastSector, content.count < size ?? .max {
            guard steps < most, offset(Int(sector)) < bytes.count, Int(sector) < sectors.count else {
                isDamaged = true
                break
            }
            content += bytes.bytes(at: offset(Int(sector)), count: sectorSize)
            sector = sectors[Int(sector)]
            steps += 1
        }
        if let size {
            if content.count < size { isDamaged = true }
            return Array(content.prefix(size))
        }
        return content
    }

    private mutating func smallChain(from start: Int, size: Int) -> [UInt8] {
        var content: [UInt8] = []
        var sector = UInt32(clamping: start)
        while sector < Self.lastSector, content.count < size {
            guard Int(sector) < smallSectors.count, Int(sector) * smallSize < smallContent.count else {
                isDamaged = true
                break
            }
            content += smallContent.bytes(at: Int(sector) * smallSize, count: smallSize)
            sector = smallSectors[Int(sector)]
        }
        return Array(content.prefix(size))
    }

    /// The content of a stream; a size that exceeds the file is cut.
    mutating func content(of entry: Entry) -> [UInt8] {
        let size = min(entry.size, bytes.count)
        return entry.size < cutoff ? smallChain(from: entry.start, size: size) : chain(from: entry.start, size: size)
    }

    func entry(_ path: String) -> Entry? { entries.first { $0.path == path && $0.isStream } }

    mutating func content(_ path: String) -> [UInt8]? { entry(path).map { content(of: $0) } }
}

extension CompoundFile {
    private struct Node {
        var name: String
        var kind: UInt8
        var left: Int
        var right: Int
        var child: Int
        var start: Int
        var size: Int
    }

    private mutating func readDirectory(_ listing: [UInt8], atMost most: Int) throws {
        var nodes: [Node] = []
        for place in stride(from: 0, to: listing.count - 127, by: 128) where nodes.count <= most * 2 {
            nodes.append(Self.node(listing, at: place, isLarge: sectorSize == 4096))
        }
        guard let root = nodes.first, root.kind == 5 else { throw Halt.damaged("the compound file has no root") }
        let size = min(root.size, bytes.count)
        smallContent = chain(from: root.start, size: size)
        // Depth first over the siblings' trees; a node is visited once, so that loops end.
        var visited = Set<Int>()
        var open: [(node: Int, prefix: String)] = [(root.child, "")]
        while let (index, prefix) = open.popLast(), entries.count < most {
            guard nodes.indices.contains(index), visited.insert(index).inserted else { continue }
            let node = nodes[index]
            open.append((node.left, prefix))
            open.append((node.right, prefix))
            let path = prefix + node.name
            entries.append(
                Entry(name: node.name, path: path, isStream: node.kind == 2, start: node.start, size: node.size))
            if node.kind == 1, prefix.utf8.count < 4096 { open.append((node.child, path + "/")) }
        }
    }

    private static func node(_ listing: [UInt8], at place: Int, isLarge: Bool) -> Node {
        let length = min(max((listing.u16(at: place + 64) ?? 0) - 2, 0), 62)
        let name = TextEncoding.utf16(listing.bytes(at: place, count: length))
        let size = isLarge ? listing.u64(at: place + 120) ?? 0 : listing.u32(at: place + 120) ?? 0
        return Node(
            name: String(decoding: name, as: UTF8.self), kind: listing[place + 66],
            left: listing.u32(at: place + 68) ?? -1,
            right: listing.u32(at: place + 72) ?? -1, child: listing.u32(at: place + 76) ?? -1,
            start: listing.u32(at: place + 116) ?? 0, size: size)
    }
}
