import Crypto
import Flows
import Foundation
import MailDoor
import Model
import Yams

extension MailOptions {
    /// Finds what cannot be in the settings of mail, before anything is done.
    /// - Parameter node: the whole file.
    /// - Throws: `Failure` with the file's name and the line.
    func check(in file: String, _ node: Node) throws {
        do {
            _ = try policies()
            _ = try settings()
        } catch {
            throw SettingsShape.failure(node.below(error.path), in: file, "\(error)")
        }
        for (name, word) in actions.sorted(by: { $0.key < $1.key }) where MilterPolicy.Action(word) == nil {
            throw SettingsShape.failure(
                node.below(["mail", "actions", name]), in: file,
                "mail.actions.\(name): there is no action \"\(word)\"; known are \(Self.knownActions)")
        }
        guard keepDays >= 1, keepDays <= 3660 else {
            throw Failure("\(file): mail.keepDays is days, 1 to 3660")
        }
    }

    private static let knownActions = "accept, tag, tag-subject, quarantine, reject, discard and redirect:ADDRESS"

    /// What becomes of mail at the milter.
    /// - Throws: `Failure` where the key file cannot be used.
    func milterPolicy() throws -> MilterPolicy {
        MilterPolicy(
            actions: milterActions, failure: failOpen ? .open : .closed,
            names: MilterPolicy.Names(rawValue: headers) ?? .reeve, signingKey: try headerKeyFile.map(Self.key))
    }

    /// `check` has seen to it that each is known.
    private var milterActions: [Disposition: MilterPolicy.Action] {
        let pairs = actions.compactMap { name, word in
            Disposition(rawValue: name).flatMap { disposition in
                MilterPolicy.Action(word).map { (disposition, $0) }
            }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func key(_ path: String) throws -> SymmetricKey {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Failure("cannot read the key that signs headers, \(path): check mail.headerKeyFile")
        }
        guard bytes.count >= 32 else {
            throw Failure(
                "\(path) has \(bytes.count) bytes, a key for headers 32 at least: head -c 32 /dev/urandom > \(path)")
        }
        return SymmetricKey(data: bytes)
    }
}

extension Node {
    /// What the names, and places in lists, lead to; the last that is there. Nil without a way.
    func below(_ path: [String]) -> Node? {
        var node: Node?
        for name in path {
            let here = node ?? self
            let next = Int(name).flatMap { place in
                here.sequence.flatMap { $0.indices.contains(place) ? $0[place] : nil }
            }
            guard let found = next ?? here.mapping?[Node(name)] else { return node }
            node = found
        }
        return node
    }
}
