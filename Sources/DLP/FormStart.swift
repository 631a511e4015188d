/// What a form can begin with: one of the capital letters, a digit, a small letter, something else.
enum FormStart {
    static let count = 29
    private static let capitals: UInt32 = (1 << 26) - 1
    private static let digit = 26
    private static let small = 27
    private static let other = 28

    @inline(__always)
    static func place(of byte: UInt8) -> Int {
        byte.isUpper ? Int(byte &- 65) : byte.isDigit ? digit : byte.isLower ? small : other
    }

    /// A bit for each beginning of the forms of these steps.
    static func of(_ steps: UnsafeBufferPointer<Form.Step>) -> UInt32 {
        switch steps.first {
        case .digit: 1 << UInt32(digit)
        case .capital: capitals
        case .small: 1 << UInt32(small)
        case .either: capitals | 1 << UInt32(digit)
        case .literal(let byte): 1 << UInt32(place(of: byte))
        case .joint, .loose, .required, nil: .max
        }
    }
}
