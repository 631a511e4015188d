/// Why a form is not saved over what somebody else did since it was opened.
enum StaleForm {
    /// - Parameter actor: who changed it, as the audit log has them.
    static func changed(by actor: String?, _ noun: String) -> String {
        let who = actor.map { " by \(AuditSentence.who($0))" } ?? ""
        return
            "it was changed\(who) since this form was opened: save again to put what stands here in its place, or open the \(noun) anew to see the change"
    }

    static func gone(_ what: String, _ how: String) -> String {
        "there is no \(what) any more, it was \(how): save again to add one of what stands here"
    }
}
