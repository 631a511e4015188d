import HTTPTypes
import JSONPull

/// The two bodies of a `$batch`: the parts asked for, and their answers in any order.
enum BatchBody {
    /// Most parts in one batch.
    static let limit = 20

    /// An answer of one part.
    struct Part: Sendable {
        var id = ""
        var status = 0
        var headers = HTTPFields()
        var body: [UInt8] = []
    }

    /// Parts without an order among them; each has its place, counted from 1, as its id.
    static func request(_ requests: [GraphRequest]) -> [UInt8] {
        let parts = requests.enumerated().map { index, request in
            let headers = request.headers.map { "\(quoted($0.name.rawName)):\(quoted($0.value))" }.joined(
                separator: ",")
            return
                #"{"id":"\#(index + 1)","method":"GET","url":\#(quoted(request.relativeURL)),"headers":{\#(headers)}}"#
        }
        return Array(#"{"requests":[\#(parts.joined(separator: ","))]}"#.utf8)
    }

    /// The answers by their ids; nil where the body has no `responses`.
    static func answers(_ body: [UInt8]) throws(JSONError) -> [String: Part]? {
        var parts: [String: Part] = [:]
        var isBatch = false
        try JSONReader.read(body) { (reader) throws(JSONError) in
            try reader.optionalObject { (reader, key) throws(JSONError) in
                guard "responses" ~= key else { return }
                isBatch = try reader.optionalArray { (reader) throws(JSONError) in
                    let part = try part(&reader, in: body)
                    parts[part.id] = part
                }
            }
        }
        return isBatch ? parts : nil
    }

    private static func part(_ reader: inout JSONReader, in body: [UInt8]) throws(JSONError) -> Part {
        var part = Part()
        try reader.optionalObject { (reader, key) throws(JSONError) in
            switch key {
            case "id":
                part.id =
                    try reader.kind() == .number
                    ? String(try reader.optionalInt() ?? 0) : try reader.optionalString() ?? ""
            case "status": part.status = try reader.optionalInt() ?? 0
            case "headers": part.headers = try headers(&reader)
            case "body": part.body = Array(body[try reader.slice()])
            default: break
            }
        }
        return part
    }

    private static func headers(_ reader: inout JSONReader) throws(JSONError) -> HTTPFields {
        var fields = HTTPFields()
        try reader.optionalObject { (reader, key) throws(JSONError) in
            let name = HTTPField.Name(key.string)
            let value =
                try reader.kind() == .number ? try reader.optionalInt().map { String($0) } : try reader.optionalString()
            if let name { fields[name] = value }
        }
        return fields
    }

    /// Paths and headers of ours are printable ASCII.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
