/// Objects and pictures of RTF: data in hexadecimal digits, or as it is.
struct RTFData {
    private(set) var objects: [[UInt8]] = []
    private(set) var pictures: [[UInt8]] = []
    private var data: [UInt8] = []
    private var halfByte: UInt8?

    mutating func put(_ more: ArraySlice<UInt8>) { data += more }

    /// - Parameter digit: what is none is passed over.
    mutating func put(digit byte: UInt8) {
        guard let digit = hexValue(byte) else { return }
        if let high = halfByte {
            data.append(high << 4 | digit)
            halfByte = nil
        } else {
            halfByte = digit
        }
    }

    mutating func endObject() {
        if objects.count < 64 { objects.append(data) }
        (data, halfByte) = ([], nil)
    }

    /// PNG and JPEG are kept.
    mutating func endPicture() {
        let isKnown = data.starts(with: [0x89, 0x50]) || data.starts(with: [0xFF, 0xD8])
        if isKnown, pictures.count < 64 { pictures.append(data) }
        (data, halfByte) = ([], nil)
    }
}
