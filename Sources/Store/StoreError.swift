import Foundation

/// What can go wrong with remembered data. Each case says what, why and what to do next in one line.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The data folder was written by a newer version.
    case newer(found: Int, known: Int)
    case locked(path: String)
    case full(path: String)
    case unreadable(path: String, why: String)
    case corrupt(path: String, why: String)
    /// A statement that the engine refused.
    case failed(what: String, why: String)
    case keyExposed(path: String, mode: String)
    case keyUnusable(path: String, why: String)
    /// The stored secret was sealed with another key.
    case sealedWithAnotherKey(name: String, keyPath: String)
    case duplicate(name: String)
    /// The part before the first colon; the rest may hold a password.
    case unsupported(scheme: String)

    public var description: String {
        switch self {
        case .newer(let found, let known):
            "data folder is from a newer version (schema \(found), this one knows \(known)): update reeve, or point REEVE_HOME elsewhere"
        case .locked(let path):
            "database \(path) is locked by another process: wait until it is done or stop it, then run again; nothing was lost"
        case .full(let path):
            "no room left on the disk of \(path): free some space and run again; what was stored before stays"
        case .unreadable(let path, let why): "cannot open \(path): \(why); check the path and its permissions"
        case .corrupt(let path, let why):
            "\(path) is not a usable database (\(why)): restore it from a backup, or move it away and scan again"
        case .failed(let what, let why):
            "database refused to \(what): \(why); run again, and if it stays so, restore the data folder from a backup"
        case .keyExposed(let path, let mode):
            "key file \(path) can be read by others (mode \(mode)): run chmod 600 \(path)"
        case .keyUnusable(let path, let why):
            "key file \(path) cannot be used: \(why); make it readable for the user who runs reeve, restore it from a backup, or point REEVE_KEY_FILE at the right one"
        case .sealedWithAnotherKey(let name, let keyPath):
            "the secret of integration \(name) was sealed with another key than \(keyPath): restore that key file (REEVE_KEY_FILE), or add the integration again"
        case .duplicate(let name):
            "an integration named \(name) exists already for another tenant: choose another name, or remove it first (reeve integration remove \(name))"
        case .unsupported(let scheme): "a database of the kind \"\(scheme)\" is not supported: use sqlite:PATH"
        }
    }
}
