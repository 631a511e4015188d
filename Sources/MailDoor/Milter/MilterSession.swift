/// One connection's side of the protocol, without its socket: commands in, what to do out.
struct MilterSession: Sendable {
    enum Step: Hashable, Sendable {
        case wait
        case send(MilterReply)
        /// The message is whole.
        case judge(IncomingMessage)
        case close
    }

    /// The macros that are kept, names without braces; those of other names are let go.
    static let macroNames: Set<String> = ["i", "client_addr", "mail_addr", "auth_authen", "daemon_name", "j", "_"]

    private let wanted: MilterActions
    private let ownNames: Set<[UInt8]>
    private(set) var options: MilterOptions?
    private(set) var helo: String?
    private var address: String?
    private var message: IncomingMessage?
    private var macros: [UInt8: [String: String]] = [:]

    /// - Parameter ownNames: lowercased names of the fields that only Reeve may write.
    init(wanting wanted: MilterActions, ownNames: Set<[UInt8]>) {
        self.wanted = wanted
        self.ownNames = ownNames
    }

    /// The client's address in text form; nil where it came over no network or the MTA does not know.
    var clientAddress: String? { address ?? macro("client_addr") }

    /// The value that the latest stage gave to a macro.
    func macro(_ name: String) -> String? {
        let latestFirst = [
            MilterCode.endOfMessage, MilterCode.body, MilterCode.endOfHeader, MilterCode.header, MilterCode.data,
            MilterCode.recipient, MilterCode.mail, MilterCode.helo, MilterCode.connect,
        ]
        for stage in latestFirst {
            if let value = macros[stage]?[name] { return value }
        }
        return nil
    }

    mutating func take(_ packet: MilterPacket) throws(MilterFault) -> Step {
        let command = try MilterCommand(packet)
        if case .negotiate(let offer) = command { return try negotiate(offer) }
        guard options != nil else { throw .outOfOrder(packet.code) }
        switch command {
        case .negotiate, .connect, .helo, .macros, .abort, .quit, .quitNewConnection, .unknown:
            return connectionStep(command)
        case .mail, .recipient, .data, .header, .endOfHeader, .body, .endOfMessage:
            return try messageStep(command, code: packet.code)
        }
    }

    private mutating func negotiate(_ offer: MilterOptions) throws(MilterFault) -> Step {
        guard options == nil else { throw .outOfOrder(MilterCode.negotiate) }
        guard let agreed = offer.agreed(wanting: wanted) else { throw .unsupportedVersion(offer.version) }
        options = agreed
        return .send(.negotiated(agreed))
    }

    private mutating func connectionStep(_ command: MilterCommand) -> Step {
        switch command {
        case .connect(_, let address):
            forgetMessage()
            self.address = address
            helo = nil
            return goOn(unless: .silentConnect)
        case .helo(let name):
            helo = name
            return goOn(unless: .silentHelo)
        case .macros(let stage, let values):
            keep(values, of: stage)
            return .wait
        case .abort:
            forgetMessage()
            return .wait
        case .quitNewConnection:
            forgetMessage()
            (address, helo, macros) = (nil, nil, [:])
            return .wait
        case .unknown: return goOn(unless: .silentUnknown)
        default: return .close
        }
    }

    private mutating func messageStep(_ command: MilterCommand, code: UInt8) throws(MilterFault) -> Step {
        if case .mail(let path, _) = command {
            // The macros of MAIL come before MAIL itself.
            forgetMessage(keepingMacrosOf: MilterCode.mail)
            message = IncomingMessage(mailFrom: path)
            return goOn(unless: .silentMail)
        }
        guard message != nil else { throw .outOfOrder(code) }
        switch command {
        case .recipient(let path, _):
            guard message?.recipients.count ?? 0 < IncomingMessage.mostRecipients else { throw .tooManyRecipients }
            message?.recipients.append(path)
            return goOn(unless: .silentRecipient)
        case .data: return goOn(unless: .silentData)
        case .header(let name, let value):
            let hasLeadingSpace = agreed(.leadingSpace)
            message?.add(name, value, hasLeadingSpace: hasLeadingSpace, owned: ownNames)
            return goOn(unless: .silentHeader)
        case .endOfHeader: return goOn(unless: .silentEndOfHeader)
        case .body:
            if agreed(.silentBody) { return .wait }
            return .send(agreed(.skip) ? .skip : .proceed)
        default:
            guard let whole = message else { throw .outOfOrder(code) }
            message = nil
            return .judge(whole)
        }
    }

    private func agreed(_ step: MilterSteps) -> Bool { options?.steps.contains(step) ?? false }

    private func goOn(unless silent: MilterSteps) -> Step { agreed(silent) ? .wait : .send(.proceed) }

    private mutating func keep(_ values: [String: String], of stage: UInt8) {
        let known = values.filter { Self.macroNames.contains($0.key) && $0.value.utf8.count <= 1024 }
        if stage < 128 { macros[stage] = known }
    }

    /// What belongs to a message goes, what belongs to the SMTP connection stays.
    private mutating func forgetMessage(keepingMacrosOf kept: UInt8? = nil) {
        message = nil
        macros = macros.filter { $0.key == MilterCode.connect || $0.key == MilterCode.helo || $0.key == kept }
    }
}
