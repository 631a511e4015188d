import ArgumentParser
import Flows
import Foundation
import Model
import Report
import Store

/// `reeve integration edit`: what is looked for in the files of a tenant.
struct IntegrationEdit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Attach DLP profiles to an integration, or detach them.",
        discussion: """
            The next scan looks at every file for what was attached; what a detached profile found is resolved.
              reeve integration edit contoso --attach "Financial Information" --attach "Credentials and Secrets"
              reeve integration edit contoso --detach "Financial Information"
            """)
    @Argument(help: "The name of an integration.") var name: String
    @Option(
        name: [.customLong("attach"), .customLong("dlp-profile")],
        help: ArgumentHelp("A DLP profile to use (reeve dlp profile list); may be repeated.", valueName: "name"))
    var attach: [String] = []
    @Option(help: ArgumentHelp("A DLP profile to use no longer; may be repeated.", valueName: "name"))
    var detach: [String] = []
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard !attach.isEmpty || !detach.isEmpty else {
            throw ValidationError("nothing to change: give --attach NAME or --detach NAME")
        }
    }

    /// A line for each of the profiles that asks for nothing.
    static func tellIdle(among names: [String], _ book: ProfileBook) throws {
        for name in try book.idle(among: names) {
            Output.say(
                "\(VisibleText.of(name)) has no entry that is on: nothing is looked for with it (reeve dlp profile show)"
            )
        }
    }

    /// A line for each of the profiles that is the labels of another tenant: a name is easily mistaken.
    static func tellForeign(among names: [String], of integration: Integration, _ book: ProfileBook) throws {
        for profile in try book.ofOtherTenants(among: names, for: integration) {
            Output.say(
                "\(VisibleText.of(profile)) is of another tenant: it finds files in \(VisibleText.of(integration.name)) that bear labels of that tenant, and none of its own"
            )
        }
    }

    func run() throws {
        let workplace = try Workplace(options)
        let integration = try workplace.integration(named: name)
        let book = ProfileBook(store: workplace.store)
        let profiles = try book.attach(
            attach, detaching: detach, of: integration, Deed(by: whoAsks(), at: Date()))
        Output.say(
            profiles.isEmpty
                ? "\(name) uses no DLP profile" : "\(name) uses \(profiles.map(VisibleText.of).joined(separator: ", "))"
        )
        try Self.tellIdle(among: profiles, book)
        try Self.tellForeign(among: profiles, of: integration, book)
        Output.say("Next: reeve scan \(name)")
    }
}
