import Foundation

/// A moment of the tenant's history: how many edits and simulated days had gone by.
struct Mark: Sendable, Equatable {
    var edits: Int
    var day: Int
}

/// Where a list or a delta round stands. It travels as opaque text in `$skiptoken`, `$deltatoken` and `token`.
struct PageToken: Sendable, Equatable {
    enum Mode: Int, Sendable { case list, firstRound, changes }

    var mode: Mode
    /// The collection's path; a token of another collection is not understood.
    var path: String
    var position = 0
    /// Which part of a large object comes next.
    var part = 0
    /// Changes since this moment; nil in a first round.
    var since: Mark?
    /// What the round will be complete up to.
    var upTo: Mark
    /// When the round began, in seconds since 1970.
    var issued: Int
    var select: String?
    var filter: String?
    var top: Int?
    /// True for the empty page behind a full one.
    var pause = false

    var text: String {
        let json: JSON = .array([
            .int(mode.rawValue), .string(path), .int(position), .int(part), .int(since?.edits ?? -1),
            .int(since?.day ?? -1),
            .int(upTo.edits), .int(upTo.day), .int(issued), select.map(JSON.string) ?? .null,
            filter.map(JSON.string) ?? .null, .int(top ?? -1), .bool(pause),
        ])
        var bytes: [UInt8] = []
        json.write(to: &bytes)
        bytes.append(contentsOf: Self.seal(bytes))
        return Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
            "=", with: "")
    }

    init(
        mode: Mode, path: String, since: Mark? = nil, upTo: Mark, issued: Int, select: String? = nil,
        filter: String? = nil,
        top: Int? = nil
    ) {
        self.mode = mode
        self.path = path
        self.since = since
        self.upTo = upTo
        self.issued = issued
        self.select = select
        self.filter = filter
        self.top = top
    }

    /// Nil where the text is not a token of this collection.
    init?(_ text: String, path: String) {
        var padded = text.replacing("-", with: "+").replacing("_", with: "/")
        while padded.count % 4 != 0 { padded += "=" }
        guard let data = Data(base64Encoded: padded), data.count > 8 else { return nil }
        let bytes = [UInt8](data)
        guard Self.seal(Array(bytes.dropLast(8))) == Array(bytes.suffix(8)),
            let json = try? JSONReader.read(Array(bytes.dropLast(8))), json.elements.count == 13
        else { return nil }
        let fields = json.elements
        func number(_ place: Int) -> Int { if case .int(let value) = fields[place] { value } else { 0 } }
        guard let mode = Mode(rawValue: number(0)), fields[1].text == path else { return nil }
        self.mode = mode
        self.path = path
        position = number(2)
        part = number(3)
        since = number(4) < 0 ? nil : Mark(edits: number(4), day: number(5))
        upTo = Mark(edits: number(6), day: number(7))
        issued = number(8)
        select = fields[9].text
        filter = fields[10].text
        top = number(11) < 0 ? nil : number(11)
        pause = fields[12] == true
    }

    /// So that a token that was cut or made up is noticed; no secret.
    private static func seal(_ bytes: [UInt8]) -> [UInt8] {
        let sum = Mix.name(String(decoding: bytes, as: UTF8.self), 0x5EA1)
        return (0..<8).map { UInt8(truncatingIfNeeded: sum >> UInt64($0 * 8)) }
    }

    static let notFound = GraphFailure(
        status: 400, code: "DirectoryPageTokenNotFoundException",
        message: "The specified page token value has expired and can no longer be included in your request. "
            + "Check and ensure that your page token is not expired, or reissue your request without a page token.",
        assumed: ["bad-token"])
}
