import Model

extension Match {
    /// What was found, as somebody reads it: references and escapes are the characters they stand for, full width is narrow, and what has no
    /// width is left out.
    /// - Parameter text: the one in which it was found; its ranges count the bytes of UTF-8.
    public func text(in text: UnsafeBufferPointer<UInt8>) -> String {
        let own = UnsafeBufferPointer(rebasing: text[range])
        return PlainText(own).map { String(decoding: $0.bytes, as: UTF8.self) } ?? String(decoding: own, as: UTF8.self)
    }
}
