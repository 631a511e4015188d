import Model

/// Domains that do nothing but carry discussion lists.
enum ListHosts {
    /// - Parameter domain: lower-case A-labels.
    static func contains(_ domain: String) -> Bool {
        if names.contains(domain) { return true }
        guard let dot = domain.firstIndex(of: ".") else { return false }
        return names.contains(String(domain[domain.index(after: dot)...]))
    }

    private static let names: Set<String> = [
        "freelists.org", "gaggle.email", "googlegroups.com", "groups.io", "jiscmail.ac.uk", "listbox.com",
        "listserv.com",
        "lists.debian.org", "lists.riseup.net", "mail-list.com", "mailmanlists.eu", "mailmanlists.net",
        "simplelists.com",
        "sympa.community", "topicbox.com", "yahoogroups.com", "framalistes.org", "autistici.org",
        "lists.sourceforge.net",
        "lists.apache.org", "lists.launchpad.net", "lists.ubuntu.com", "lists.fedoraproject.org", "nongnu.org",
        "w3.org",
        "ietf.org",
    ]
}
