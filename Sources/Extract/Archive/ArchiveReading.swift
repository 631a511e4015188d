import CArchive
import Model

/// Archives and compressed files by libarchive: tar, 7z, rar, cab, cpio, iso, and whatever wraps them.
extension Extractor {
    /// - Parameter name: the file's. What is inside of a compressed file has none of its own.
    func readArchive(_ bytes: [UInt8], named name: String) throws {
        let packed = ArchiveSignature.isPacked(bytes) ? PackedName.inside(name) : nil
        var hasEntries = false
        do {
            if packed == nil || mayHoldArchive(bytes) {
                try readEntries(of: bytes, packed, packed == nil ? Self.prepare : Self.prepareInside, &hasEntries)
            }
            // Zeros are an empty tar, and may be the beginning of something else.
            if packed != nil, !hasEntries { try readEntries(of: bytes, packed, Self.prepareRaw, &hasEntries) }
        } catch let halt as Halt {
            guard case .damaged = halt, !hasEntries, let content = try beginning(ofGzip: bytes) else { throw halt }
            remark(halt)
            try inside("data") { try nestedHere(content, named: packed ?? "data") }
        }
    }

    /// Whether what a compressed file begins with is an archive that is read while it is unpacked. A zip is none, which Office
    /// documents are too: that is read by its directory, as a file.
    private func mayHoldArchive(_ bytes: [UInt8]) -> Bool {
        guard let archive = archive_read_new() else { return false }
        defer { archive_read_free(archive) }
        Self.prepareRaw(archive)
        return bytes.withUnsafeBytes { raw in
            var entry: OpaquePointer?
            guard archive_read_open_memory(archive, raw.baseAddress, raw.count) == ARCHIVE_OK,
                archive_read_next_header(archive, &entry) >= ARCHIVE_WARN
            else { return true }
            var beginning = [UInt8](repeating: 0, count: 36_864)
            let count = archive_read_data(archive, &beginning, beginning.count)
            // What cannot be told is tried.
            return count <= 0 || Format(Array(beginning[..<count]), named: "") == .archive
        }
    }

    /// - Parameter packed: what the one file is called that is compressed; nil for archives.
    private func readEntries(
        of bytes: [UInt8], _ packed: String?, _ prepare: (OpaquePointer) -> Void, _ hasEntries: inout Bool
    ) throws {
        guard let archive = archive_read_new() else { throw Halt.limit("no memory for an archive") }
        defer { archive_read_free(archive) }
        prepare(archive)
        return try bytes.withUnsafeBytes { raw in
            guard archive_read_open_memory(archive, raw.baseAddress, raw.count) == ARCHIVE_OK else {
                throw Self.fault(archive)
            }
            try readEntries(archive, of: bytes, packed, &hasEntries)
        }
    }

    private static func prepare(_ archive: OpaquePointer) {
        prepareMembers(archive)
        archive_read_support_format_zip(archive)
    }

    private static func prepareInside(_ archive: OpaquePointer) {
        prepareRaw(archive)
        prepareMembers(archive)
    }

    private static func prepareMembers(_ archive: OpaquePointer) {
        for support in [
            archive_read_support_format_tar, archive_read_support_format_7zip, archive_read_support_format_rar,
            archive_read_support_format_rar5, archive_read_support_format_cab, archive_read_support_format_cpio,
            archive_read_support_format_ar, archive_read_support_format_xar, archive_read_support_format_iso9660,
            archive_read_support_format_lha,
        ] { _ = support(archive) }
    }

    /// What is compressed, as it is. Only what reads by itself: some of libarchive's filters start programs.
    private static func prepareRaw(_ archive: OpaquePointer) {
        for support in [
            archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
            archive_read_support_filter_lzma, archive_read_support_filter_zstd, archive_read_support_filter_lz4,
            archive_read_support_filter_compress, archive_read_support_format_raw,
        ] { _ = support(archive) }
    }

    /// - Parameter bytes: the archive as it lies there.
    private func readEntries(
        _ archive: OpaquePointer, of bytes: [UInt8], _ packed: String?, _ hasEntries: inout Bool
    ) throws {
        var unknown = UnknownMethods()
        while true {
            var entry: OpaquePointer?
            let answer = archive_read_next_header(archive, &entry)
            if answer == ARCHIVE_EOF { return try unknown.finish(remark) }
            guard answer >= ARCHIVE_WARN, let entry else {
                if archive_read_has_encrypted_entries(archive) > 0 {
                    throw Halt.encrypted("the archive has a password")
                }
                throw Self.fault(archive)
            }
            hasEntries = true
            // Regular files: S_IFREG.
            guard archive_entry_filetype(entry) == 0o100000 else {
                try budget.spendMember()
                continue
            }
            let name = Self.name(of: entry)
            try inside(name) {
                guard let content = try unknown.noting(name, { try content(of: entry, in: archive, of: bytes) }) else {
                    return
                }
                guard content.contains(where: { $0 != 0 }) else { return }
                let isWhole = archive_format(archive) == ARCHIVE_FORMAT_RAW
                try nestedHere(content, named: isWhole ? packed ?? name : name)
            }
        }
    }

    private static func name(of entry: OpaquePointer) -> String {
        if let name = archive_entry_pathname_utf8(entry) { return String(String(cString: name).prefix(512)) }
        guard let raw = archive_entry_pathname(entry) else { return "member" }
        return TextEncoding.memberName(String(cString: raw).utf8, isUTF8: true)
    }

    /// What of it unpacks: that ends early where it is cut off or damaged, and at a limit.
    private func content(of entry: OpaquePointer, in archive: OpaquePointer, of bytes: [UInt8]) throws -> [UInt8] {
        guard archive_entry_is_encrypted(entry) == 0 else { throw Halt.encrypted("it has a password") }
        let (content, fault) = try unpack(entry, archive, size: bytes.count)
        guard let fault else { return content }
        if case .limit = fault {
            guard content.hasText else { throw fault }
            remark(fault)
            return content
        }
        guard case .damaged = fault else { throw fault }
        var beginning = content
        if archive_format(archive) == ARCHIVE_FORMAT_RAW, let more = try self.beginning(ofGzip: bytes) {
            beginning = more.count > content.count ? more : content
        }
        guard beginning.hasText else { throw fault }
        remark(fault)
        return beginning
    }

    /// Of a gzip file that is cut off; libarchive keeps the last 64 KB of it for itself.
    /// - Returns: nil for other files.
    private func beginning(ofGzip bytes: [UInt8]) throws -> [UInt8]? {
        guard bytes.starts(with: [0x1F, 0x8B]) else { return nil }
        var content: [UInt8] = []
        do {
            try inflate(bytes[...], as: .gzip) { content.append(contentsOf: $0) }
        } catch let halt as Halt {
            guard case .damaged = halt else { throw halt }
        }
        return content
    }

    private func unpack(
        _ entry: OpaquePointer, _ archive: OpaquePointer, size: Int
    ) throws -> (content: [UInt8], fault: Halt?) {
        var content: [UInt8] = []
        var fault: Halt?
        content.reserveCapacity(min(max(0, Int(archive_entry_size(entry))), budget.remainingBytes, 16 << 20))
        try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 65_536) { piece in
            while true {
                let count = archive_read_data(archive, piece.baseAddress, piece.count)
                if count == 0 { return }
                guard count > 0 else {
                    if archive_entry_is_encrypted(entry) != 0 { throw Halt.encrypted("it has a password") }
                    fault = Self.fault(archive)
                    return
                }
                do {
                    try budget.spend(bytes: count)
                    // How far it has read libarchive says late, and how large a member is packed it does not say.
                    try budget.checkRatio(out: content.count + count, in: size)
                } catch let halt as Halt {
                    fault = halt
                    return
                }
                content.append(contentsOf: piece[..<count])
            }
        }
        return (content, fault)
    }

    private static func fault(_ archive: OpaquePointer) -> Halt {
        let text =
            archive_error_string(archive).map { String(cString: $0) } ?? "it ends in the middle, or is no archive"
        return UnknownMethods.halt(text) ?? .damaged("the archive is damaged: \(name: text)")
    }
}
