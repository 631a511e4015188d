import Foundation
import HTTPTypes

extension HTTPField.Name {
    static let clientRequestID = name("client-request-id")
    static let consistencyLevel = name("ConsistencyLevel")
    static let prefer = name("Prefer")
    static let throttlePriority = name("x-ms-throttle-priority")
    static let throttlePercentage = name("x-ms-throttle-limit-percentage")
    static let resourceUnit = name("x-ms-resource-unit")

    /// Every name above is a token of RFC 9110 §5.6.2; `Accept` would be harmless in place of one that were not.
    private static func name(_ text: String) -> HTTPField.Name { HTTPField.Name(text) ?? .accept }
}

/// Seconds to wait from a `Retry-After` (RFC 9110 §10.2.3): a number of seconds or an HTTP date; nil where it is neither.
func retryAfter(_ value: String?, now: Date) -> Double? {
    guard let value = value?.trimmingCharacters(in: .whitespaces), !value.isEmpty else { return nil }
    if let seconds = Double(value) { return seconds.isFinite ? max(0, seconds) : nil }
    return httpDate(value).map { max(0, $0.timeIntervalSince(now)) }
}

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 §5.6.7, the form that is sent today).
private func httpDate(_ text: String) -> Date? {
    let parts = text.split(separator: " ")
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: String(parts[2])) else { return nil }
    let number = month + 1 < 10 ? "0\(month + 1)" : "\(month + 1)"
    return isoDate("\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z")
}
