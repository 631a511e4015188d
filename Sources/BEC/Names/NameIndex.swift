/// Finds the listed people whom a written name may mean. An immutable snapshot: built anew when the list changes.
public struct NameIndex: Sendable {
    let tables: NameTables

    /// - Parameter people: in the order of the `PersonTable`.
    public init(_ people: some Sequence<IndexedPerson>) {
        var build = NameIndexBuild()
        for person in people { build.add(person) }
        tables = NameTables(build)
    }

    /// Listed people.
    public var count: Int { tables.count }
}
