/// A literal that stands in a scanned text.
public struct LiteralHit: Sendable, Hashable {
    /// Its place in the list that the database was made from.
    public let literal: UInt32
    /// The byte after its last one.
    public let end: UInt32
}
