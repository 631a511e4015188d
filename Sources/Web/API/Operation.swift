import Report

/// What the API's description says of one path and method (OpenAPI 3.1 §4.8.10).
struct Operation: Sendable {
    struct Parameter: Sendable {
        enum Place: String, Sendable { case query, path, header }
        var place: Place
        var name: String
        var shape: JSONShape
        var words: String
        var isRequired: Bool

        static func query(_ name: String, _ shape: JSONShape, _ words: String) -> Parameter {
            Parameter(place: .query, name: name, shape: shape, words: words, isRequired: false)
        }
        static func path(_ name: String, _ shape: JSONShape = .text, _ words: String) -> Parameter {
            Parameter(place: .path, name: name, shape: shape, words: words, isRequired: true)
        }
        static func header(_ name: String, _ shape: JSONShape, _ words: String) -> Parameter {
            Parameter(place: .header, name: name, shape: shape, words: words, isRequired: false)
        }

        /// The same, which has to be given.
        var required: Parameter {
            var parameter = self
            parameter.isRequired = true
            return parameter
        }

        static let limit = query("limit", .integer(minimum: 1, maximum: 200), "How many at most; 50 without it.")
        static let cursor = query("cursor", .text, "Where the list goes on: `next` of the answer before.")

        var document: OrderedJSON {
            .object([
                ("name", .text(name)), ("in", .text(place.rawValue)), ("description", .text(words)),
                ("required", .flag(isRequired)), ("schema", shape.document),
            ])
        }
    }

    /// One kind of body, of a request or an answer.
    struct Content: Sendable {
        var type: String
        var shape: JSONShape
        static func json(_ shape: JSONShape) -> Content { Content(type: "application/json", shape: shape) }
    }

    var id: String
    var tag: String
    var summary: String
    var description: String?
    var parameters: [Parameter] = []
    var bodies: [Content] = []
    /// By status; what is refused is added by itself.
    var answers: [(Int, String, [Content])]
    /// Whether good answers carry an ETag.
    var isTagged = false

    init(
        id: String, tag: String, summary: String, description: String? = nil, parameters: [Parameter] = [],
        body: JSONShape? = nil, answers: KeyValuePairs<Int, JSONShape?>
    ) {
        self.init(
            id: id, tag: tag, summary: summary, description: description, parameters: parameters,
            bodies: body.map { [.json($0)] } ?? [],
            answers: answers.map { status, shape in
                let type = status < 400 ? "application/json" : "application/problem+json"
                return (status, Self.words(status), shape.map { [Content(type: type, shape: $0)] } ?? [])
            })
    }

    init(
        id: String, tag: String, summary: String, description: String? = nil, parameters: [Parameter] = [],
        bodies: [Content], answers: [(Int, String, [Content])]
    ) {
        self.id = id
        self.tag = tag
        self.summary = summary
        self.description = description
        self.parameters = parameters
        self.bodies = bodies
        self.answers = answers
    }

    /// Of a path that the description cannot tell of; it takes no parameters.
    static let undescribed = Operation(id: "", tag: "", summary: "", answers: [:])

    private static func words(_ status: Int) -> String {
        switch status {
        case 200: "The answer."
        case 201: "Made."
        case 202: "Begun; it goes on in the background."
        case 204: "Done."
        case 409: "Not now: it is under way, paused, there already, or the name is taken."
        default: "See the body."
        }
    }
}
