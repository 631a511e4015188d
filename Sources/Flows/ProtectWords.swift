import Foundation
import Model

/// Names and addresses as the list takes them.
public enum ProtectWords {
    /// A name without blanks at its ends.
    /// - Throws: `ProtectError.badName`.
    public static func name(_ text: String) throws(ProtectError) -> String {
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !name.isEmpty else { throw .badName(why: "is empty") }
        guard name.unicodeScalars.count <= 256 else { throw .badName(why: "is longer than 256 characters") }
        guard !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw .badName(why: "holds a line break or another control character")
        }
        return name
    }

    /// What is said of an entry; nil where nothing was said.
    /// - Parameter isExported: an export says what was said with all of several reasons, which together may be longer than one.
    /// - Throws: `ProtectError.badText`.
    public static func comment(_ text: String?, isExported: Bool = false) throws(ProtectError) -> String? {
        let most = FreeText.mostOfComment * (isExported ? 20 : 1)
        return try FreeText.checked(text, "comment", .lines, most: most) { ProtectError.badText(why: $0) }
    }

    /// An address as people type one (RFC 5321 §4.1.2 without quoted local parts); its domain in A-labels.
    /// - Throws: `ProtectError.badAddress`.
    public static func address(_ text: String) throws(ProtectError) -> String {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let address = EmailAddress(text) else {
            throw .badAddress(text, why: "it has to look like ana@example.com")
        }
        let isPlain = address.local.unicodeScalars.allSatisfy {
            !" \"(),:;<>@[\\]".unicodeScalars.contains($0) && $0.value > 0x20 && $0.value != 0x7F
        }
        guard isPlain else { throw .badAddress(text, why: "the part before the @ holds a character that it may not") }
        // RFC 5321 §4.5.3.1: 64 octets before the @, 255 behind it.
        guard address.local.utf8.count <= 64, address.domain.utf8.count <= 255 else {
            throw .badAddress(text, why: "it is too long")
        }
        let labels = address.domain.split(separator: ".", omittingEmptySubsequences: false)
        let isDomain = labels.count >= 2 && labels.allSatisfy(isLabel)
        guard isDomain else { throw .badAddress(text, why: "\(address.domain) is no domain") }
        return address.description
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.unicodeScalars.allSatisfy { $0.value > 0x7F || isLetterOrDigit($0) || $0 == "-" || $0 == "_" }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    /// `2026-12-31` (to the end of that day, UTC) or a full ISO 8601 time, of which the last second of a day is its end; nil for anything
    /// else.
    public static func moment(_ text: String) -> Date? {
        let text = text.trimmingCharacters(in: .whitespaces)
        guard text.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil else {
            let moment = try? Date(text, strategy: .iso8601)
            return moment.map { isMidnight($0.addingTimeInterval(1)) ? $0.addingTimeInterval(1) : $0 }
        }
        guard let midnight = try? Date(text + "T00:00:00Z", strategy: .iso8601), day(of: midnight) == text else {
            return nil
        }
        return midnight.addingTimeInterval(86_400)
    }

    /// The last day of an expiry, in the form that `moment` reads; a full time where it is not midnight.
    public static func text(of moment: Date) -> String {
        isMidnight(moment) ? day(of: moment.addingTimeInterval(-86_400)) : moment.formatted(.iso8601)
    }

    /// The moment that an end is told by to programs: a last day as its last second, so that whoever reads it reads that day.
    /// `moment` takes it for the same end.
    public static func lastMoment(of end: Date) -> Date { isMidnight(end) ? end.addingTimeInterval(-1) : end }

    /// `2026-12-31` (from the beginning of that day, UTC) or a full ISO 8601 time; nil for anything else.
    public static func firstMoment(_ text: String) -> Date? {
        let text = text.trimmingCharacters(in: .whitespaces)
        guard text.count == 10 else { return try? Date(text, strategy: .iso8601) }
        return moment(text)?.addingTimeInterval(-86_400)
    }

    /// A beginning in the form that `firstMoment` reads: its day, or a full time where it is not midnight.
    public static func text(ofBeginning moment: Date) -> String {
        isMidnight(moment) ? day(of: moment) : moment.formatted(.iso8601)
    }

    private static func isMidnight(_ moment: Date) -> Bool {
        moment.timeIntervalSince1970.truncatingRemainder(dividingBy: 86_400) == 0
    }

    private static func day(of moment: Date) -> String { String(moment.formatted(.iso8601).prefix(10)) }

    /// `ana@x.example`, with its limits behind it: `ana@x.example until 2026-12-31 authenticated`.
    public static func text(of email: ProtectedPerson.SecondaryEmail) -> String {
        email.address + (email.expires.map { " until \(text(of: $0))" } ?? "")
            + (email.needsAuthentication ? " authenticated" : "")
    }

    /// The reverse of `text(of:)`.
    /// - Throws: `ProtectError.badAddress`.
    public static func secondaryEmail(_ text: String) throws(ProtectError) -> ProtectedPerson.SecondaryEmail {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
        var email = ProtectedPerson.SecondaryEmail(address: try address(words.popFirst() ?? ""))
        while let word = words.popFirst() {
            switch word.lowercased() {
            case "authenticated": email.needsAuthentication = true
            case "until":
                guard let moment = words.popFirst().flatMap({ moment($0) }) else {
                    throw .badAddress(text, why: "until needs a date such as 2026-12-31")
                }
                email.expires = moment
            default: throw .badAddress(text, why: "\"\(word)\" is not understood; use until DATE or authenticated")
            }
        }
        return email
    }
}
