import Foundation
import HTTPTypes
import Hummingbird

/// What was filled in: `application/x-www-form-urlencoded` (WHATWG URL §5).
struct Form: Sendable {
    /// A file that was chosen.
    struct File: Sendable {
        var name: String
        var bytes: [UInt8]
    }

    private let fields: [(name: String, value: String)]
    private let files: [(name: String, file: File)]

    init(_ fields: [(name: String, value: String)], files: [(name: String, file: File)] = []) {
        self.fields = fields
        self.files = files
    }

    /// The file of a field; nil where none was chosen.
    func file(_ name: String) -> File? {
        files(name).first
    }

    /// Every file of a field.
    func files(_ name: String) -> [File] {
        files.filter { $0.name == name && !($0.file.name.isEmpty && $0.file.bytes.isEmpty) }.map(\.file)
    }

    /// What a browser sends with files in it.
    private init(_ parts: [Multipart.Part]) throws {
        var fields: [(name: String, value: String)] = []
        var files: [(name: String, file: File)] = []
        for part in parts {
            if let name = part.fileName {
                files.append((part.name, File(name: name, bytes: part.bytes)))
            } else if let text = String(validating: part.bytes, as: UTF8.self) {
                fields.append((part.name, text))
            } else {
                throw Problem(.badRequest, "The form is not UTF-8.")
            }
        }
        self.init(fields, files: files)
    }

    /// Reads the body of a request.
    /// - Throws: `Problem` 413 for more than `limit` bytes, 415 for another type, 400 for what is no UTF-8.
    init(_ request: Request, atMost limit: Int) async throws {
        if let boundary = request.headers[.contentType].flatMap(Multipart.boundary) {
            let body = try await MessageBody.whole(request, atMost: limit, hint: "")
            try self.init(Multipart(body, boundary: boundary).parts)
            return
        }
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased().trimmingCharacters(in: .whitespaces)
        guard type == nil || type == "application/x-www-form-urlencoded" else {
            throw Problem(.unsupportedMediaType, "Send the form as application/x-www-form-urlencoded.")
        }
        let body = try await MessageBody.whole(request, atMost: limit, hint: "")
        guard let text = String(validating: body, as: UTF8.self) else {
            throw Problem(.badRequest, "The form is not UTF-8.")
        }
        self.init(text)
    }

    /// `name=value&…`; a plus stands for a blank. What is badly escaped stands as it was sent.
    init(_ text: String) {
        files = []
        fields = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    /// The first value of a field, without blanks around it; nil where there is none or it is empty.
    subscript(name: String) -> String? {
        guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
        let trimmed = value.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// Every value of a field, in order, as they were sent.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// Whether a box was ticked.
    func isOn(_ name: String) -> Bool { self[name] != nil }

    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? String(spaced)
    }
}
