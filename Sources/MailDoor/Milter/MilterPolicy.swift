import Crypto
import Model

/// What becomes of judged mail. The standard only tags: nothing is held, refused or lost until an administrator says so.
public struct MilterPolicy: Sendable {
    /// What is done with a message.
    public enum Action: Hashable, Sendable {
        /// Goes on without Reeve's header fields.
        case accept
        /// Goes on with them.
        case tag
        /// Goes on with them and with its disposition before the subject. It breaks signatures that cover the subject.
        case tagSubject
        /// Is kept in the MTA's hold queue until somebody releases it.
        case quarantine
        /// Is refused with 550 5.7.1; the sender hears why.
        case reject
        /// Is taken and thrown away; nobody hears of it.
        case discard
        /// Goes to this address instead of its recipients.
        case redirect(to: String)
    }

    /// What becomes of mail that could not be judged.
    public enum Failure: String, CaseIterable, Sendable {
        /// It goes on without header fields of Reeve's.
        case open
        /// The client is asked to come again later: 451 4.7.1.
        case closed
    }

    /// Whose names the header fields bear.
    public enum Names: String, CaseIterable, Sendable {
        /// `X-Reeve-Disposition`, `-Attribute`, `-Reason`, `-Score`.
        case reeve
        /// `X-CFEmailSecurity-Disposition` and `-Attribute`, for transport rules that exist already.
        case compatible
    }

    /// Dispositions that are not named here are tagged.
    public var actions: [Disposition: Action]
    public var failure: Failure
    public var names: Names
    /// Signs the header fields; nil leaves them unsigned.
    public var signingKey: SymmetricKey?

    public init(
        actions: [Disposition: Action] = [:], failure: Failure = .open, names: Names = .reeve,
        signingKey: SymmetricKey? = nil
    ) {
        self.actions = actions
        self.failure = failure
        self.names = names
        self.signingKey = signingKey
    }

    public func action(for disposition: Disposition) -> Action { actions[disposition] ?? .tag }
}

extension MilterPolicy.Action: LosslessStringConvertible {
    /// Reads `accept`, `tag`, `tag-subject`, `quarantine`, `reject`, `discard` or `redirect:ADDRESS`; nil for anything else.
    public init?(_ text: String) {
        switch text {
        case "accept": self = .accept
        case "tag": self = .tag
        case "tag-subject": self = .tagSubject
        case "quarantine": self = .quarantine
        case "reject": self = .reject
        case "discard": self = .discard
        default:
            guard text.hasPrefix("redirect:") else { return nil }
            let address = String(text.dropFirst("redirect:".count))
            guard Self.isMailbox(address) else { return nil }
            self = .redirect(to: address)
        }
    }

    public var description: String {
        switch self {
        case .accept: "accept"
        case .tag: "tag"
        case .tagSubject: "tag-subject"
        case .quarantine: "quarantine"
        case .reject: "reject"
        case .discard: "discard"
        case .redirect(let address): "redirect:\(address)"
        }
    }

    private static func isMailbox(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>,;:\\\"()".utf8.contains($0) }
    }
}

extension MilterPolicy {
    /// What has to be asked of the MTA so that every action of this policy is possible.
    var wantedActions: MilterActions {
        var wanted: MilterActions = [.addHeaders, .changeHeaders]
        for action in actions.values {
            switch action {
            case .quarantine: wanted.insert(.quarantine)
            case .redirect: wanted.formUnion([.addRecipients, .deleteRecipients])
            case .accept, .tag, .tagSubject, .reject, .discard: break
            }
        }
        return wanted
    }

    /// Lowercased names of the fields that nobody but Reeve may write.
    var ownNames: Set<[UInt8]> {
        var own = Verdict.reeveFieldNames
        if names == .compatible { own += Verdict.compatibleFieldNames }
        return Set(own.map { Array($0.lowercased().utf8) })
    }
}
