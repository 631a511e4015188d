import ArgumentParser
import Foundation
import Report

@main
struct Main {
    static func main() async {
        // What Reeve writes, its database first of all, is its owner's alone.
        umask(0o077)
        tellOfInterruption()
        do {
            try Self.refuseHelpOnNothing(Array(CommandLine.arguments.dropFirst()))
            // First of all: what reads a list does so once. Wrong usage and help come before a wrong file, and doctor shows it.
            let troubles = OwnTables.take(from: Workplace.homeFolder())
            var command = try Reeve.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                let first = troubles.min { $0.key < $1.key }
                if let first, !(asynchronous is Doctor) { throw Failure(first.value) }
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Output.say("reeve: \(failure)")
            Reeve.exit(withError: ExitCode(failure.status))
        } catch let error as ExitCode {
            Reeve.exit(withError: error)
        } catch is CancellationError {
            Output.say("reeve: stopped; what was read is stored, and the next run goes on from there")
            Reeve.exit(withError: ExitCode(130))
        } catch  where Reeve.exitCode(for: error) == .failure {
            Output.say("reeve: \(error)")
            Reeve.exit(withError: ExitCode.failure)
        } catch {
            Reeve.exit(withError: error)
        }
    }

    /// Until a command listens to signals itself, and for those that never do: who presses Ctrl-C is told that it has stopped. What was told to
    /// ignore it (a job in the background of a script) goes on doing so.
    private static func tellOfInterruption() {
        var before = sigaction()
        sigaction(SIGINT, nil, &before)
        guard unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == 0 else { return }
        signal(SIGINT) { _ in
            _ = write(STDERR_FILENO, "reeve: stopped\n", 15)
            _exit(130)
        }
    }

    /// `reeve help NOTHING` is wrong usage, not an occasion to print everything.
    private static func refuseHelpOnNothing(_ arguments: [String]) throws {
        guard arguments.first == "help", let name = arguments.dropFirst().first, !name.hasPrefix("-"), name != "help"
        else { return }
        let known = Reeve.configuration.subcommands.compactMap { $0._commandName }
        guard !known.contains(name) else { return }
        let hint = suggestion(for: name, among: known).map { "; did you mean \($0)?" } ?? ""
        throw Failure("unknown command \"\(name)\"\(hint) (reeve help)", status: 64)
    }
}

/// The one executable; its sub-commands are nouns, then verbs.
struct Reeve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reeve", abstract: "Watches over a Microsoft 365 tenant from your own machine.",
        discussion: """
            Try it without a tenant:        reeve demo --once
            Connect a tenant:               reeve integration add --name contoso --tenant-id GUID --client-id GUID --client-secret-file FILE
            Find what is wrong:             reeve scan contoso
            Look at it again:               reeve finding list --severity critical
            What may be missing and why:    reeve doctor contoso
            """,
        version: Version.text,
        subcommands: [
            Demo.self, IntegrationCommand.self, ScanCommand.self, DirectoryCommand.self, FindingCommand.self,
            CheckCommand.self, ProtectCommand.self, Serve.self, UserCommand.self, TokenCommand.self, AuditCommand.self,
            MailCommand.self, DLPCommand.self,
            Simulate.self, Doctor.self,
        ])
}

/// The version of the product.
enum Version {
    static let text = "0.1.0"
}
