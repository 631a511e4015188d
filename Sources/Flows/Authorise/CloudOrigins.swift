import Graph

/// Where each cloud's Graph and sign-in service are, as far as the settings do not say otherwise (`REEVE_GRAPH_URL`, `REEVE_LOGIN_URL`).
public struct CloudOrigins: Sendable, Hashable {
    public var graphURL: String?
    public var loginURL: String?

    public init(graphURL: String? = nil, loginURL: String? = nil) {
        self.graphURL = graphURL
        self.loginURL = loginURL
    }

    /// - Throws: `GraphEndpoint.InvalidOrigin` where a setting is no origin.
    public func endpoint(of cloud: GraphEndpoint.Cloud) throws -> GraphEndpoint {
        let standard = GraphEndpoint.cloud(cloud)
        return try GraphEndpoint(
            graphURL: graphURL ?? standard.graphURL, loginURL: loginURL ?? standard.loginURL)
    }

    /// The settings speak in the place of the clouds.
    public var isOverridden: Bool { graphURL != nil || loginURL != nil }
}

/// One of Microsoft's clouds as a choice on a form.
public struct CloudChoice: Sendable, Hashable {
    /// `global`, `usgov`, `usgov-dod`, `china`.
    public let id: String
    public let title: String
    /// Where apps are registered.
    public let portal: String
    /// Where Reeve reads and signs in: the cloud's origins, or those of the settings.
    public let graphURL: String
    public let loginURL: String
}

extension CloudOrigins {
    /// Every cloud with public endpoints.
    /// - Throws: `GraphEndpoint.InvalidOrigin` where a setting is no origin.
    public func clouds() throws -> [CloudChoice] {
        try GraphEndpoint.Cloud.allCases.map { cloud in
            let endpoint = try endpoint(of: cloud)
            return CloudChoice(
                id: cloud.rawValue, title: cloud.title, portal: cloud.portal, graphURL: endpoint.graphURL,
                loginURL: endpoint.loginURL)
        }
    }
}

extension GraphEndpoint.Cloud {
    /// The words of the forms.
    var title: String {
        switch self {
        case .global: "Global"
        case .usgov: "US government (GCC High)"
        case .usgovDoD: "US government (DoD)"
        case .china: "China (21Vianet)"
        }
    }

    /// Where apps are registered (Microsoft Entra admin center of the cloud).
    public var portal: String {
        switch self {
        case .global: "https://entra.microsoft.com"
        case .usgov, .usgovDoD: "https://entra.microsoft.us"
        case .china: "https://entra.microsoftonline.cn"
        }
    }

    /// The name of the cloud for `az cloud set`.
    var azureCLI: String {
        switch self {
        case .global: "AzureCloud"
        case .usgov, .usgovDoD: "AzureUSGovernment"
        case .china: "AzureChinaCloud"
        }
    }

    /// The name of the cloud for `Connect-MgGraph -Environment`.
    var powerShell: String {
        switch self {
        case .global: "Global"
        case .usgov: "USGov"
        case .usgovDoD: "USGovDoD"
        case .china: "China"
        }
    }
}
