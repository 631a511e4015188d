/// A setting that holds while this server runs, and where it comes from. What is secret is said to be set, never what it is.
public struct SettingLine: Sendable, Hashable {
    public enum Origin: Sendable, Hashable {
        case standard
        /// The settings file.
        case file
        /// The name of an environment variable, or of an option of the command.
        case environment(String)
        case option(String)
    }

    /// The section of the settings file; empty for what stands at its top.
    public var section: String
    public var name: String
    public var value: String
    public var origin: Origin

    public init(section: String = "", name: String, value: String, origin: Origin) {
        self.section = section
        self.name = name
        self.value = value
        self.origin = origin
    }
}

extension SettingLine.Origin {
    var words: String {
        switch self {
        case .standard: "default"
        case .file: "settings file"
        case .environment(let name), .option(let name): name
        }
    }
}
