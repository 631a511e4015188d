/// An inbox rule of a mailbox (Graph `messageRule`).
public struct MessageRule: Entity {
    public static let kind = EntityKind.messageRule

    /// A name and an address as Graph writes them; the address may be a legacy Exchange DN (`/o=...`).
    public struct Recipient: Codable, Hashable, Sendable {
        public var name: String?
        public var address: String?
        public init(name: String? = nil, address: String?) {
            self.name = name
            self.address = address
        }
    }

    public var id: String
    public var mailbox: Owner
    public var displayName: String?
    public var sequence: Int?
    public var isEnabled: Bool?
    public var hasError: Bool?
    public var isReadOnly: Bool?
    /// "senderContains: ADELE", one a condition; nil means that the rule applies to all mail.
    public var conditions: [String]?
    public var forwardTo: [Recipient] = []
    public var forwardAsAttachmentTo: [Recipient] = []
    public var redirectTo: [Recipient] = []
    public var deletes: Bool?
    public var stopProcessingRules: Bool?

    public init(id: String, mailbox: Owner) {
        self.id = id
        self.mailbox = mailbox
    }
    public var ownerID: String { mailbox.id }
    public var resource: Resource { mailbox.resource }
    public var subID: String? { id }
}
