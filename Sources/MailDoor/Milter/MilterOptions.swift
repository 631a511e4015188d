/// What the MTA offers, or what was agreed on: the payload of option negotiation (SMFIC_OPTNEG).
struct MilterOptions: Hashable, Sendable {
    /// 2 for Sendmail before 8.14, 6 for everything newer.
    var version: UInt32
    var actions: MilterActions
    var steps: MilterSteps

    static let newest: UInt32 = 6
    static let oldest: UInt32 = 2
    private static let actionsOfVersion2: UInt32 = 0x3F
    private static let stepsOfVersion2: UInt32 = 0x7F

    /// What this side agrees to: nothing that was not offered, nothing that is not wanted.
    /// Nil where the peer is too old to be understood.
    func agreed(wanting actions: MilterActions) -> MilterOptions? {
        guard version >= Self.oldest else { return nil }
        let old = version < 3
        return MilterOptions(
            version: min(version, Self.newest),
            actions: self.actions.intersection(actions)
                .intersection(MilterActions(rawValue: old ? Self.actionsOfVersion2 : .max)),
            steps: steps.intersection(.wanted)
                .intersection(MilterSteps(rawValue: old ? Self.stepsOfVersion2 : .max)))
    }
}
