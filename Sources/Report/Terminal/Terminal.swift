import Foundation

/// The one place that asks the operating system about the terminal.
public enum Terminal {
    /// How output to this file descriptor should look.
    public static func style(of descriptor: Int32 = STDOUT_FILENO, allowsColour: Bool = true) -> Style {
        Style(
            terminalColumns: columns(of: descriptor), environment: ProcessInfo.processInfo.environment,
            allowsColour: allowsColour)
    }

    /// The width of the terminal behind the descriptor; nil where there is none.
    public static func columns(of descriptor: Int32) -> Int? {
        guard isatty(descriptor) == 1 else { return nil }
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
