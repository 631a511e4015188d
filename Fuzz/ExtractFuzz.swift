import Model

/// Feeds any bytes to the reader of documents, under names that decide between kinds of text: it may not crash, must end
/// and keep its limits.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    var limits = ExtractionLimits()
    (limits.expanded, limits.text, limits.members, limits.depth) = (4 << 20, 1 << 20, 200, 3)
    for name in ["document", "document.html", "document.eml"] {
        let size = Size()
        _ = extract(bytes, named: name, limits: limits) { size.bytes += $0.text.utf8.count }
        precondition(size.bytes <= limits.text / 4 * 6, "more text than the limit")
    }
    return 0
}

private final class Size { var bytes = 0 }
