import ArgumentParser
import Flows
import Foundation
import Model
import Report
import Store

struct IntegrationRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove an integration and everything that was read through it.",
        discussion: """
            People who are protected because of its directory can be kept as people typed in (--keep-protected).
            """)
    @Argument(help: "The name of an integration.") var name: String
    @Flag(help: "Do not ask.") var yes = false
    @Flag(help: "Keep the protected people of its directory, with their addresses, as people typed in.")
    var keepProtected = false
    @Flag(help: "Protect the people of its directory no longer.") var dropProtected = false
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if keepProtected && dropProtected {
            throw ValidationError("give --keep-protected or --drop-protected, not both")
        }
    }

    func run() throws {
        let workplace = try Workplace(options)
        let integration = try workplace.integration(named: name)
        let isTerminal = isatty(STDIN_FILENO) == 1
        let entries = try workplace.store.protectionCounts(in: integration.id).values.reduce(0, +)
        let keeps = entries > 0 ? try keepsProtected(entries, isTerminal: isTerminal) : false
        if !yes && isTerminal {
            let use = try ProfileBook(store: workplace.store).use(ofLabelsOf: integration)
            for words in use.words(of: name, isGone: false) { Output.say(VisibleText.of(words)) }
            let users = try workplace.store.count(.user, of: integration.id)
            let question = "Remove \(name) with \(Numbers.counted(users, "user")) and all findings and their history?"
            guard ask(question) else { throw Failure("nothing was removed") }
        }
        let outcome = try Removing(store: workplace.store).remove(
            integration, keepsProtected: keeps, Deed(by: whoAsks(), at: Date()))
        Output.say("removed \(name)\(outcome.words.map { "; \($0)" } ?? "")")
        for words in outcome.labels.words(of: name, isGone: true) { Output.say(VisibleText.of(words)) }
    }

    /// The flag, else the answer of whoever sits at the terminal; a script has to say.
    private func keepsProtected(_ entries: Int, isTerminal: Bool) throws -> Bool {
        if keepProtected || dropProtected { return keepProtected }
        let what = Numbers.counted(entries, "protected entry", plural: "protected entries")
        guard isTerminal else {
            throw Failure(
                "\(name) has \(what): say --keep-protected (they become people typed in) or --drop-protected; nothing was removed"
            )
        }
        return ask("\(name) has \(what). Keep the people protected, as people typed in?")
    }

    private func ask(_ question: String) -> Bool {
        FileHandle.standardError.write(Data("\(question) [y/N] ".utf8))
        return readLine()?.lowercased().hasPrefix("y") == true
    }
}
