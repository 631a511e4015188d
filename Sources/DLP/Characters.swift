/// The letters and digits of a candidate, its separators left out. Valid only while a check runs.
public struct Characters {
    private let base: UnsafePointer<UInt8>
    public let count: Int

    init(base: UnsafePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
    }

    /// A byte of ASCII; 0 beyond the end.
    public subscript(place: Int) -> UInt8 { place >= 0 && place < count ? base[place] : 0 }

    /// The digit's value; for anything else a number above 9 or below 0.
    public func digit(_ place: Int) -> Int { Int(self[place]) - 48 }

    /// The number that some digits make.
    public func number(_ range: Range<Int>) -> Int {
        var value = 0
        for place in range { value = value * 10 + digit(place) }
        return value
    }

    /// A part of it.
    public func part(_ range: Range<Int>) -> Characters {
        let bounds = range.clamped(to: 0..<count)
        return Characters(base: base + bounds.lowerBound, count: bounds.count)
    }

    /// Whether it begins with one of these texts.
    func starts(with prefixes: [StaticString]) -> Bool {
        prefixes.contains { prefix in
            prefix.utf8CodeUnitCount <= count
                && (0..<prefix.utf8CodeUnitCount).allSatisfy { base[$0] == prefix.utf8Start[$0] }
        }
    }

    /// Whether one digit is all there is.
    var isOneDigitRepeated: Bool { (1..<max(count, 1)).allSatisfy { base[$0] == base[0] } }

    var text: String { String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self) }
}
