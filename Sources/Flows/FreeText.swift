import Foundation

/// Text that people write as they like: reasons, comments, names of owners. Pages, the API, files and the command clean it and bound it here,
/// because it is shown again in tables, in mail, on terminals and in the audit log.
public enum FreeText {
    public enum Shape: Sendable {
        /// Line breaks become blanks.
        case line
        /// Line breaks stay.
        case lines
    }

    public static let mostOfReason = 200
    public static let mostOfComment = 2_000
    public static let mostOfOwner = 100

    /// Without control characters and without blanks around it.
    public static func cleaned(_ text: String, _ shape: Shape) -> String {
        var clean = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            switch scalar.value {
            case 0x0A where previous == "\r": continue
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: clean.append(shape == .line ? " " : "\n")
            case 0x09: clean.append(shape == .line ? " " : "\t")
            default:
                if scalar.properties.generalCategory != .control { clean.append(scalar) }
            }
        }
        return String(clean).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The text as it is kept; nil where nothing was said.
    /// - Throws: what `error` makes of the words where it is too long.
    static func checked<Trouble: Error>(
        _ text: String?, _ field: String, _ shape: Shape, most: Int, _ error: (String) -> Trouble
    ) throws(Trouble) -> String? {
        guard let text else { return nil }
        let clean = cleaned(text, shape)
        guard clean.unicodeScalars.count <= most else { throw error(tooLong(field, most)) }
        return clean
    }

    static func tooLong(_ field: String, _ most: Int) -> String {
        "the \(field) has more than \(most) characters: shorten it"
    }
}
