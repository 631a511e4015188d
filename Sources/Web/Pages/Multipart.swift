import Foundation
import HTTPTypes
import Mail

/// The parts of a `multipart/form-data` body (RFC 7578): how a browser sends files.
struct Multipart: Sendable {
    struct Part: Sendable {
        var name: String
        /// Nil for a field that is no file.
        var fileName: String?
        var bytes: [UInt8]
    }

    /// No form of ours has more.
    private static let most = 50

    let parts: [Part]

    /// The boundary that a Content-Type names; nil where it is another type or names none.
    static func boundary(_ type: String) -> String? {
        guard type.lowercased().hasPrefix("multipart/form-data") else { return nil }
        let value = parameter("boundary", of: type)
        return value.flatMap { (1...70).contains($0.utf8.count) ? $0 : nil }
    }

    /// - Throws: `Problem` 400 where the body is not one, or does not end.
    init(_ body: Data, boundary: String) throws {
        let mark = Array("--\(boundary)".utf8)
        var parts: [Part] = []
        guard var place = Self.find(mark, in: body, from: body.startIndex) else { throw Self.broken }
        while true {
            place += mark.count
            if body[place...].starts(with: Array("--".utf8)) { break }
            guard let next = Self.find(Array("\r\n".utf8) + mark, in: body, from: place), parts.count < Self.most else {
                throw Self.broken
            }
            parts.append(try Self.part(body[place..<next]))
            place = next + 2
        }
        self.parts = parts
    }

    private static let broken = Problem(.badRequest, "The form is not whole: send it again.")

    private static func part(_ bytes: Data) throws -> Part {
        guard bytes.starts(with: Array("\r\n".utf8)),
            let end = find(Array("\r\n\r\n".utf8), in: bytes, from: bytes.startIndex)
        else { throw broken }
        let header = Message(bytes[(bytes.startIndex + 2)..<max(bytes.startIndex + 2, end)])
        guard
            let disposition = header.first("Content-Disposition").map({ String(decoding: $0.rawBody, as: UTF8.self) }),
            let name = parameter("name", of: disposition)
        else { throw broken }
        return Part(name: name, fileName: parameter("filename", of: disposition), bytes: Array(bytes[(end + 4)...]))
    }

    /// A parameter's value, quotes taken off; browsers write `%22` for a quote in it (WHATWG HTML, multipart/form-data encoding).
    private static func parameter(_ name: String, of text: String) -> String? {
        for piece in text.split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            let value = pair[1]
            let isQuoted = value.count >= 2 && value.hasPrefix("\"") && value.hasSuffix("\"")
            return (isQuoted ? String(value.dropFirst().dropLast()) : value).replacing("%22", with: "\"")
        }
        return nil
    }

    private static func find(_ wanted: [UInt8], in bytes: Data, from start: Int) -> Int? {
        guard start <= bytes.endIndex else { return nil }
        return bytes.range(of: Data(wanted), in: start..<bytes.endIndex)?.lowerBound
    }
}
