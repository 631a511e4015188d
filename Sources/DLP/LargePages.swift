import Glibc

extension UnsafeMutableBufferPointer<UInt8> {
    /// Asks for memory by two megabytes at a time, where there are several: a large text is written into it once, and touching it page by
    /// page costs a tenth of searching it (madvise(2), `MADV_HUGEPAGE`).
    public func takeInLargePages() {
        let large = 2 << 20
        guard let baseAddress, count >= 2 * large else { return }
        let skipped = -Int(bitPattern: baseAddress) & (large - 1)
        // Where the system has none it stays as it is.
        _ = madvise(baseAddress + skipped, (count - skipped) & -large, MADV_HUGEPAGE)
    }
}
