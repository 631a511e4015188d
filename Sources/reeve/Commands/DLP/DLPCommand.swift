import ArgumentParser

/// `reeve dlp`: values that must not leave, in local files.
struct DLPCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dlp", abstract: "Find card numbers, national ids, credentials and the like in documents.",
        subcommands: [DLPScan.self, DLPDetector.self, DLPProfile.self, DLPEntry.self, DLPLabel.self])
}
