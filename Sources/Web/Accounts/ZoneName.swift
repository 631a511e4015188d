import Foundation

/// Names of the tz database, as browsers and machines say them. Foundation's own list has one name of each zone, often an old one, and not UTC;
/// what it makes a zone of, on the other hand, is more than names.
enum ZoneName {
    private static let areas: Set<Substring> = [
        "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Brazil", "Canada", "Chile",
        "Etc", "Europe", "Indian", "Mexico", "Pacific", "US",
    ]

    /// The names without an area.
    private static let plain: Set<String> = [
        "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "GB", "GB-Eire", "GMT", "GMT+0", "GMT-0",
        "GMT0", "Greenwich", "HST", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya",
        "MET", "MST", "MST7MDT", "NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK",
        "Singapore", "Turkey", "UCT", "UTC", "Universal", "W-SU", "WET", "Zulu",
    ]

    /// Present names of zones that Foundation lists under a former one.
    private static let present = [
        "America/Argentina/Buenos_Aires", "America/Nuuk", "Asia/Ho_Chi_Minh", "Asia/Kathmandu", "Asia/Kolkata",
        "Asia/Yangon", "Atlantic/Faroe", "Europe/Kyiv", "Pacific/Chuuk", "Pacific/Kanton", "Pacific/Pohnpei", "UTC",
    ]

    static func isKnown(_ name: String) -> Bool {
        let area = name.prefix { $0 != "/" }
        guard area.count < name.count ? areas.contains(area) : plain.contains(name) else { return false }
        return TimeZone(identifier: name) != nil
    }

    /// What a form offers, UTC first: with the one that is chosen, however it is called.
    static func offered(with chosen: String?) -> [String] {
        let names = Set(TimeZone.knownTimeZoneIdentifiers + present + (chosen.map { [$0] } ?? []))
        return ["UTC"] + names.subtracting(["UTC"]).sorted()
    }
}
