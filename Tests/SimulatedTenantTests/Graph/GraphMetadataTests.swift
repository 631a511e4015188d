import Foundation
import Testing

@testable import SimulatedTenant

struct GraphMetadataTests {
    @Test(.enabled(if: Metadata.isThere, "needs ../shared/data/graph"))
    func `says nothing that Microsoft's metadata does not know`() throws {
        let metadata = try Metadata(file: Metadata.file)
        #expect(metadata.kinds.count > 1000)
        let asking = Asking {
            $0.users = 400; $0.groups = 60; $0.drives = 60; $0.items = 3000; $0.churn = 0.1; $0.deniedMailboxes = []
        }
        for (path, type) in paths(asking) {
            let answer = asking.all(path)
            #expect(answer.last.status == 200, "\(path)")
            for object in answer.objects where object["@removed"] == nil {
                let complaints = metadata.complaints(about: object, as: "microsoft.graph.\(type)")
                #expect(complaints.isEmpty, "\(path): \(complaints.prefix(3))")
            }
        }
    }

    @Test(.enabled(if: Metadata.isThere, "needs ../shared/data/graph"))
    func `notices what the metadata does not know`() throws {
        let metadata = try Metadata(file: Metadata.file)
        func complaints(_ object: JSON, _ type: String) -> Int {
            metadata.complaints(about: object, as: "microsoft.graph.\(type)").count
        }
        #expect(complaints(["accountEnabled": "yes", "nothing": 1, "mail": "a"], "user") == 2)
        #expect(complaints(["role": "boss"], "calendarPermission") == 1)
        #expect(complaints(["lastPasswordChangeDateTime": "yesterday"], "user") == 1)
        #expect(complaints(["proxyAddresses": nil], "user") == 1)
    }

    /// Every path Reeve reads, and what it answers with.
    private func paths(_ asking: Asking) -> [(String, String)] {
        let user =
            "id,displayName,givenName,surname,jobTitle,userPrincipalName,mail,otherMails,proxyAddresses,userType,externalUserState,"
            + "accountEnabled,createdDateTime,passwordPolicies,lastPasswordChangeDateTime,onPremisesSyncEnabled,"
            + "onPremisesLastSyncDateTime,onPremisesImmutableId,onPremisesProvisioningErrors,ageGroup,consentProvidedForMinor,"
            + "legalAgeGroupClassification,assignedLicenses,isResourceAccount"
        var paths = [
            ("/v1.0/users?$select=\(user)&$top=999", "user"), ("/v1.0/users/delta?$select=\(user)", "user"),
            ("/v1.0/users", "user"),
            ("/v1.0/groups", "group"),
            ("/v1.0/groups/delta?$select=id,displayName,mail,groupTypes,proxyAddresses,members", "group"),
            ("/v1.0/organization", "organization"), ("/v1.0/domains", "domain"), ("/v1.0/applications", "application"),
            ("/v1.0/servicePrincipals", "servicePrincipal"), ("/v1.0/servicePrincipals/delta", "servicePrincipal"),
            ("/v1.0/oauth2PermissionGrants", "oAuth2PermissionGrant"),
            (
                "/v1.0/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')/appRoleAssignedTo",
                "appRoleAssignment"
            ),
            ("/v1.0/reports/authenticationMethods/userRegistrationDetails", "userRegistrationDetails"),
            ("/v1.0/sites/getAllSites", "site"),
            ("/v1.0/security/dataSecurityAndGovernance/sensitivityLabels", "sensitivityLabel"),
        ]
        for id in asking.all("/v1.0/users?$select=id&$top=999").objects.ids {
            paths.append(("/v1.0/users/\(id)/authentication/methods", "authenticationMethod"))
            let rules = "/v1.0/users/\(id)/mailFolders/inbox/messageRules"
            guard asking.get(rules).status == 200 else { continue }
            paths.append((rules, "messageRule"))
            paths.append(("/v1.0/users/\(id)/calendars", "calendar"))
            paths.append(("/v1.0/users/\(id)/calendar/calendarPermissions", "calendarPermission"))
            if asking.get("/v1.0/users/\(id)/drive").status == 200 {
                paths.append(("/v1.0/users/\(id)/drives", "drive"))
            }
        }
        for site in asking.all("/v1.0/sites/getAllSites").objects.ids {
            paths.append(("/v1.0/sites/\(site)/drives", "drive"))
            for drive in asking.get("/v1.0/sites/\(site)/drives").value.ids {
                paths.append(("/v1.0/drives/\(drive)/root/delta", "driveItem"))
                for item in asking.all("/v1.0/drives/\(drive)/root/delta").objects where item["shared"] != nil {
                    paths.append(("/v1.0/drives/\(drive)/items/\(item["id"]?.text ?? "")/permissions", "permission"))
                }
            }
        }
        return paths
    }
}
