import ArgumentParser

/// `reeve mail`: messages, judged.
struct MailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Find mail that pretends to come from protected people.",
        discussion: """
            Look at a message:           reeve mail check message.eml
            Look at a mailbox:           reeve mail check ~/Maildir --format csv
            Filter for Postfix:          reeve mail milter --listen 127.0.0.1:8891
            """,
        subcommands: [MailCheck.self, MailMilter.self])
}
