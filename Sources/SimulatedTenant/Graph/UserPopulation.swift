/// All users of the tenant.
struct UserPopulation: Population {
    let kind = ObjectKind.user
    let world: World
    let synthetic: Synthetic
    let selection: Selection
    let form: AnswerForm
    private let writer: SyntheticUserWriter
    private let minimalWriter: SyntheticUserWriter?

    init(world: World, synthetic: Synthetic, selection: Selection, form: AnswerForm) throws(GraphFailure) {
        self.world = world
        self.synthetic = synthetic
        self.selection = selection
        self.form = form
        writer = SyntheticUserWriter(synthetic, selection, skipsNulls: form.isDelta)
        if case .delta(.some, true) = form {
            let changing = ["id", "accountEnabled", "displayName", "surname", "jobTitle"].filter(selection.has)
            minimalWriter = SyntheticUserWriter(
                synthetic, try Selection(.user, changing.joined(separator: ",")), skipsNulls: true)
        } else {
            minimalWriter = nil
        }
    }

    private var handMade: Int { world.users.entries.count }
    var count: Int { handMade + synthetic.users }

    func id(at position: Int) -> String {
        position < handMade ? world.users.entries[position].id : synthetic.userIDs.text(position - handMade)
    }

    func presence(at position: Int) -> Presence {
        if position < handMade { return world.users.entries[position].removal.map { .removed(reason: $0) } ?? .present }
        guard synthetic.churn > 0, world.day > 0 else { return .present }
        return SyntheticUser(position - handMade, in: synthetic, day: world.day).isRemoved
            ? .removed(reason: "changed") : .present
    }

    func hasChanged(at position: Int, since: Mark) -> Bool {
        if position < handMade { return world.users.entries[position].changed > since.edits }
        let index = position - handMade
        guard synthetic.changed(.user, index, after: since.day, upTo: world.day) else { return false }
        return !SyntheticUser(index, in: synthetic, day: since.day).isRemoved
    }

    func write(at position: Int, part: Int, to out: inout [UInt8]) {
        if position < handMade {
            world.users.entries[position].written(selection, form).write(to: &out)
        } else {
            let user = SyntheticUser(position - handMade, in: synthetic, day: world.day)
            (minimalWriter ?? writer).write(user, to: &out)
        }
    }
}
