import Model

/// A zip archive (APPNOTE.TXT 6.3), read by its central directory, or by its local headers where that is missing.
///
/// Names are never used as paths, sizes only as hints.
struct ZipArchive {
    let bytes: [UInt8]
    private(set) var members: [ZipMember] = []
    /// The directory is cut off or wrong: there may have been more.
    private(set) var isDamaged = false

    /// - Returns: nil for what has neither a directory nor a local header.
    init?(_ bytes: [UInt8], limits: ExtractionLimits) {
        self.bytes = bytes
        let most = limits.members + 1
        if let end = Self.endRecord(bytes), let listed = Self.directory(bytes, end: end, atMost: most) {
            members = listed.members
            isDamaged = listed.isDamaged
        }
        guard members.isEmpty || isDamaged else { return }
        let found = Self.localHeaders(bytes, atMost: most)
        if found.count > members.count {
            members = found
            isDamaged = true
        }
        guard !members.isEmpty || Self.endRecord(bytes) != nil else { return nil }
    }

    /// Whether a file that begins otherwise ends as an archive: one that unpacks itself, or with something put in front of it.
    static func isAtEnd(of bytes: [UInt8]) -> Bool {
        guard let end = endRecord(bytes), let comment = bytes.u16(at: end + 20), end + 22 + comment <= bytes.count,
            let listed = directory(bytes, end: end, atMost: 1), let first = listed.members.first
        else { return false }
        return bytes.u32(at: first.offset) == 0x0403_4B50
    }

    func member(named name: String) -> ZipMember? {
        members.first { $0.name == name } ?? members.first { $0.name.lowercased() == name.lowercased() }
    }

    /// The end of central directory record; a comment of at most 64 KB follows it.
    private static func endRecord(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        var place = bytes.count - 22
        let last = max(0, bytes.count - 22 - 65_535)
        while place >= last {
            if bytes[place] == 0x50, bytes.u32(at: place) == 0x0605_4B50 { return place }
            place -= 1
        }
        return nil
    }

    private static func directory(
        _ bytes: [UInt8], end: Int, atMost most: Int
    ) -> (members: [ZipMember], isDamaged: Bool)? {
        guard var count = bytes.u16(at: end + 10), var size = bytes.u32(at: end + 12),
            var start = bytes.u32(at: end + 16)
        else { return nil }
        var last = end
        if let large = largeEndRecord(bytes, end: end) { (last, count, size, start) = large }
        // Bytes put in front of an archive move everything by as much. What lies right before the end record is its directory, as
        // programs that unpack it see it: where the written place leads to is perhaps that of an archive in front.
        let shift = last - size - start
        let isBeforeEnd = shift > 0 && opensMember(bytes, listedAt: start + shift, moved: shift)
        let moved = isBeforeEnd || shift > 0 && bytes.u32(at: start) != 0x0201_4B50 ? shift : 0
        var members: [ZipMember] = []
        var place = start + moved
        while members.count < most, bytes.u32(at: place) == 0x0201_4B50 {
            guard let (member, next) = entry(bytes, at: place, moved: moved) else { return (members, true) }
            members.append(member)
            place = next
        }
        return (members, members.count < min(count, most))
    }

    /// Whether an entry of a directory stands there, and its member where it says.
    private static func opensMember(_ bytes: [UInt8], listedAt place: Int, moved: Int) -> Bool {
        guard bytes.u32(at: place) == 0x0201_4B50, let (member, _) = entry(bytes, at: place, moved: moved) else {
            return false
        }
        return bytes.u32(at: member.offset) == 0x0403_4B50
    }

    /// Zip64: where its own end record lies, count, size and start of the directory.
    private static func largeEndRecord(_ bytes: [UInt8], end: Int) -> (Int, Int, Int, Int)? {
        guard bytes.u32(at: end - 20) == 0x0706_4B50, let written = bytes.u64(at: end - 12) else { return nil }
        // Without room for more it is 56 bytes long, and lies there whatever was put in front of the archive.
        let places = [end - 76, written]
        guard let record = places.first(where: { bytes.u32(at: $0) == 0x0606_4B50 }),
            let count = bytes.u64(at: record + 32), let size = bytes.u64(at: record + 40),
            let start = bytes.u64(at: record + 48), size <= bytes.count, start <= bytes.count
        else { return nil }
        return (record, count, size, start)
    }

    private static func entry(_ bytes: [UInt8], at place: Int, moved: Int) -> (ZipMember, Int)? {
        guard let flags = bytes.u16(at: place + 8), let method = bytes.u16(at: place + 10),
            let nameLength = bytes.u16(at: place + 28), let extraLength = bytes.u16(at: place + 30),
            let commentLength = bytes.u16(at: place + 32), var offset = bytes.u32(at: place + 42),
            var compressed = bytes.u32(at: place + 20), var size = bytes.u32(at: place + 24),
            place + 46 + nameLength <= bytes.count
        else { return nil }
        let extra = bytes.bytes(at: place + 46 + nameLength, count: extraLength)
        largeSizes(extra, size: &size, compressed: &compressed, offset: &offset)
        guard offset + moved < bytes.count else { return nil }
        let name = TextEncoding.memberName(bytes.bytes(at: place + 46, count: nameLength), isUTF8: flags & 0x800 != 0)
        let member = ZipMember(
            name: name, method: method, isEncrypted: flags & 1 != 0, compressedSize: compressed, size: size,
            offset: offset + moved)
        return (member, place + 46 + nameLength + extraLength + commentLength)
    }

    /// The extra field of zip64 holds those of the three that have no room, in this order.
    private static func largeSizes(
        _ extra: ArraySlice<UInt8>, size: inout Int, compressed: inout Int, offset: inout Int
    ) {
        var place = 0
        while let kind = extra.u16(at: place), let length = extra.u16(at: place + 2) {
            if kind == 1 {
                var field = place + 4
                func next(_ number: inout Int) {
                    guard number == 0xFFFF_FFFF, let large = extra.u64(at: field) else { return }
                    number = large
                    field += 8
                }
                next(&size)
                next(&compressed)
                next(&offset)
            }
            place += 4 + length
        }
    }

    /// The members that local headers announce one after another.
    private static func localHeaders(_ bytes: [UInt8], atMost most: Int) -> [ZipMember] {
        var members: [ZipMember] = []
        var place = 0
        while members.count < most, place + 30 <= bytes.count {
            guard bytes[place] == 0x50, bytes.u32(at: place) == 0x0403_4B50, let flags = bytes.u16(at: place + 6),
                let method = bytes.u16(at: place + 8), let compressed = bytes.u32(at: place + 18),
                let size = bytes.u32(at: place + 22), let nameLength = bytes.u16(at: place + 26),
                place + 30 + nameLength <= bytes.count
            else {
                place += 1
                continue
            }
            let name = TextEncoding.memberName(
                bytes.bytes(at: place + 30, count: nameLength), isUTF8: flags & 0x800 != 0)
            let isOpen = flags & 8 != 0 || compressed == 0xFFFF_FFFF
            members.append(
                ZipMember(
                    name: name, method: method, isEncrypted: flags & 1 != 0,
                    compressedSize: isOpen ? bytes.count : compressed, size: isOpen ? 0 : size, offset: place))
            place += 30 + nameLength + (isOpen ? 0 : compressed)
        }
        return members
    }

    /// Where the data of a member lies, by its local header.
    func data(of member: ZipMember) throws -> ArraySlice<UInt8> {
        guard bytes.u32(at: member.offset) == 0x0403_4B50, let nameLength = bytes.u16(at: member.offset + 26),
            let extraLength = bytes.u16(at: member.offset + 28)
        else { throw Halt.damaged("\(name: member.name) has no local header") }
        return bytes.bytes(at: member.offset + 30 + nameLength + extraLength, count: member.compressedSize)
    }
}
