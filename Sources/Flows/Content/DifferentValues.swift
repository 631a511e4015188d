import Model

/// The different values that a profile tells of in one document, as far as it matters: until they are more than it allows.
struct DifferentValues {
    private var seen: Set<Int> = []
    private let allowed: Int

    init(_ profile: ContentProfile) { allowed = profile.allowed }

    var areTooMany: Bool { seen.count > allowed }

    /// - Parameter value: is asked for as long as there are not too many.
    mutating func add(_ value: () -> String) {
        guard !areTooMany else { return }
        seen.insert(Self.bare(value()).hashValue)
    }

    /// A number is the same one however it is grouped: without white space, dashes and full stops.
    static func bare(_ value: String) -> String {
        String(
            String.UnicodeScalarView(
                value.unicodeScalars.filter {
                    !$0.properties.isWhitespace && !$0.properties.isDash && $0 != "."
                }))
    }
}
