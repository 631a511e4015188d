/// What was read that makes a finding true. Keys are camelCase and part of the public contract; they are sorted in JSON.
public struct Evidence: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    public enum Value: Hashable, Sendable {
        case text(String)
        case list([String])
        case number(Double)
        case flag(Bool)
        /// Rows of a table, each with the same keys.
        case records([Evidence])
        case none
    }

    public var values: [String: Value]

    public init(_ values: [String: Value] = [:]) { self.values = values }
    public init(dictionaryLiteral elements: (String, Value)...) {
        values = Dictionary(elements, uniquingKeysWith: { _, last in last })
    }

    public subscript(key: String) -> Value? {
        get { values[key] }
        set { values[key] = newValue }
    }
}

extension Evidence.Value {
    /// Text, or `.none` where there is none: JSON shows null, a person reads "not said".
    public static func optional(_ text: String?) -> Self { text.map { .text($0) } ?? .none }
    public static func optional(_ flag: Bool?) -> Self { flag.map { .flag($0) } ?? .none }
}

extension Evidence.Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(booleanLiteral value: Bool) { self = .flag(value) }
    public init(arrayLiteral elements: String...) { self = .list(elements) }
}

extension Evidence: Codable {
    public init(from decoder: any Decoder) throws { values = try [String: Value](from: decoder) }
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(values)
    }
}

extension Evidence.Value: Codable {
    public init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        if box.decodeNil() { self = .none; return }
        if let text = try? box.decode(String.self) { self = .text(text); return }
        if let flag = try? box.decode(Bool.self) { self = .flag(flag); return }
        if let number = try? box.decode(Double.self) { self = .number(number); return }
        if let list = try? box.decode([String].self) { self = .list(list); return }
        self = .records(try box.decode([Evidence].self))
    }

    public func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        switch self {
        case .text(let text): try box.encode(text)
        case .list(let list): try box.encode(list)
        case .records(let records): try box.encode(records)
        case .flag(let flag): try box.encode(flag)
        case .none: try box.encodeNil()
        case .number(let number):
            if let whole = Int64(exactly: number) { try box.encode(whole) } else { try box.encode(number) }
        }
    }
}
