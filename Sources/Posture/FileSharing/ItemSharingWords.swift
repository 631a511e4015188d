import Model

extension ItemSharing {
    var title: String {
        let what = kind == .file ? "Microsoft File" : "Microsoft Folder"
        let whom = reach == .anyone ? "Publicly Accessible" : "Shared Company Wide"
        return "\(what) \(whom) \(access == .write ? "Read and Write" : "Read Only")"
    }

    var why: String {
        let thing = kind == .file ? "file" : "folder and everything in it"
        switch (reach, access) {
        case (.anyone, .write):
            return """
                Anyone who gets the link can read and change the \(thing) without signing in. Links travel: they are forwarded, \
                end up in tickets and chats, and stay valid when the person leaves. Changes made this way carry no name.
                """
        case (.anyone, .read):
            return """
                Anyone who gets the link can read the \(thing) without signing in. Links travel: they are forwarded, end up in \
                tickets and chats, and stay valid when the person leaves. Nobody can say afterwards who has read it.
                """
        case (.organization, .write):
            return """
                Everybody in the organization can read and change the \(thing): one stolen account or one careless colleague is \
                enough to leak or spoil it. Where everybody is granted it directly, search and Copilot show it to people who \
                never got a link.
                """
        case (.organization, .read):
            return """
                Everybody in the organization can read the \(thing), so one stolen account is enough to leak it. Where \
                everybody is granted it directly, search and Copilot show it to people who never got a link.
                """
        }
    }

    var remedy: String {
        switch reach {
        case .anyone: "remove the link, or share with named people"
        case .organization: "remove the link or grant, share with those who need it"
        }
    }

    var fix: [String] {
        let thing = kind.rawValue
        switch reach {
        case .anyone:
            return [
                "Ask the owner whether outsiders still need the \(thing). If so, share it with named people instead.",
                "Remove the link: OneDrive or SharePoint > the \(thing) > Manage access > Links > Anyone with the link > Delete.",
                "Let such links end by themselves: SharePoint admin center > Policies > Sharing > Choose expiration and permissions options for Anyone links.",
                "So that it does not come back: SharePoint admin center > Policies > Sharing > File and folder links > Specific people.",
            ]
        case .organization:
            return [
                "Ask the owner whether everybody needs the \(thing). If not, share it with the people or the group who do.",
                "Remove a link: OneDrive or SharePoint > the \(thing) > Manage access > Links > People in your organization > Delete.",
                "Remove a grant to Everyone: the \(thing) > Manage access > Groups, or for a library Settings > Library settings > Permissions for this document library.",
                "Look at the site's groups too: Graph does not show that Everyone is a member of one.",
                "So that it does not come back: SharePoint admin center > Policies > Sharing > File and folder links > Specific people.",
            ]
        }
    }

    var references: [String] {
        let general = [
            "https://learn.microsoft.com/sharepoint/change-default-sharing-link",
            "https://learn.microsoft.com/graph/api/resources/permission",
        ]
        switch reach {
        case .anyone:
            return [
                "https://learn.microsoft.com/microsoft-365/solutions/best-practices-anonymous-sharing",
                "https://learn.microsoft.com/sharepoint/turn-external-sharing-on-or-off",
            ] + general
        case .organization: return general
        }
    }

    /// "anyone with the link can edit, no expiry"; "everyone in the organization can read".
    static let sentence: @Sendable (Evidence) -> String = { evidence in
        let whom: String
        switch evidence.text("scope")?.lowercased() {
        case "anonymous": whom = "anyone with the link"
        case "organization": whom = "anyone in the organization with the link"
        case "everyone": whom = "everyone, signed-in guests too,"
        default: whom = "everyone in the organization"
        }
        var parts = ["\(whom) can \(deed(evidence))"]
        if evidence.text("scope")?.lowercased() == "anonymous" {
            parts.append(evidence.day("expires").map { "until \($0)" } ?? "no expiry")
            if evidence.flag("hasPassword") == true { parts.append("password") }
        }
        return parts.joined(separator: ", ")
    }

    private static func deed(_ evidence: Evidence) -> String {
        switch evidence.text("linkType")?.lowercased() {
        case "createonly": "add files"
        case "review": "review"
        default: evidence.text("access") == "write" ? "edit" : "read"
        }
    }
}
