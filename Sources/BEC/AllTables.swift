import Model

extension ReplaceableTable {
    /// The lists that mail is judged by.
    public static let ofMail: [ReplaceableTable] = [
        FreeMail.replaceable, ThrowAway.replaceable, Lookalikes.replaceable,
    ]
}
