import Foundation

/// An address that opens one file by itself for an hour.
struct DownloadAddress: Sendable {
    var drive: String
    var item: String
    /// Seconds since 1970.
    var issued: Int
    var key: String

    static let path = ["_layouts", "15", "download.aspx"]
    static let life = 3600

    init(drive: String, item: String, issued: Date, seed: UInt64) {
        self.drive = drive
        self.item = item
        self.issued = Int(issued.timeIntervalSince1970)
        key = ""
        key = rightKey(seed)
    }

    /// Nil where something is missing.
    init?(_ query: FormFields) {
        guard let drive = query["Drive"], let item = query["UniqueId"], let issued = query["issued"].flatMap(Int.init),
            let key = query["tempauth"]
        else { return nil }
        (self.drive, self.item, self.issued, self.key) = (drive, item, issued, key)
    }

    func rightKey(_ seed: UInt64) -> String {
        var text: [UInt8] = []
        text.add(hex: Mix.name("\(drive)/\(item)/\(issued)", seed), digits: 16)
        return "v1." + String(decoding: text, as: UTF8.self)
    }

    func isGood(_ seed: UInt64, at now: Date) -> Bool {
        key == rightKey(seed) && now.timeIntervalSince1970 <= Double(issued + Self.life)
    }

    /// On another origin than Graph's: the other name of this machine, or SharePoint's.
    func url(from asked: String) -> String {
        var address = "https://contoso.sharepoint.example"
        for (own, other) in [("http://127.0.0.1", "http://localhost"), ("http://localhost", "http://127.0.0.1")]
        where asked.hasPrefix(own + ":") {
            address = other + ":" + asked.dropFirst(own.count + 1).prefix { $0.isNumber }
        }
        let drive = drive.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? drive
        return "\(address)/\(Self.path.joined(separator: "/"))?UniqueId=\(item)&Drive=\(drive)&issued=\(issued)"
            + "&tempauth=\(key)"
    }
}

extension Reply {
    /// `/drives/{id}/items/{id}/content`: where the file lies.
    func content(_ tree: DriveTree, _ id: String) throws(GraphFailure) -> SimulatedAnswer {
        guard let place = tree.place(id) else { throw .noItem }
        guard case .file = tree.item(place).form else {
            throw .badRequest("You cannot get content for a folder", code: "notSupported")
        }
        if let refusal = tree.item(place).refusal {
            throw GraphFailure(status: refusal.status, code: refusal.code, message: "The file cannot be handed over.")
        }
        let address = DownloadAddress(
            drive: tree.drive.id, item: id, issued: configuration.now(), seed: configuration.seed)
        return SimulatedAnswer(status: 302, headers: [("Location", address.url(from: call.url))])
    }
}

extension SimulatedGraph {
    /// The bytes behind an address; nil where there is no such file.
    func bytes(at address: DownloadAddress) -> [UInt8]? {
        let call = SimulatedCall(segments: [], caller: SimulatedCaller(permissions: []), url: "")
        guard let tree = try? reply(to: call).drive(address.drive), let place = tree.place(address.item) else {
            return nil
        }
        return tree.bytes(of: place)
    }
}
