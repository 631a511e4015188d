import Model

/// Members of an archive that are compressed by a method that nobody here knows. They are no damage.
struct UnknownMethods {
    private var halts: [(name: String, halt: Halt)] = []
    private var hasRead = false

    /// - Parameter read: gives the content of a member.
    /// - Returns: nil where its method is not known.
    mutating func noting(_ name: String, _ read: () throws -> [UInt8]) throws -> [UInt8]? {
        do {
            let content = try read()
            hasRead = true
            return content
        } catch let halt as Halt {
            guard case .unsupported = halt else { throw halt }
            if halts.count < 100 { halts.append((name, halt)) }
            return nil
        }
    }

    /// An archive that has nothing else is of a kind that cannot be read, of others somebody can read the rest.
    func finish(_ remark: (Halt) -> Void) throws {
        if !hasRead, let first = halts.first { throw first.halt }
        for (name, halt) in halts { remark(halt.at(name)) }
    }

    /// What libarchive says of a method that it does not know.
    static func halt(_ text: String) -> Halt? {
        let mark = "Unknown codec ID: "
        if text.hasPrefix(mark) {
            let code = text.dropFirst(mark.count).prefix { $0.isHexDigit }
            return .unsupported("compressed by \(codecs[code.lowercased()] ?? "the codec \(code)"), which is not read")
        }
        let lowered = text.lowercased()
        if lowered.contains("encrypt") || lowered.contains("crypto") { return .encrypted("it has a password") }
        let isUnknown = ["unsupported", "not supported", "support unavailable"].contains { lowered.contains($0) }
        // The rest are numbers of versions and sizes, which damage writes too.
        let isMethod = ["compress", "codec", "filter", "solid", "bcj2", "multivolume"].contains { lowered.contains($0) }
        return isUnknown && isMethod ? .unsupported("packed in a way that is not read: \(name: text)") : nil
    }

    /// Of 7z, as its forks number them.
    private static let codecs = [
        "4f71101": "Zstandard", "4f71102": "Brotli", "4f71104": "LZ4", "4f71105": "LZ5", "4f71106": "Lizard",
        "40109": "Deflate64", "21": "LZMA2", "3030501": "ARM code", "a": "ARM64 code", "b": "RISC-V code",
    ]
}
