/// What a filter may do to a message: the SMFIF bits of libmilter's `mfapi.h`, as they stand in option negotiation.
struct MilterActions: OptionSet, Hashable, Sendable {
    let rawValue: UInt32
    static let addHeaders = MilterActions(rawValue: 0x01)
    static let addRecipients = MilterActions(rawValue: 0x04)
    static let deleteRecipients = MilterActions(rawValue: 0x08)
    static let changeHeaders = MilterActions(rawValue: 0x10)
    static let quarantine = MilterActions(rawValue: 0x20)
}

/// Which steps the MTA leaves out and which it does not wait for: the SMFIP bits of libmilter's `mfdef.h`.
struct MilterSteps: OptionSet, Hashable, Sendable {
    let rawValue: UInt32
    static let noBody = MilterSteps(rawValue: 0x10)
    static let noUnknown = MilterSteps(rawValue: 0x100)
    static let noData = MilterSteps(rawValue: 0x200)
    static let skip = MilterSteps(rawValue: 0x400)
    static let silentHeader = MilterSteps(rawValue: 0x80)
    static let silentConnect = MilterSteps(rawValue: 0x1000)
    static let silentHelo = MilterSteps(rawValue: 0x2000)
    static let silentMail = MilterSteps(rawValue: 0x4000)
    static let silentRecipient = MilterSteps(rawValue: 0x8000)
    static let silentData = MilterSteps(rawValue: 0x1_0000)
    static let silentUnknown = MilterSteps(rawValue: 0x2_0000)
    static let silentEndOfHeader = MilterSteps(rawValue: 0x4_0000)
    static let silentBody = MilterSteps(rawValue: 0x8_0000)
    /// Header values come and go with the blank that follows the colon.
    static let leadingSpace = MilterSteps(rawValue: 0x10_0000)
    /// Packets of up to 1 MB instead of 64 KB.
    static let packets1MB = MilterSteps(rawValue: 0x2000_0000)

    /// The body is never judged, and no step before the end of the message is answered by anything but "go on":
    /// with all of these a message costs one round trip.
    static let wanted: MilterSteps = [
        .noBody, .noUnknown, .noData, .skip, .silentHeader, .silentConnect, .silentHelo, .silentMail, .silentRecipient,
        .silentData, .silentUnknown, .silentEndOfHeader, .silentBody, .leadingSpace, .packets1MB,
    ]
}
