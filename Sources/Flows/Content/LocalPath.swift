import Glibc

/// Where a file or folder lies: bytes, as the system has them. They need not be UTF-8 (old shares, unpacked archives), which a string must be.
public struct LocalPath: Hashable, Sendable {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    public init(_ text: String) { self.init(Array(text.utf8)) }

    /// - Parameter argument: as the command was started with it.
    public init(argument: UnsafePointer<CChar>) {
        self.init(UnsafeBufferPointer(start: argument, count: strlen(argument)).map { UInt8(bitPattern: $0) })
    }

    /// For showing: what is not UTF-8 is U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Calls the system with the path.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        body(bytes.map { CChar(bitPattern: $0) } + [0])
    }

    func appending(_ name: LocalPath) -> LocalPath {
        LocalPath(bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + name.bytes)
    }

    private var status: stat? {
        var status = stat()
        return withCString { stat($0, &status) } == 0 ? status : nil
    }

    static let standardInput = LocalPath("-")

    /// Whether a name begins with a dot.
    var isHidden: Bool { bytes.first == UInt8(ascii: ".") }

    /// False for a pipe or device, which would wait for whoever writes it; what is not there says so once it is opened.
    var isOrdinary: Bool { status.map { $0.st_mode & S_IFMT == S_IFREG } ?? true }

    /// Whether it is a symbolic link, wherever that leads.
    var isLink: Bool {
        var status = stat()
        return withCString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    var isSocket: Bool { status.map { $0.st_mode & S_IFMT == S_IFSOCK } ?? false }

    var isFolder: Bool { folder != nil }

    /// What a folder is whatever it is called, so that links in a circle come to an end.
    struct Identity: Hashable {
        let device: dev_t
        let number: ino_t
    }

    /// Nil for what is no folder.
    var folder: Identity? {
        guard let status, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        return Identity(device: status.st_dev, number: status.st_ino)
    }

    /// Why a folder cannot be looked into.
    struct Refusal: Error, CustomStringConvertible {
        /// The system's.
        let code: Int32
        var description: String { "cannot read the folder: \(String(cString: strerror(code)))" }
    }

    /// The names in a folder, in order.
    func names() throws(Refusal) -> [LocalPath] {
        guard let handle = withCString({ opendir($0) }) else { throw Refusal(code: errno) }
        defer { closedir(handle) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw Refusal(code: errno) }
        return names.sorted { $0.lexicographicallyPrecedes($1) }.map(LocalPath.init)
    }
}
