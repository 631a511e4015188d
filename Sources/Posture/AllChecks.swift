extension Check {
    /// Every check, grouped by family. One line each; the order is the one lists show.
    public static let all: [Check] = []

    /// The check of that id; nil where there is none.
    public static func named(_ id: String) -> Check? { all.first { $0.id == id } }
}
