/// All groups of the tenant; in delta answers with their members, a large group in several parts.
struct GroupPopulation: Population {
    /// Members in one object of a delta page.
    static let membersAtOnce = 1000

    let kind = ObjectKind.group
    let world: World
    let synthetic: Synthetic
    let selection: Selection
    let form: AnswerForm

    private var handMade: Int { world.groups.entries.count }
    private var tellsMembers: Bool { form.isDelta && selection.has("members") }
    var count: Int { handMade + synthetic.groups }

    func id(at position: Int) -> String {
        position < handMade ? world.groups.entries[position].id : synthetic.groupIDs.text(position - handMade)
    }

    func presence(at position: Int) -> Presence {
        guard position < handMade else { return .present }
        return world.groups.entries[position].removal.map { .removed(reason: $0) } ?? .present
    }

    func hasChanged(at position: Int, since: Mark) -> Bool {
        guard position < handMade else {
            return synthetic.changed(.group, position - handMade, after: since.day, upTo: world.day)
        }
        let entry = world.groups.entries[position]
        return entry.changed > since.edits || (world.members[entry.id] ?? []).contains { $0.changed > since.edits }
    }

    func parts(at position: Int) -> Int {
        guard tellsMembers else { return 1 }
        return max(1, (memberNotes(at: position).count + Self.membersAtOnce - 1) / Self.membersAtOnce)
    }

    func write(at position: Int, part: Int, to out: inout [UInt8]) {
        var object: JSON =
            position < handMade
            ? world.groups.entries[position].written(selection, form)
            : written(SyntheticGroup(position - handMade, in: synthetic, day: world.day).object)
        if tellsMembers {
            let notes = memberNotes(at: position)
            let start = notes.startIndex + part * Self.membersAtOnce
            let some = notes[start..<min(notes.endIndex, start + Self.membersAtOnce)]
            if !some.isEmpty { object["members@delta"] = .array(some.map(note)) }
        }
        object.write(to: &out)
    }

    private func written(_ object: JSON) -> JSON {
        guard form.isDelta else { return selection.list(object) }
        return .object(selection.delta(object).members.filter { $0.value != .null })
    }

    private enum MemberNote {
        case handMade(GroupMember)
        case user(Int)
    }

    /// What the answer has to say of members: all of them, or those who came or went.
    private func memberNotes(at position: Int) -> [MemberNote] {
        guard position < handMade else { return syntheticNotes(position - handMade) }
        let members = world.members[world.groups.entries[position].id] ?? []
        guard case .delta(let since?, _) = form else { return members.filter { !$0.left }.map { .handMade($0) } }
        return members.filter { $0.changed > since.edits }.map { .handMade($0) }
    }

    private func syntheticNotes(_ index: Int) -> [MemberNote] {
        let group = SyntheticGroup(index, in: synthetic, day: world.day)
        var first = 0
        if case .delta(let since?, _) = form {
            first = SyntheticGroup(index, in: synthetic, day: since.day).memberCount
        }
        guard first < group.memberCount else { return [] }
        return (first..<group.memberCount).map { .user(group.member($0)) }
    }

    private func note(_ member: MemberNote) -> JSON {
        switch member {
        case .user(let index):
            return ["@odata.type": "#microsoft.graph.user", "id": .string(synthetic.userIDs.text(index))]
        case .handMade(let member):
            var note: JSON = [
                "@odata.type": .string("#microsoft.graph.\(member.kind.rawValue)"), "id": .string(member.id),
            ]
            if member.left { note["@removed"] = ["reason": "deleted"] }
            return note
        }
    }
}
