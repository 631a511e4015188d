/// Why a profile or an entry cannot be made, changed, found or removed: one line that says what, why and what to do next.
public struct ProfileTrouble: Error, Hashable, Sendable, CustomStringConvertible {
    /// Without a command: pages and their readers have none.
    public let reason: String
    /// The command that lists what there is.
    private let command: String?
    /// What was named does not exist.
    public let isUnknown: Bool
    /// Another one has the name.
    public let isTaken: Bool

    public var description: String { command.map { "\(reason) (\($0))" } ?? reason }

    public init(_ reason: String) {
        (self.reason, command) = (reason, nil)
        (isUnknown, isTaken) = (false, false)
    }

    private init(unknown reason: String, command: String? = nil) {
        (self.reason, self.command) = (reason, command)
        (isUnknown, isTaken) = (true, false)
    }

    /// - Parameter noun: `a profile`, `an entry`.
    init(taken name: String, by noun: String) {
        command = nil
        reason = "there is \(noun) \"\(name)\" already: choose another name"
        (isUnknown, isTaken) = (false, true)
    }

    static func noProfile(_ name: String, among names: [String]) -> Self {
        Self(unknown: "there is no profile \"\(name.prefix(200))\"; there are: \(names.joined(separator: ", "))")
    }

    static func noLabel(_ name: String) -> Self {
        Self(unknown: "there is no label \"\(name.prefix(200))\"", command: "reeve dlp label list")
    }

    static func noEntry(_ name: String) -> Self {
        Self(unknown: "there is no entry \"\(name.prefix(200))\"", command: "reeve dlp entry list")
    }
}
