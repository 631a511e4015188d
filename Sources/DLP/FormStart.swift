/// What a form can begin with: a bit for each capital letter, one for digits, one for all else.
enum FormStart {
    private static let capitals: UInt32 = (1 << 26) - 1
    private static let digit: UInt32 = 1 << 26
    private static let other: UInt32 = 1 << 27

    @inline(__always)
    static func bit(of byte: UInt8) -> UInt32 {
        byte.isUpper ? 1 &<< UInt32(byte &- 65) : byte.isDigit ? digit : other
    }

    static func of(_ steps: UnsafeBufferPointer<Form.Step>) -> UInt32 {
        switch steps.first {
        case .digit: digit
        case .capital: capitals
        case .either: capitals | digit
        case .literal(let byte): bit(of: byte)
        case .joint, .loose, .required, nil: .max
        }
    }
}
