/// The section `http`: what `reeve serve` may be asked by how many at once.
struct HTTPSettings: Codable, Sendable {
    /// Connections at the same time.
    var connections = 512
    /// Of these, how many one address may have.
    var connectionsPerAddress = 256

    init() {}

    init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        connections = try box.decodeIfPresent(Int.self, forKey: .connections) ?? connections
        let standard = max(1, connections / 2)
        connectionsPerAddress = try box.decodeIfPresent(Int.self, forKey: .connectionsPerAddress) ?? standard
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case connections, connectionsPerAddress }
}
