import Crypto
import Flows
import Foundation
import MailDoor
import Model

extension MailOptions {
    /// Finds what cannot be in the settings of mail, before anything is done.
    /// - Throws: `Failure` with the file's name.
    func check(in file: String) throws {
        do {
            _ = try policies()
            _ = try settings()
        } catch {
            throw Failure("\(file): \(error); see docs/use/settings.md")
        }
        _ = try milterActions(in: file)
        guard MilterPolicy.Names(rawValue: headers) != nil else {
            throw Failure("\(file): mail.headers is reeve or compatible, not \"\(headers)\"")
        }
        guard timeLimit >= 0.1, timeLimit <= 600 else {
            throw Failure("\(file): mail.timeLimit is seconds, 0.1 to 600")
        }
        guard keepDays >= 1, keepDays <= 3660 else {
            throw Failure("\(file): mail.keepDays is days, 1 to 3660")
        }
    }

    /// What becomes of mail at the milter.
    /// - Throws: `Failure` where the key file cannot be used.
    func milterPolicy() throws -> MilterPolicy {
        MilterPolicy(
            actions: try milterActions(in: "reeve.yaml"), failure: failOpen ? .open : .closed,
            names: MilterPolicy.Names(rawValue: headers) ?? .reeve, signingKey: try headerKeyFile.map(Self.key))
    }

    private func milterActions(in file: String) throws -> [Disposition: MilterPolicy.Action] {
        var found: [Disposition: MilterPolicy.Action] = [:]
        for (name, word) in actions {
            guard let disposition = Disposition(rawValue: name) else {
                throw Failure("\(file): mail.actions: there is no disposition \"\(name)\"")
            }
            guard let action = MilterPolicy.Action(word) else {
                throw Failure(
                    "\(file): mail.actions: there is no action \"\(word)\"; known are accept, tag, tag-subject, quarantine, reject, discard and redirect:ADDRESS"
                )
            }
            found[disposition] = action
        }
        return found
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
