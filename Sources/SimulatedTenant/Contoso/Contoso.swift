/// The hand-made company that the simulated tenant shows: some forty people, their groups, files and mailboxes. Most of it
/// is in order; a little of everything that Reeve looks for is not.
///
/// The texts are Graph's own JSON with what goes without saying left out. `{tenant}` stands for the tenant's id and
/// `@-120d` for a time that many days (`h`: hours) ago.
public enum Contoso {
    /// The mailbox that refuses the app by default.
    public static var deniedMailbox: String { userID("BoardOffice@contoso.example") }

    /// The id of a hand-made user by sign-in name.
    public static func userID(_ signInName: String) -> String { Mix.guid("user \(signInName.lowercased())") }
    /// The id of a hand-made group by name.
    public static func groupID(_ name: String) -> String { Mix.guid("group \(name)") }
    /// The id of a hand-made drive: the owner's sign-in name, the group's or the library's name.
    public static func driveID(_ owner: String) -> String { OpaqueID.drive(seed: Mix.name(owner), index: 1) }
}
