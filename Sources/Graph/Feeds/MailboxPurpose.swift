import JSONPull
import Model

extension Feed where Owner == Model.Owner, Subject == String {
    /// What a mailbox is for: `user`, `shared`, `room`, `equipment`, ... One word, or none.
    public static var mailboxPurpose: Feed {
        Feed(
            .users, .mailbox, path: { "/users/\(pathSegment($0.id))/mailboxSettings/userPurpose" }, mailbox: \.id
        ) { (reader, _) throws(JSONError) in
            var purpose: String?
            var page: DecodedPage<String> = try .single(
                &reader,
                { (reader, key) throws(JSONError) in if "value" ~= key { purpose = try reader.optionalString() } },
                subject: { purpose })
            page.skipped = 0
            return page
        }
    }
}
