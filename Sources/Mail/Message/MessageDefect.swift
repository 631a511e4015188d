/// What is wrong with the form of a header block. Some are mere bad taste, some a trick; none stops the reading.
public enum MessageDefect: String, Hashable, Sendable, CaseIterable {
    case noFrom = "no-from"
    case severalFrom = "several-from"
    /// A From field with more than one mailbox (RFC 5322 §3.6.2 allows it with a Sender).
    case severalMailboxes = "several-mailboxes"
    /// `From : `
    case blankBeforeColon = "blank-before-colon"
    /// A line in the header block that neither is a field nor continues one.
    case notAField = "not-a-field"
    /// Empty lines before the first field, or a first line that begins with a blank.
    case blankStart = "blank-start"
    case bareCR = "bare-cr"
    /// CRLF and bare LF in one header block.
    case mixedLineEnds = "mixed-line-ends"
    case nul
    /// Bytes above 127 in an originator field that are no UTF-8.
    case unmarkedCharset = "unmarked-charset"
    /// A field over 1 MB (of an originator field: 64 KB); the rest of it is not read.
    case longField = "long-field"
    /// A header block over 16 MB; the rest of it is not read.
    case longBlock = "long-block"
    /// More than 10,000 fields; the rest is not read.
    case tooManyFields = "too-many-fields"
    /// More than 100 mailboxes in a kind of originator field; the rest is not read.
    case tooManyMailboxes = "too-many-mailboxes"
    case emptyMailbox = "empty-mailbox"
    case group
    /// `<@a,@b:c@d>` (RFC 5321 §4.1.1.3).
    case sourceRoute = "source-route"
    /// Two addresses in one list element: `<a>:<b>`, `<a> <b>` (CERT VU#517845).
    case addressPair = "address-pair"
    /// A quote, comment or angle bracket that nothing closes.
    case unclosed
    /// Comments nested more than 50 deep.
    case deepComment = "deep-comment"
}
