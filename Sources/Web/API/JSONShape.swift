import Report

/// The shape of a JSON value, as JSON Schema 2020-12 says it (OpenAPI 3.1 §4.8.24).
indirect enum JSONShape: Sendable {
    case text(format: String? = nil, oneOf: [String] = [], pattern: String? = nil, maxLength: Int? = nil)
    case integer(minimum: Int? = nil, maximum: Int? = nil)
    case number
    case flag
    case list(JSONShape)
    /// - required: every member that is always there; nil for all of them.
    case object([(String, JSONShape)], required: [String]? = nil)
    /// A value or null.
    case optional(JSONShape)
    case null
    case anyOf([JSONShape])
    /// Any members, each of this shape.
    case map(JSONShape)
    /// Any value.
    case any
    /// A named shape of `components/schemas`.
    case named(String)

    static var text: JSONShape { .text() }
    static var integer: JSONShape { .integer() }
    static var moment: JSONShape { .text(format: "date-time") }

    var document: OrderedJSON { document(isClosed: false) }

    /// - Parameter isClosed: whether objects have no members but those named: what is sent to us.
    func document(isClosed: Bool) -> OrderedJSON {
        switch self {
        case .text(let format, let oneOf, let pattern, let maxLength):
            var pairs: [(String, OrderedJSON)] = [("type", .text("string"))]
            if let format { pairs.append(("format", .text(format))) }
            if !oneOf.isEmpty { pairs.append(("enum", .texts(oneOf))) }
            if let pattern { pairs.append(("pattern", .text(pattern))) }
            if let maxLength { pairs.append(("maxLength", .number(maxLength))) }
            return .object(pairs)
        case .integer(let minimum, let maximum):
            var pairs: [(String, OrderedJSON)] = [("type", .text("integer"))]
            if let minimum { pairs.append(("minimum", .number(minimum))) }
            if let maximum { pairs.append(("maximum", .number(maximum))) }
            return .object(pairs)
        case .number: return .object([("type", .text("number"))])
        case .flag: return .object([("type", .text("boolean"))])
        case .list(let element):
            return .object([("type", .text("array")), ("items", element.document(isClosed: isClosed))])
        case .object(let members, let required):
            let names = required ?? members.map(\.0)
            return .object(
                [
                    ("type", .text("object")),
                    ("properties", .object(members.map { ($0.0, $0.1.document(isClosed: isClosed)) })),
                    ("required", .texts(names)),
                ] + (isClosed ? [("additionalProperties", .flag(false))] : []))
        case .optional(let shape):
            return JSONShape.anyOf([shape, .null]).document(isClosed: isClosed)
        case .null: return .object([("type", .text("null"))])
        case .anyOf(let shapes): return .object([("anyOf", .list(shapes.map { $0.document(isClosed: isClosed) }))])
        case .map(let shape):
            return .object([("type", .text("object")), ("additionalProperties", shape.document)])
        case .any: return .object([])
        case .named(let name): return .object([("$ref", .text("#/components/schemas/\(name)"))])
        }
    }
}
