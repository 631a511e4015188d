import Foundation

/// Which passwords are taken (NIST SP 800-63B-4 §3.1.1.2): long ones that are not on everybody's list. No rules about kinds of characters,
/// and no expiry: both make people choose worse ones.
public enum PasswordRule {
    public static let shortest = 15
    public static let longest = 256

    /// What is wrong with a password, in a sentence to show at its field; nil where it may be used.
    /// - Parameter name: of the account it is for.
    public static func objection(to password: String, of name: String) -> String? {
        let normal = password.precomposedStringWithCompatibilityMapping
        guard normal.count >= shortest else {
            return "At least \(shortest) characters; this has \(normal.count). A few words in a row are good."
        }
        // Counted in bytes as well: a character may be any number of them.
        guard normal.count <= longest, normal.utf8.count <= 4 * longest else { return "At most \(longest) characters." }
        let plain = normal.lowercased()
        guard !isGuessed(plain) else { return "This is among the first that are tried. Choose another." }
        let own = name.lowercased().split(separator: "@").first.map(String.init) ?? ""
        guard own.count < 3 || plain.replacing(own, with: "").count >= shortest / 2 else {
            return "This is little more than your name. Choose another."
        }
        return nil
    }

    private static func isGuessed(_ plain: String) -> Bool {
        if Set(plain).count <= 3 { return true }
        let letters = plain.filter(\.isLetter)
        let core = unleeted(trimmed(plain)).filter(\.isLetter)
        return common.contains(plain) || isRepeated(plain) || isRow(plain)
            || [letters, core, halved(core)].contains(where: commonWords.contains)
    }

    /// Without digits and signs at the ends.
    private static func trimmed(_ text: String) -> String {
        let rest = text.drop { !$0.isLetter }
        guard let last = rest.lastIndex(where: \.isLetter) else { return "" }
        return String(rest[...last])
    }

    /// `abcabcabcabc`: a piece of up to four characters over and over.
    private static func isRepeated(_ text: String) -> Bool {
        let characters = Array(text)
        return (1...4).contains { length in
            characters.indices.allSatisfy { characters[$0] == characters[$0 % length] }
        }
    }

    /// `123456789012`, `abcdefghijkl`, `qwertyuiop12`: neighbours in the alphabet, among the digits or on a keyboard.
    private static func isRow(_ text: String) -> Bool {
        rows.contains { row in
            let doubled = row + row
            return doubled.contains(text) || String(doubled.reversed()).contains(text)
        }
    }

    private static func halved(_ text: String) -> String {
        let half = text.prefix(text.count / 2)
        return text == half + half ? String(half) : text
    }

    private static func unleeted(_ text: String) -> String {
        String(text.map { leet[$0] ?? $0 })
    }

    private static let leet: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    private static let rows = [
        "01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "qwertyuiop1234567890",
        "1234567890qwertyuiop", "qwertzuiopasdfghjklyxcvbnm", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "qazwsxedcrfvtgbyhnujmikolp", "azertyuiopqsdfghjklmwxcvbn",
    ]

    /// Words that make no password whatever digits and signs stand around them.
    private static let commonWords: Set<String> = [
        "password", "passwort", "motdepasse", "contrasena", "administrator", "admin", "adminadmin", "welcome",
        "welcomewelcome", "willkommen", "letmein", "changeme", "pleasechangeme", "changemenow", "changeit", "secret",
        "topsecret", "mysecret", "qwerty", "qwertyqwerty", "qwertyuiop", "iloveyou", "iloveyousomuch",
        "iloveyouforever",
        "sunshine", "princess", "football", "baseball", "basketball", "liverpool", "manchester", "superman", "batman",
        "starwars", "pokemon", "monkey", "dragon", "master", "shadow", "michael", "jennifer", "charlie", "computer",
        "internet", "microsoft", "office", "outlook", "windows", "reeve", "reeveadmin", "reevepassword", "adminreeve",
        "summer", "winter", "spring", "autumn", "january", "february", "march", "april", "june", "july", "august",
        "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "company", "test", "testtest", "testing", "testpassword", "mypassword", "newpassword",
        "thepassword", "passwordpassword", "password", "adminpassword", "rootpassword", "userpassword", "default",
        "defaultpassword", "guest", "temporary", "temppassword", "login", "access", "trustno", "whatever", "freedom",
        "security", "unknown", "nothing", "hello", "helloworld", "abc", "abcabc", "asdf", "asdfasdf", "zxcvbnm",
        "qazwsx", "qwer", "qwerqwer", "correcthorsebatterystaple", "correcthorse", "batterystaple",
    ]

    private static let common: Set<String> = [
        "1q2w3e4r5t6y", "q1w2e3r4t5y6", "zaq12wsxcde3", "1qaz2wsx3edc", "1qazxsw23edc", "qwerty123456", "123456qwerty",
        "abc123456789", "123456789abc", "a1b2c3d4e5f6", "112233445566", "123123123123", "987654321098", "741852963000",
        "147258369000", "159753159753", "correct horse battery staple", "0123456789ab", "p@ssw0rd1234", "123qweasdzxc",
        "qweasdzxc123", "asdfghjkl123", "zxcvbnm12345",
    ]
}
