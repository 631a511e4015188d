/// Behaviour that the simulated tenant shows although no documentation promises it: observed in the field, or undecided.
/// A client that passes here still has to be checked against a live tenant for each of these.
public struct Assumption: Sendable, Identifiable {
    public typealias ID = String
    public let id: ID
    /// What is taken to be so.
    public let what: String
    /// The file that does it.
    public let place: String

    public static let all: [Assumption] = [
        Assumption(
            id: "no-mailbox", what: "a user without a mailbox answers 404 MailboxNotEnabledForRESTAPI",
            place: "Graph/GraphFailure.swift"),
        Assumption(
            id: "mailbox-denied", what: "an application access policy answers 403 ErrorAccessDenied",
            place: "Graph/GraphFailure.swift"),
        Assumption(
            id: "no-mysite", what: "a user without OneDrive answers 404 ResourceNotFound",
            place: "Graph/GraphFailure.swift"),
        Assumption(
            id: "page-size", what: "delta pages of the directory hold 200 objects, of a drive 200 items",
            place: "Graph/Paging.swift"),
        Assumption(
            id: "bad-token", what: "a token that is not understood answers 400 DirectoryPageTokenNotFoundException",
            place: "Graph/PageToken.swift"),
        Assumption(
            id: "expired-token", what: "a directory delta token older than seven days answers 410 with Location",
            place: "Graph/DeltaRound.swift"),
        Assumption(
            id: "invalid-top", what: "a $top outside 1 to 999 answers 400 Request_UnsupportedQuery",
            place: "Graph/Paging.swift"),
        Assumption(
            id: "delta-tracks-all", what: "every selected property raises a delta event",
            place: "Graph/DeltaRound.swift"),
        Assumption(
            id: "shared-select", what: "$select on a drive delta keeps shared and the sharedChanged annotation",
            place: "Graph/DriveDelta.swift"),
        Assumption(
            id: "shared-scope", what: "shared.scope names the widest link; a grant to Everyone counts as users",
            place: "Graph/DriveTree.swift"),
        Assumption(
            id: "inherited-id", what: "an inherited sharing permission keeps its id on every descendant",
            place: "Graph/DriveTree.swift"),
        Assumption(
            id: "download-host", what: "the address of a file's content lies on another host and opens it for an hour",
            place: "Graph/Download.swift"),
        Assumption(
            id: "label-shape", what: "the labels of a file stand in the answer itself, not in value",
            place: "Graph/FileLabel.swift"),
        Assumption(
            id: "label-kinds", what: "a kind of file without labels answers 400 notSupported",
            place: "Graph/FileLabel.swift"),
        Assumption(
            id: "link-kinds", what: "createOnly, blocksDownload and review links carry the roles write, read and write",
            place: "Contoso/Sharing.swift"),
        Assumption(
            id: "limited-access", what: "SharePoint levels come as roles with the prefix sp.",
            place: "Contoso/Sharing.swift"),
        Assumption(
            id: "secondary-calendar", what: "an application may read the permissions of secondary calendars",
            place: "Graph/Calendars.swift"),
        Assumption(
            id: "registration-page", what: "pages of the registration report hold 500 rows",
            place: "Graph/Methods.swift"),
        Assumption(
            id: "hidden-member", what: "user details in lists of members need User.Read.All",
            place: "Graph/Groups.swift"),
        Assumption(
            id: "methods-role",
            what: "a delegated caller without a directory role gets 403 accessDenied for sign-in methods",
            place: "Graph/Methods.swift"),
    ]

    /// The header that marks an answer as resting on assumptions.
    static func headers(_ ids: [ID]) -> [(String, String)] {
        ids.isEmpty ? [] : [("x-reeve-assumed", ids.joined(separator: ", "))]
    }
}
