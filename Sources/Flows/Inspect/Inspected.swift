import BEC
import Mail
import Model

/// A message that was judged, with what was known of it then.
public struct Inspected: Sendable {
    public let message: Message
    /// With what was looked up: history, SPF.
    public let envelope: Envelope
    public let door: Door
    public let verdict: Verdict
    let roster: Roster

    /// The first sender as a person would see it: `Adele Vance <a.vance@gmail.example>`; empty where there is none.
    public var from: String {
        guard let view = message.from.first else { return "" }
        if view.displayName.isEmpty { return view.address }
        return view.address.isEmpty ? view.displayName : "\(view.displayName) <\(view.address)>"
    }
}
