/// Feeds any bytes to the message parser: it may not crash, must read the same twice and keep its limits.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let (message, again) = (Message(bytes), Message(bytes))
    precondition(message.from == again.from && message.replyTo == again.replyTo, "read differently twice")
    precondition(message.fields.allSatisfy { $0.rawBody.endIndex <= count }, "a field lies outside of the message")
    precondition(message.from.count <= 700, "more readings than mailboxes allow")
    precondition(message.trustedTopResults == again.trustedTopResults, "results read differently twice")
    _ = message.results(trusting: ["a", "mx.example"])
    _ = message.authAs
    _ = message.arcSealers
    _ = message.arcResults.map(\.dkim)
    _ = message.subject
    _ = message.isCalendarAnswer
    return 0
}
