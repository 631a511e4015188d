/// What a form can begin with: one of the capital letters, a digit, something else.
enum FormStart {
    static let count = 28
    private static let capitals: UInt32 = (1 << 26) - 1
    private static let digit = 26
    private static let other = 27

    @inline(__always)
    static func place(of byte: UInt8) -> Int { byte.isUpper ? Int(byte &- 65) : byte.isDigit ? digit : other }

    /// A bit for each beginning of the forms of these steps.
    static func of(_ steps: UnsafeBufferPointer<Form.Step>) -> UInt32 {
        switch steps.first {
        case .digit: 1 << UInt32(digit)
        case .capital: capitals
        case .either: capitals | 1 << UInt32(digit)
        case .literal(let byte): 1 << UInt32(place(of: byte))
        case .joint, .loose, .required, nil: .max
        }
    }
}
