/// A member's name, escapes resolved, as bytes of the document: compared without making a `String`.
///
/// It is valid only inside the closure it is given to.
public struct JSONKey {
    public let bytes: UnsafeBufferPointer<UInt8>

    @inlinable init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    @inlinable public var count: Int { bytes.count }

    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Lets a key be switched over with string literals.
    @inlinable @inline(__always)
    public static func ~= (name: StaticString, key: JSONKey) -> Bool {
        guard key.count == name.utf8CodeUnitCount else { return false }
        let wanted = name.utf8Start
        var index = 0
        while index < key.count {
            if key.bytes[index] != wanted[index] { return false }
            index &+= 1
        }
        return true
    }

    /// Compares without regard to ASCII case; `name` is lower case.
    public func matches(ignoringCase name: StaticString) -> Bool {
        guard count == name.utf8CodeUnitCount else { return false }
        return bytes.indices.allSatisfy { index in
            let byte = bytes[index]
            return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == name.utf8Start[index]
        }
    }
}
