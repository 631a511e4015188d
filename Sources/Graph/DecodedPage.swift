import JSONPull

/// What stands in one page, before its links are judged.
struct DecodedPage<Subject: Sendable>: Sendable {
    var kept: [Subject] = []
    var forgotten: [String] = []
    var nextLink: String?
    var deltaLink: String?
    /// Records without an id.
    var skipped = 0
    /// An `error` object stands in the page.
    var hasError = false
    /// What a page of this kind must have and this one has not: "no value".
    var missing: String?
}

/// What one element of a page comes to.
enum Record<Subject: Sendable>: Sendable {
    case keep(Subject, id: String)
    case forget(id: String)
    /// Nothing anybody asked for.
    case ignore
    /// It has no id.
    case skip
}

extension DecodedPage {
    /// Reads a collection: `{"value":[...],"@odata.nextLink":...}`. What is no object in `value` is left out.
    static func collection(
        _ reader: inout JSONReader, _ record: (inout JSONReader) throws(JSONError) -> Record<Subject>
    ) throws(JSONError) -> DecodedPage {
        var page = DecodedPage()
        page.missing = "value"
        let isObject = try reader.optionalObject { (reader, key) throws(JSONError) in
            switch key {
            case "value": try page.readValue(&reader, record)
            case "@odata.nextLink": page.nextLink = try reader.optionalString()
            case "@odata.deltaLink": page.deltaLink = try reader.optionalString()
            case "error": page.hasError = try reader.optionalObject { (_, _) throws(JSONError) in }
            default: break
            }
        }
        if !isObject { page.missing = "object" }
        return page
    }

    /// Reads a single object as a page of one.
    static func single(
        _ reader: inout JSONReader, _ member: (inout JSONReader, JSONKey) throws(JSONError) -> Void,
        subject: () -> Subject?
    ) throws(JSONError) -> DecodedPage {
        var page = DecodedPage()
        let isObject = try reader.optionalObject { (reader, key) throws(JSONError) in
            if "error" ~= key {
                page.hasError = try reader.optionalObject { (_, _) throws(JSONError) in }
            } else {
                try member(&reader, key)
            }
        }
        if !isObject { page.missing = "object" }
        if let subject = subject() { page.kept = [subject] } else { page.skipped = 1 }
        return page
    }

    /// A name that comes twice counts the last time. Of an id that comes twice, kept and forgotten, the last word counts.
    private mutating func readValue(
        _ reader: inout JSONReader, _ record: (inout JSONReader) throws(JSONError) -> Record<Subject>
    ) throws(JSONError) {
        var ids: [String] = []
        var forgottenAt: [String: Int] = [:]
        kept = []
        skipped = 0
        var found = self
        let isArray = try reader.optionalArray { (reader) throws(JSONError) in
            guard try reader.kind() == .object else {
                found.skipped += 1
                return
            }
            switch try record(&reader) {
            case .keep(let subject, let id):
                found.kept.append(subject)
                ids.append(id)
            case .forget(let id): forgottenAt[id] = ids.count
            case .ignore: break
            case .skip: found.skipped += 1
            }
        }
        found.missing = isArray ? nil : "value"
        self = found
        if !forgottenAt.isEmpty { settle(ids, forgottenAt) }
    }

    /// - Parameter forgottenAt: how many records were kept before the id was forgotten the last time.
    private mutating func settle(_ ids: [String], _ forgottenAt: [String: Int]) {
        var lastKeptAt: [String: Int] = [:]
        for (index, id) in ids.enumerated() where forgottenAt[id] != nil { lastKeptAt[id] = index }
        forgotten = forgottenAt.filter { id, at in lastKeptAt[id].map { $0 < at } ?? true }.keys.sorted()
        let old = ids.indices.filter { index in forgottenAt[ids[index]].map { index < $0 } ?? false }
        for index in old.reversed() { kept.remove(at: index) }
    }
}
