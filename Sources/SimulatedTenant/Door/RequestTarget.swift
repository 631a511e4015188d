import HTTPTypes

/// A request's path and query, taken apart.
struct RequestTarget: Sendable {
    /// Percent-decoded segments without the version.
    var segments: [String]
    /// `v1.0` or `beta`; nil where the path is not Graph's.
    var version: String?
    var query: FormFields
    /// Scheme, host, path and query as the client asked for them.
    var url: String

    /// - Parameters:
    ///   - path: path and query, beginning with a slash.
    ///   - origin: `http://127.0.0.1:9400`.
    init(path: String, origin: String) {
        url = origin + path
        let cut = path.firstIndex(of: "?") ?? path.endIndex
        query = FormFields(path[cut...].dropFirst())
        var segments = path[..<cut].utf8.split(separator: UInt8(ascii: "/")).map {
            FormFields.decoded($0, plusIsSpace: false)
        }
        if let first = segments.first?.lowercased(), first == "v1.0" || first == "beta" {
            version = first
            segments.removeFirst()
        }
        self.segments = segments
    }
}

extension HTTPFields {
    /// Names in lower case; several values of one name joined by commas.
    var byName: [String: String] {
        var all: [String: String] = [:]
        for field in self {
            let name = field.name.canonicalName
            all[name] = all[name].map { "\($0), \(field.value)" } ?? field.value
        }
        return all
    }
}
