import Model

/// Which pairs of letters words of European languages begin with, consist of and end with: a row for the first letter, a bit for the second.
enum LetterPairs {
    static let origin = TableOrigin(
        source: "how often they occur in the translations of system programs into twenty languages",
        version: "counted once", date: "2026-11", licence: "facts")

    static let starts: [UInt32] = [
        0x03EBC6E, 0x0124911, 0x0124991, 0x0104111, 0x08E3900, 0x0124911, 0x0124111, 0x0104111, 0x0043008, 0x0000011,
        0x0124911, 0x0104111, 0x0104111, 0x0104111, 0x02EBC0A, 0x0124911, 0x0100000, 0x0104111, 0x318CD95, 0x1124111,
        0x00EA008, 0x1004111, 0x1000111, 0x0000000, 0x0000001, 0x0000011,
    ]

    static let middles: [UInt32] = [
        0x37EFFFF, 0x0164B13, 0x21E6D95, 0x33EEB19, 0x3FFFFFF, 0x01A4931, 0x11E69D1, 0x01A6911, 0x3BFFFFF, 0x0144911,
        0x11E6D91, 0x13C7FFF, 0x014F913, 0x33E7FFF, 0x27EFFFF, 0x01EE991, 0x0100000, 0x37EFFFF, 0x33EFFB7, 0x33E7DB5,
        0x23EFF7F, 0x1166911, 0x1004111, 0x0088111, 0x05EFD1D, 0x1186919,
    ]

    static let frequent: [UInt32] = [
        0x23EBF4F, 0x0104911, 0x0084191, 0x0104111, 0x22EBD5D, 0x0004110, 0x0124111, 0x0004111, 0x22E7C7D, 0x0000011,
        0x01C4111, 0x0184911, 0x010C113, 0x11C615D, 0x27EBC4E, 0x0024911, 0x0000000, 0x01C7119, 0x21CCD15, 0x11E4111,
        0x00E3810, 0x0004111, 0x0000001, 0x0000000, 0x0000001, 0x0000111,
    ]

    static let ends: [UInt32] = [
        0x31EFFCD, 0x0004111, 0x0184591, 0x0144111, 0x21E3F5D, 0x0080000, 0x01C6111, 0x0084111, 0x2BE7DDD, 0x0100111,
        0x11C4111, 0x11C4919, 0x0146111, 0x11C6159, 0x27E3C49, 0x0080111, 0x0000000, 0x11C6119, 0x21C4591, 0x11C4111,
        0x00E3D11, 0x1006111, 0x0000011, 0x0000000, 0x0049111, 0x0004111,
    ]
}

extension LetterPairs {
    /// Whether capitals read like a word.
    static func isWord(_ letters: Characters) -> Bool {
        let last = letters.count - 1
        guard last > 2, (0...last).allSatisfy({ letters[$0].isUpper }), holds(starts, letters, 0),
            holds(ends, letters, last - 1), (0..<last).allSatisfy({ holds(middles, letters, $0) })
        else { return false }
        return (0..<last).count { holds(frequent, letters, $0) } * 2 >= last
    }

    private static func holds(_ table: [UInt32], _ letters: Characters, _ place: Int) -> Bool {
        table[Int(letters[place]) - 65] & 1 << UInt32(letters[place + 1] - 65) != 0
    }
}
