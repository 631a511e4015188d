import Model

extension ContentMatch {
    var title: String {
        switch (exposure?.reach, exposure?.access) {
        case (.anyone, .write): "Microsoft File Publicly Accessible Read and Write With DLP Match"
        case (.anyone, _): "Microsoft File Publicly Accessible Read Only With DLP Match"
        case (.organization, .write): "Microsoft File Shared Company Wide Read and Write With DLP Match"
        case (.organization, _): "Microsoft File Shared Company Wide Read Only With DLP Match"
        case (nil, _): "Microsoft File With DLP Match"
        }
    }

    var why: String {
        switch exposure?.reach {
        case .anyone:
            """
            The file holds what a DLP profile looks for, and anyone who gets the link can open it without signing in. Links are \
            forwarded and stay valid when people leave; nobody can say afterwards who has read the file.
            """
        case .organization:
            """
            The file holds what a DLP profile looks for, and everybody in the organization can open it: one stolen account or one \
            curious colleague is enough to leak it. Search and Copilot may show it to people who never got a link.
            """
        case nil:
            """
            The file holds what a DLP profile looks for. As far as is known only named people reach it; whether it belongs there, \
            and for how long, is for its owner to say.
            """
        }
    }

    var remedy: String {
        switch exposure?.reach {
        case .anyone: "remove the link today, then ask what the file is for"
        case .organization: "share with those who need it, or take the data out"
        case nil: "ask the owner; narrow who reaches it, move or delete it"
        }
    }

    var fix: [String] {
        let look = """
            Open the file and see whether what was found is what it seems: values with their places, a sensitivity label for the \
            file as a whole.
            """
        let keep = """
            If the file belongs there, see that only those who need it have access, and that it bears the label of your \
            organization that fits.
            """
        guard let exposure else {
            return [
                look, "Look who reaches it, and take away the access of guests who need it no more.",
                "Ask the owner whether the file is still needed; if not, delete it.", keep,
            ]
        }
        let plain = ItemSharing(kind: .file, reach: exposure.reach, access: exposure.access).fix
        return [look] + plain.dropFirst() + [keep]
    }

    var references: [String] {
        guard let exposure else {
            return ["https://learn.microsoft.com/purview/dlp-learn-about-dlp"]
        }
        return ItemSharing(kind: .file, reach: exposure.reach, access: exposure.access).references
    }

    /// "French passport number (3) and 1 more; anyone with the link can edit".
    static let sentence: @Sendable (Evidence) -> String = { evidence in
        let matches = evidence.records("matches")
        // What several profiles tell of is one thing; the one that counts the most of it says how often.
        let counts = Dictionary(matches.map { ($0.text("entry"), $0.number("count") ?? 0) }, uniquingKeysWith: max)
        var seen: Set<String?> = []
        let found = matches.filter { seen.insert($0.text("entry")).inserted }.map { match in
            let entry = match.text("entry")
            return "\(match.text("title") ?? entry ?? "") (\(counts[entry] ?? 0))"
        }
        // Titles stand whole: lists that have no room for them cut them themselves.
        var text = found.first ?? "something was found"
        if found.count > 1 { text += " and \(found.count - 1) more" }
        if let access = evidence.text("access") {
            let whom = evidence.text("scope")?.lowercased() == "anonymous" ? "anyone with the link" : "everyone inside"
            text += "; \(whom) can \(access == "write" ? "edit" : "read")"
        } else {
            let guests = evidence.list("guests").count
            if guests > 0 { text += guests == 1 ? "; a guest reaches it" : "; \(guests) guests reach it" }
        }
        if let status = evidence.text("status"), status != "ok" { text += " (\(status))" }
        return text
    }
}
