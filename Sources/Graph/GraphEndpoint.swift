import Foundation

/// Where a tenant signs in and where its Graph is (the national clouds have their own of both).
public struct GraphEndpoint: Sendable, Hashable, Codable {
    /// The clouds with public endpoints (Graph documentation, "National cloud deployments").
    public enum Cloud: String, Sendable, Codable, CaseIterable {
        case global
        case usgov
        case usgovDoD = "usgov-dod"
        case china
    }

    /// Why an origin is not taken.
    public struct InvalidOrigin: Error, Hashable, Sendable, CustomStringConvertible {
        public let text: String
        public let reason: String
        public var description: String { "\(text) is not usable: \(reason)" }
    }

    /// An origin, lower case, no slash at its end: "https://graph.microsoft.com".
    public let graphURL: String
    /// An origin: "https://login.microsoftonline.com".
    public let loginURL: String

    /// Takes origins alone: no path, query or user; plain http for loopback hosts only.
    public init(graphURL: String, loginURL: String) throws {
        self.graphURL = try Origin(graphURL).description
        self.loginURL = try Origin(loginURL).description
    }

    private init(graph: String, login: String) {
        graphURL = "https://" + graph
        loginURL = "https://" + login
    }

    public static func cloud(_ cloud: Cloud) -> GraphEndpoint {
        switch cloud {
        case .global: GraphEndpoint(graph: "graph.microsoft.com", login: "login.microsoftonline.com")
        case .usgov: GraphEndpoint(graph: "graph.microsoft.us", login: "login.microsoftonline.us")
        case .usgovDoD: GraphEndpoint(graph: "dod-graph.microsoft.us", login: "login.microsoftonline.us")
        case .china: GraphEndpoint(graph: "microsoftgraph.chinacloudapi.cn", login: "login.chinacloudapi.cn")
        }
    }

    enum CodingKeys: String, CodingKey { case graphURL = "graphUrl", loginURL = "loginUrl" }

    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            graphURL: try box.decode(String.self, forKey: .graphURL),
            loginURL: try box.decode(String.self, forKey: .loginURL))
    }
}

extension GraphEndpoint {
    /// The initializers let no other text in.
    var graph: Origin { Origin.split(graphURL)?.origin ?? Origin.nowhere }
}
