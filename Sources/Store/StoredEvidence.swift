import JSONPull
import Model

extension Evidence {
    /// Reads evidence as it is stored. A list of instances holds hundreds of them, and Foundation's decoder costs a quarter of the page.
    /// - Throws: `JSONError` where it is no object of JSON.
    init(stored json: [UInt8]) throws(JSONError) {
        self = try JSONReader.read(json) { (reader) throws(JSONError) in try Evidence(&reader) }
    }

    private init(_ reader: inout JSONReader) throws(JSONError) {
        self.init()
        var values: [String: Value] = [:]
        try reader.object { (reader, key) throws(JSONError) in values[key.string] = try Value(&reader) }
        self.values = values
    }
}

extension Evidence.Value {
    fileprivate init(_ reader: inout JSONReader) throws(JSONError) {
        switch try reader.kind() {
        case .string: self = .text(try reader.string())
        case .bool: self = .flag(try reader.bool())
        case .number: self = .number(try reader.double())
        case .null:
            try reader.skip()
            self = .none
        case .array: self = try Self.elements(&reader)
        case .object: throw JSONError(.wrongKind, at: reader.offset)
        }
    }

    /// An empty list is one of texts, as the decoder has it.
    private static func elements(_ reader: inout JSONReader) throws(JSONError) -> Self {
        var (texts, records): ([String], [Evidence]) = ([], [])
        try reader.array { (reader) throws(JSONError) in
            if try reader.kind() == .object {
                records.append(try Evidence(&reader))
            } else {
                texts.append(try reader.string())
            }
        }
        return records.isEmpty ? .list(texts) : .records(records)
    }
}
