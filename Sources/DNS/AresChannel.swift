import CCAres
import Foundation

/// A c-ares channel: a set of servers and the questions they have been asked. To be used on one thread.
struct AresChannel {
    struct Settings: Sendable {
        /// As `ares_set_servers_ports_csv` takes them; nil for the system's.
        var servers: String?
        var timeoutMilliseconds: Int32
        var tries: Int32
    }

    /// What to make of a SERVFAIL or REFUSED.
    enum Temper {
        /// The next server is asked, and the next try is made. What was wrong in the end c-ares does not tell.
        case patient
        /// It is the answer.
        case blunt
    }

    let pointer: ares_channel

    private static let isLibraryReady = ares_library_init(ARES_LIB_INIT_ALL) == ARES_SUCCESS

    /// Nil where memory or sockets are short.
    init?(_ settings: Settings, _ temper: Temper) {
        guard Self.isLibraryReady else { return nil }
        var options = ares_options()
        options.timeout = settings.timeoutMilliseconds
        options.tries = temper == .patient ? settings.tries : 1
        options.flags = ARES_FLAG_EDNS | ARES_FLAG_NOSEARCH | (temper == .blunt ? ARES_FLAG_NOCHECKRESP : 0)
        options.ednspsz = 1232
        let mask = ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_EDNSPSZ
        var channel: ares_channel?
        guard ares_init_options(&channel, &options, mask) == ARES_SUCCESS, let channel else { return nil }
        if let servers = settings.servers, ares_set_servers_ports_csv(channel, servers) != ARES_SUCCESS {
            ares_destroy(channel)
            return nil
        }
        pointer = channel
    }

    /// The sockets it waits for, and for what.
    var events: [pollfd] {
        var sockets = [ares_socket_t](repeating: 0, count: Int(ARES_GETSOCK_MAXNUM))
        let interest = ares_getsock(pointer, &sockets, ARES_GETSOCK_MAXNUM)
        return sockets.enumerated().compactMap { place, socket in
            // ARES_GETSOCK_READABLE and _WRITABLE: the lower 16 bits are for reading, the upper for writing.
            let reads = interest & (1 << Int32(place)) != 0
            let writes = interest & (1 << Int32(place + 16)) != 0
            let wanted = (reads ? Int16(POLLIN) : 0) | (writes ? Int16(POLLOUT) : 0)
            return wanted == 0 ? nil : pollfd(fd: socket, events: wanted, revents: 0)
        }
    }

    /// Milliseconds until it wants to look at its clock; nil where nothing is under way.
    var timeout: Int32? {
        var time = timeval()
        guard ares_timeout(pointer, nil, &time) != nil else { return nil }
        return Int32(clamping: time.tv_sec * 1000 + (time.tv_usec + 999) / 1000)
    }

    /// Lets it read, write and give up; callbacks come from here.
    func process(_ events: ArraySlice<pollfd>) {
        for event in events where event.revents != 0 {
            // An error or a hang-up is found out by reading.
            let isReadable = event.revents & ~Int16(POLLOUT) != 0
            let isWritable = event.revents & Int16(POLLOUT) != 0
            ares_process_fd(pointer, isReadable ? event.fd : -1, isWritable ? event.fd : -1)
        }
        ares_process_fd(pointer, -1, -1)
    }
}
