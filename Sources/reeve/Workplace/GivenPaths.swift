import Flows
import Glibc

/// Paths among the arguments of the command, as they were given: the strings of arguments have lost the bytes that are not UTF-8.
enum GivenPaths {
    static func of(_ texts: [String]) -> [LocalPath] {
        guard texts.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) else {
            return texts.map { LocalPath($0) }
        }
        var given: [(text: String, path: LocalPath)] = (0..<Int(CommandLine.argc)).compactMap { place in
            CommandLine.unsafeArgv[place].map { (String(cString: $0), LocalPath(argument: $0)) }
        }
        return texts.map { text in
            // Each once: two that differ have the same string.
            given.firstIndex { $0.text == text }.map { given.remove(at: $0).path } ?? LocalPath(text)
        }
    }
}
