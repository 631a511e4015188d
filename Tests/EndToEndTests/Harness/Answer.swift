import Foundation

/// What a command that has ended said.
struct Answer: Sendable {
    /// The exit status; for a command that a signal ended, minus the signal's number.
    let status: Int32
    let output: Data
    let errors: Data
    let seconds: Double
    /// The command did not end within its time and was killed.
    let isLate: Bool

    var text: String { String(decoding: output, as: UTF8.self) }
    var errorText: String { String(decoding: errors, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
    /// What was said on standard error, the lines of progress left out.
    var mistakes: [String] {
        errorText.split(separator: "\n").map(String.init).filter {
            !$0.hasPrefix("reading ") && !$0.hasPrefix("checking ")
        }
    }

    /// The objects of JSON lines.
    func objects() throws -> [[String: Any]] {
        try lines.map { try Answer.object(Data($0.utf8)) }
    }

    /// The one object that the output is.
    func object() throws -> [String: Any] { try Answer.object(output) }

    /// The array that the output is.
    func array() throws -> [[String: Any]] {
        guard let array = try JSONSerialization.jsonObject(with: output) as? [[String: Any]] else {
            throw Surprise("no array of objects: \(text.prefix(200))")
        }
        return array
    }

    private static func object(_ data: Data) throws -> [String: Any] {
        guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
            throw Surprise("no object: \(data.count) bytes")
        }
        return object
    }
}

/// A test cannot go on, because something it stands on is not as it has to be.
struct Surprise: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
