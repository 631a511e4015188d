/// The bytes of files that nobody wrote: prose of a size, made from a seed, with a made-up number in a few of them.
enum FileText {
    private static let words = [
        "plan", "review", "meeting", "budget", "the", "of", "and", "team", "quarter", "store", "notes", "draft", "for",
        "design",
        "customer", "launch", "with", "report", "next", "supplier", "season", "price", "we", "agreed", "to", "open",
        "list", "on",
    ]

    /// Every fiftieth file holds one of these in its first line.
    private static let planted = [
        "Card number: 4929 4212 3460 0821, exp 04/28", "IBAN: DE89 3704 0044 0532 0130 00",
        "Social security number: 536-90-4399", "password reset for the store manager",
    ]

    /// - Parameter isPlanted: whether one in fifty holds a number.
    static func bytes(seed: UInt64, count: Int, isPlanted: Bool) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(count + 64)
        if isPlanted, Mix.bits(seed, 1, 61) % 50 == 0 {
            text.add(planted[Int(Mix.bits(seed, 2, 61) % UInt64(planted.count))])
            text.append(10)
        }
        var place = 0
        while text.count < count {
            // Eight words from one draw.
            var bits = Mix.bits(seed, place, 62)
            for _ in 0..<8 {
                text.add(words[Int(bits & 0xFF) % words.count])
                text.append(bits & 0xE0 == 0 ? 10 : 32)
                bits >>= 8
            }
            place += 1
        }
        return Array(text.prefix(count))
    }
}

extension [UInt8] {
    fileprivate mutating func add(_ text: String) { append(contentsOf: text.utf8) }
}

extension DriveTree {
    /// The bytes of a file, always the same ones until somebody writes it anew.
    func bytes(of place: Int) -> [UInt8] {
        let item = item(place)
        var isPlanted = false
        if case .synthetic = source { isPlanted = true }
        return item.content ?? FileText.bytes(seed: Mix.name(item.id), count: item.size, isPlanted: isPlanted)
    }

    /// Graph's hash of a file's bytes: here one of what they are made from, in the same form.
    func contentHash(_ item: SimulatedItem) -> String {
        let seed =
            item.content.map { $0.reduce(Mix.name(item.id)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }
            ?? Mix.name(item.id)
        var text: [UInt8] = []
        text.add(hex: Mix.bits(seed), digits: 16)
        text.add(hex: Mix.bits(seed &+ 1), digits: 11)
        return String(decoding: text, as: UTF8.self) + "="
    }
}
