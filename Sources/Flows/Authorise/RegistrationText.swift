import Foundation
import Graph
import Model
import Store

/// What to paste in Entra or a terminal to register the app, made from the chosen features. Nothing here is secret.
public struct RegistrationText: Sendable {
    /// Microsoft Graph's own application id, the same in every tenant (findings.md 0.2; Graph permissions reference).
    static let graph = "00000003-0000-0000-c000-000000000000"

    let cloud: GraphEndpoint.Cloud
    /// Where Microsoft leads back to; exact.
    public let redirectURIs: [String]
    public let features: Set<Feature>
    /// Also for tenants of other organisations (`AzureADMultipleOrgs`).
    public let isMultitenant: Bool
    /// The certificate's DER in base64; nil before there is one.
    public let certificate: String?

    /// - Parameter signInURI: where Reeve's own users come back to; nil where they do not sign in with Microsoft.
    public init(_ registration: Registration, redirectURI: String, signInURI: String? = nil, isMultitenant: Bool) {
        cloud = GraphEndpoint.Cloud(rawValue: registration.cloud) ?? .global
        redirectURIs = [redirectURI] + (signInURI.map { [$0] } ?? [])
        features = registration.features
        self.isMultitenant = isMultitenant
        // PEM is the DER in base64 between two lines of dashes (RFC 7468).
        certificate = registration.certificate.map { pem in
            pem.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
        }
    }

    private var audience: String { isMultitenant ? "AzureADMultipleOrgs" : "AzureADMyOrg" }

    /// Ids with their kind: application permissions of the features, and what signs a person in.
    private var accesses: [(id: String, type: String)] {
        Feature.permissions(of: features).compactMap { $0.roleID.map { ($0, "Role") } }
            + Permission.signIn.compactMap { $0.scopeID.map { ($0, "Scope") } }
    }

    /// `requiredResourceAccess` of the app's manifest.
    public var manifest: String {
        let lines = accesses.map { #"      { "id": "\#($0.id)", "type": "\#($0.type)" }"# }
        return """
            [
              {
                "resourceAppId": "\(Self.graph)",
                "resourceAccess": [
            \(lines.joined(separator: ",\n"))
                ]
              }
            ]
            """
    }

    /// For Azure CLI, in a folder with `reeve-permissions.json` (the manifest above) and `reeve.pem` (the certificate's public part).
    public var azureCLI: String {
        var lines = ["az cloud set --name \(cloud.azureCLI) && az login --allow-no-subscriptions"]
        lines.append("cat > reeve-permissions.json <<'END'\n\(manifest)\nEND")
        lines.append(
            """
            APP=$(az ad app create --display-name Reeve --sign-in-audience \(audience) \\
              --web-redirect-uris \(redirectURIs.map(Self.shellQuoted).joined(separator: " ")) \\
              --required-resource-accesses @reeve-permissions.json --query appId --output tsv)
            """)
        if certificate != nil { lines.append("az ad app credential reset --id \"$APP\" --cert @reeve.pem --append") }
        lines.append("az ad sp create --id \"$APP\"")
        lines.append(
            #"echo "Application (client) ID: $APP, Directory (tenant) ID: $(az account show --query tenantId --output tsv)""#
        )
        return lines.joined(separator: "\n")
    }

    /// For Microsoft Graph PowerShell.
    public var powerShell: String {
        let accesses = accesses.map { "  @{ Id = '\($0.id)'; Type = '\($0.type)' }" }.joined(separator: "\n")
        var lines = [
            "Connect-MgGraph -Environment \(cloud.powerShell) -Scopes Application.ReadWrite.All",
            "$access = @(\n\(accesses)\n)",
        ]
        var call = [
            "$app = New-MgApplication -DisplayName Reeve -SignInAudience \(audience)",
            "  -Web @{ RedirectUris = @(\(redirectURIs.map(Self.powerShellQuoted).joined(separator: ", "))) }",
            "  -RequiredResourceAccess @(@{ ResourceAppId = '\(Self.graph)'; ResourceAccess = $access })",
        ]
        if let certificate {
            lines.append("$certificate = [Convert]::FromBase64String('\(certificate)')")
            call.append("  -KeyCredentials @(@{ Type = 'AsymmetricX509Cert'; Usage = 'Verify'; Key = $certificate })")
        }
        lines.append(call.joined(separator: " `\n"))
        lines.append("New-MgServicePrincipal -AppId $app.AppId | Out-Null")
        lines.append(#""Application (client) ID: $($app.AppId), Directory (tenant) ID: $((Get-MgContext).TenantId)""#)
        return lines.joined(separator: "\n")
    }

    private static func shellQuoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
    private static func powerShellQuoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}
