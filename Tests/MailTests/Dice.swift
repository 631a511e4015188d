/// Repeatable randomness: the same seed gives the same throws (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The text with a few of its characters changed, doubled, removed or replaced by something sharp.
    mutating func mutated(_ text: String) -> String {
        let sharp = Array("=:/;.%{}+-~? \t\u{0}\"v=spf1DMARC0123456789é\u{301},!_")
        var characters = Array(text)
        for _ in 0..<Int.random(in: 1...6, using: &self) {
            let place = Int.random(in: 0...characters.count, using: &self)
            switch Int.random(in: 0..<4, using: &self) {
            case 0: characters.insert(sharp.randomElement(using: &self) ?? "=", at: place)
            case 1 where place < characters.count: characters.remove(at: place)
            case 2 where place < characters.count: characters[place] = sharp.randomElement(using: &self) ?? "="
            default: characters.insert(contentsOf: characters.prefix(place).suffix(8), at: place)
            }
        }
        return String(characters)
    }
}
