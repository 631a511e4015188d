import CCAres
import Foundation
import Model

/// The loop that asks what comes to the desk. It and its channels live and die on one thread; the desk is all that
/// others see.
struct AresLoop {
    /// A question on its way, handed to c-ares as an opaque pointer and taken back by the callback, which comes exactly
    /// once.
    private final class Errand {
        let question: DNSQuestion
        let desk: QuestionDesk
        /// Who is asked what was wrong; nil when that is being asked.
        let next: AresChannel?

        init(_ question: DNSQuestion, _ desk: QuestionDesk, next: AresChannel?) {
            self.question = question
            self.desk = desk
            self.next = next
        }
    }

    private let desk: QuestionDesk
    private let patient: AresChannel
    private let blunt: AresChannel

    /// Asks until the desk closes. Blocks: it is the thread's whole life.
    static func run(_ settings: AresChannel.Settings, for desk: QuestionDesk) {
        ignoreBrokenPipes()
        guard let patient = AresChannel(settings, .patient), let blunt = AresChannel(settings, .blunt) else {
            return refuse(desk)
        }
        let loop = AresLoop(desk: desk, patient: patient, blunt: blunt)
        while let questions = desk.takeFresh() {
            for question in questions { ask(Errand(question, desk, next: blunt), on: patient) }
            loop.wait()
        }
        ares_destroy(patient.pointer)
        ares_destroy(blunt.pointer)
    }

    /// A TCP connection that the server closes must not end the program: the signal goes to the thread that wrote.
    private static func ignoreBrokenPipes() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Without a channel every question is answered at once, so that nobody waits for ever.
    private static func refuse(_ desk: QuestionDesk) {
        while let questions = desk.takeFresh() {
            for question in questions { desk.settle(question, .failed("no resolver"), lifetime: nil) }
            var event = pollfd(fd: desk.wakeUp, events: Int16(POLLIN), revents: 0)
            poll(&event, 1, -1)
        }
    }

    /// Waits for an answer, a time-out or the bell, and lets c-ares do what follows.
    private func wait() {
        let (first, second) = (patient.events, blunt.events)
        var events = [pollfd(fd: desk.wakeUp, events: Int16(POLLIN), revents: 0)] + first + second
        let timeout = [patient.timeout, blunt.timeout].compactMap { $0 }.min() ?? -1
        poll(&events, nfds_t(events.count), timeout)
        patient.process(events[1...].prefix(first.count))
        blunt.process(events[1...].dropFirst(first.count))
    }

    private static func ask(_ errand: Errand, on channel: AresChannel) {
        let (name, type) = (errand.question.name, Int32(errand.question.type.number))
        let argument = Unmanaged.passRetained(errand).toOpaque()
        ares_query(
            channel.pointer, name, 1, type,
            { argument, status, _, bytes, count in
                guard let argument else { return }
                let errand = Unmanaged<Errand>.fromOpaque(argument).takeRetainedValue()
                let message = bytes.map { Array(UnsafeBufferPointer(start: $0, count: Int(count))) } ?? []
                AresLoop.take(message, status, of: errand)
            }, argument)
    }

    /// c-ares says `ARES_ECONNREFUSED` when no server would answer, whatever they said instead: that is asked once
    /// more.
    private static func take(_ message: [UInt8], _ status: Int32, of errand: Errand) {
        if status == ARES_ECONNREFUSED, let next = errand.next {
            return ask(Errand(errand.question, errand.desk, next: nil), on: next)
        }
        let (result, lifetime) = result(of: errand.question, status: status, message)
        errand.desk.settle(errand.question, result, lifetime: lifetime)
    }
}

extension AresLoop {
    /// - Returns: the answer, and for how many seconds it may be remembered; nil for a failure, which nobody should
    ///   remember.
    private static func result(
        of question: DNSQuestion, status: Int32, _ bytes: [UInt8]
    ) -> (DNSAnswer.Result, lifetime: UInt32?) {
        switch status {
        case ARES_SUCCESS: return reading(bytes, question.type)
        case ARES_ENODATA, ARES_ENOTFOUND:
            let message = try? DNSMessage(bytes)
            return (.absent, message?.absenceTTL)
        default: return (.failed(word(for: status)), nil)
        }
    }

    private static func reading(
        _ bytes: [UInt8], _ type: DNSQuestion.RecordType
    ) -> (DNSAnswer.Result, lifetime: UInt32?) {
        do throws(DNSMessage.Malformed) {
            let message = try DNSMessage(bytes)
            let (values, ttl) = try message.values(of: type)
            // Servers turn the order of records round; an answer that is the same must look the same.
            return values.isEmpty ? (.absent, message.absenceTTL) : (.records(values.sorted()), ttl)
        } catch {
            return (.failed("malformed answer"), nil)
        }
    }

    /// The DNS's own words where it has any (RFC 1035 §4.1.1).
    private static func word(for status: Int32) -> String {
        switch status {
        case ARES_ESERVFAIL: "SERVFAIL"
        case ARES_EREFUSED: "REFUSED"
        case ARES_EFORMERR: "FORMERR"
        case ARES_ENOTIMP: "NOTIMP"
        case ARES_ETIMEOUT: "time-out"
        case ARES_ECONNREFUSED: "no server"
        case ARES_EBADNAME: "malformed name"
        case ARES_EBADRESP: "malformed answer"
        case ARES_EDESTRUCTION, ARES_ECANCELLED: QuestionDesk.closed
        default: String(cString: ares_strerror(status))
        }
    }
}
