/// An id as one segment of a path: encoded is only what RFC 3986 §3.3 does not allow there, so "b!xyz" stays as it is.
func pathSegment(_ id: String) -> String {
    if id.utf8.allSatisfy(isPathCharacter) { return id }
    var segment = ""
    for byte in id.utf8 {
        if isPathCharacter(byte) {
            segment.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            segment += percentEncoded(byte)
        }
    }
    return segment
}

/// Text as a value of an `application/x-www-form-urlencoded` body.
func formValue(_ text: String) -> String {
    text.utf8.reduce(into: "") { value, byte in
        if isUnreserved(byte) {
            value.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            value += percentEncoded(byte)
        }
    }
}

func percentEncoded(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "%0" + digits : "%" + digits
}

private func isPathCharacter(_ byte: UInt8) -> Bool {
    isUnreserved(byte) || "!$&'()*+,;=:@".utf8.contains(byte)
}

private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        true
    default: false
    }
}
