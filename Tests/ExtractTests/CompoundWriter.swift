/// Writes compound files (MS-CFB) of a few streams for tests; all are kept in large sectors.
struct CompoundWriter {
    private var streams: [(path: String, content: [UInt8])] = []

    func adding(_ path: String, _ content: [UInt8]) -> CompoundWriter {
        var next = self
        next.streams.append((path, content))
        return next
    }

    func adding(_ path: String, _ text: String) -> CompoundWriter { adding(path, Array(text.utf8)) }

    func adding(_ path: String, wide text: String) -> CompoundWriter {
        adding(path, text.utf16.flatMap { u16(Int($0)) })
    }

    private static let end = 0xFFFF_FFFE
    private static let none = 0xFFFF_FFFF

    /// - Parameter loop: whether every chain leads back to its own beginning.
    func bytes(looping loop: Bool = false) -> [UInt8] {
        var table: [Int] = []
        var body: [UInt8] = []
        var nodes: [(name: String, kind: Int, child: Int, next: Int, start: Int, size: Int)] = [
            ("Root Entry", 5, Self.none, Self.none, Self.end, 0)
        ]
        func add(_ content: [UInt8]) -> Int {
            let start = table.count
            let count = max(1, (content.count + 511) / 512)
            for place in 0..<count { table.append(place + 1 < count ? start + place + 1 : loop ? start : Self.end) }
            body += content + [UInt8](repeating: 0, count: count * 512 - content.count)
            return start
        }
        func node(_ name: String, in parent: Int, kind: Int) -> Int {
            nodes.append((name, kind, Self.none, nodes[parent].child, 0, 0))
            nodes[parent].child = nodes.count - 1
            return nodes.count - 1
        }
        var folders: [String: Int] = ["": 0]
        for (path, content) in streams {
            var parts = path.split(separator: "/").map(String.init)
            let name = parts.removeLast()
            var way = ""
            var parent = 0
            for part in parts {
                way += "/" + part
                parent = folders[way] ?? node(part, in: parent, kind: 1)
                folders[way] = parent
            }
            let place = node(name, in: parent, kind: 2)
            nodes[place].start = add(content)
            nodes[place].size = content.count
        }
        let listing = nodes.flatMap { Self.entry($0.name, $0.kind, $0.child, $0.next, $0.start, $0.size) }
        let directory = add(listing)
        let tableSectors = (table.count + 128) / 127 + 1
        let first = table.count
        for _ in 0..<tableSectors { table.append(0xFFFF_FFFD) }
        let padded = table + [Int](repeating: Self.none, count: tableSectors * 128 - table.count)
        return Self.header(directory: directory, tables: Array(first..<(first + tableSectors))) + body
            + padded.flatMap(u32)
    }

    /// Streams are never small: the cutoff is zero.
    private static func header(directory: Int, tables: [Int]) -> [UInt8] {
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        header += u16(0x3E) + u16(3) + u16(0xFFFE) + u16(9) + u16(6) + [UInt8](repeating: 0, count: 6)
        header += u32(0) + u32(tables.count) + u32(directory) + u32(0) + u32(0) + u32(end) + u32(0) + u32(end) + u32(0)
        for place in 0..<109 { header += u32(place < tables.count ? tables[place] : none) }
        return header
    }

    private static func entry(_ name: String, _ kind: Int, _ child: Int, _ next: Int, _ start: Int, _ size: Int)
        -> [UInt8]
    {
        let wide = name.utf16.flatMap { u16(Int($0)) }
        var entry = wide + [UInt8](repeating: 0, count: 64 - wide.count) + u16(wide.count + 2) + [UInt8(kind), 1]
        entry += u32(none) + u32(next) + u32(child) + [UInt8](repeating: 0, count: 36) + u32(start) + u32(size) + u32(0)
        return entry
    }
}
