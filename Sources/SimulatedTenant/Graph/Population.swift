/// The objects of a collection by position: hand-made ones first, then synthetic ones. Positions never move.
protocol Population {
    var kind: ObjectKind { get }
    var count: Int { get }
    func presence(at position: Int) -> Presence
    /// Whether it changed, came or went after that moment.
    func hasChanged(at position: Int, since: Mark) -> Bool
    /// How many objects on consecutive pages tell it whole; a large group takes several.
    func parts(at position: Int) -> Int
    /// The id, for an entry about its removal.
    func id(at position: Int) -> String
    /// Writes the object in the form the population was made for.
    func write(at position: Int, part: Int, to out: inout [UInt8])
}

extension Population {
    func parts(at position: Int) -> Int { 1 }
}

enum Presence: Equatable {
    case present
    /// `changed`: soft-deleted, restorable. `deleted`: gone.
    case removed(reason: String)
}

/// How objects are written.
enum AnswerForm: Equatable {
    case list
    /// Changes since a moment, or everything; `minimal`: of a changed object only what changed.
    case delta(since: Mark?, minimal: Bool)

    var isDelta: Bool { self != .list }
}

/// Hand-made objects alone: applications, service principals.
struct ShelfPopulation: Population {
    let kind: ObjectKind
    let shelf: Shelf
    let selection: Selection
    let form: AnswerForm

    var count: Int { shelf.entries.count }
    func id(at position: Int) -> String { shelf.entries[position].id }
    func presence(at position: Int) -> Presence {
        shelf.entries[position].removal.map { .removed(reason: $0) } ?? .present
    }
    func hasChanged(at position: Int, since: Mark) -> Bool { shelf.entries[position].changed > since.edits }
    func write(at position: Int, part: Int, to out: inout [UInt8]) {
        shelf.entries[position].written(selection, form).write(to: &out)
    }
}

extension Shelf.Entry {
    func written(_ selection: Selection, _ form: AnswerForm) -> JSON {
        guard case .delta(let since, let minimal) = form else { return selection.list(object) }
        let whole = selection.delta(object)
        guard minimal, let since, changedNames.values.contains(where: { $0 > since.edits }) else { return whole }
        return .object(whole.members.filter { $0.name == "id" || (changedNames[$0.name] ?? 0) > since.edits })
    }
}
