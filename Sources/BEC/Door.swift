/// Where a message was met; decides who wrote the headers above the sender's.
public enum Door: String, Sendable, Codable, CaseIterable {
    /// A delivered message read from a mailbox or a file: the tenant's own hop wrote the top.
    case stored
    case milter
    case http
    case rspamd
}
