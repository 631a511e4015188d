import Foundation

/// A password that somebody types on the terminal, unseen.
enum TypedPassword {
    /// - Throws: `Failure` where there is no terminal, or the two do not agree.
    static func ask() throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            throw Failure("--ask-password needs a terminal; use --password-file - to read standard input")
        }
        let first = try line("Password: ")
        guard try line("The same again: ") == first else {
            throw Failure("the two are not the same; nothing was changed")
        }
        return first
    }

    private static func line(_ prompt: String) throws -> String {
        FileHandle.standardError.write(Data(prompt.utf8))
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { throw Failure("the terminal cannot be asked") }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        guard let text = readLine(strippingNewline: true) else { throw Failure("no password was typed") }
        return text
    }
}
