import Foundation
import Glibc

/// A file in the address space, read only.
///
/// `@unchecked Sendable`, because: the mapping is made in `init`, never written to, and taken away in `deinit`, when nobody holds it.
final class MappedFile: @unchecked Sendable {
    let bytes: UnsafeBufferPointer<UInt8>

    /// - Throws: `MailTrouble`, also for what is no regular file.
    init(path: String) throws(MailTrouble) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw MailTrouble(path: path, errno: errno) }
        defer { close(descriptor) }
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else {
            throw MailTrouble("cannot read \(path): it is no file")
        }
        let count = lseek(descriptor, 0, SEEK_END)
        guard count > 0 else {
            bytes = UnsafeBufferPointer(start: nil, count: 0)
            return
        }
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw MailTrouble(path: path, errno: errno)
        }
        bytes = UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
    }

    /// Says that what lies before an element has been read: every 4 MB the pages behind are given back, so that a large file does not
    /// stay in memory. Whatever is read again comes from the file again.
    func pass(_ element: Range<Int>) {
        let window = 22
        guard let start = bytes.baseAddress, element.lowerBound >> window != element.upperBound >> window else {
            return
        }
        madvise(UnsafeMutableRawPointer(mutating: start), (element.lowerBound >> window) << window, MADV_DONTNEED)
    }

    deinit {
        if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }
}
