/// What there is in the tenant by hand, and how often it has been changed. A value: an answer works on the copy it took.
struct World: Sendable {
    /// Edits made so far; each changed object remembers the number of its last.
    var edits = 0
    /// Simulated days gone by.
    var day = 0
    var users = Shelf()
    var groups = Shelf()
    /// Members by group id.
    var members: [String: [GroupMember]] = [:]
    var applications = Shelf()
    var servicePrincipals = Shelf()
    var organization: JSON = [:]
    var domains: [JSON] = []
    var grants: [JSON] = []
    var roleAssignments: [JSON] = []
    /// By user id.
    var methods: [String: [JSON]] = [:]
    var rules: [String: [JSON]] = [:]
    var calendars: [String: [SharedCalendar]] = [:]
    var mailboxPurposes: [String: String] = [:]
    /// Ids of users with a directory role.
    var admins: Set<String> = []
    /// Users with an address whose mailbox Graph cannot reach.
    var mailboxless: Set<String> = []
    var drives: [SimulatedDrive] = []
    var sites: [JSON] = []
    /// `name` of the drives by site id.
    var siteDrives: [String: [String]] = [:]
    var labels: [JSON] = []
    var previewLabels: [JSON] = []

    var mark: Mark { Mark(edits: edits, day: day) }
}

/// A direct member of a group. One that left stays here, so that a delta round can say so.
struct GroupMember: Sendable {
    enum Kind: String, Sendable { case user, group, servicePrincipal, device }
    var id: String
    var kind: Kind
    /// Edit number of joining or leaving.
    var changed = 0
    var left = false
}

/// A calendar of a mailbox and whom it is shared with, as Graph writes both.
struct SharedCalendar: Sendable {
    var calendar: JSON
    var permissions: [JSON]
}

/// Directory objects of one kind in the order they were made, removed ones included.
struct Shelf: Sendable {
    struct Entry: Sendable {
        var id: String
        var object: JSON
        var changed = 0
        /// Edit number of each property's last change.
        var changedNames: [String: Int] = [:]
        /// `changed` (restorable) or `deleted`.
        var removal: String?
    }

    private(set) var entries: [Entry] = []
    private var places: [String: Int] = [:]

    /// The place of an object by its id or another of its names, compared without case.
    func place(_ name: String) -> Int? { places[name.lowercased()] }

    /// The object of that id or name; nil where there is none or it is removed.
    func object(_ name: String) -> JSON? {
        guard let place = place(name), entries[place].removal == nil else { return nil }
        return entries[place].object
    }

    mutating func add(_ entry: Entry, names: [String] = []) {
        for name in [entry.id] + names { places[name.lowercased()] = entries.count }
        entries.append(entry)
    }

    mutating func change(at place: Int, _ body: (inout Entry) -> Void) { body(&entries[place]) }
}
