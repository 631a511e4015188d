import JSONPull
import Model

extension Feed where Owner == Void, Subject == RegistrationDetail {
    /// Which users have registered which methods: one report for the tenant, where one request a user would be asked else.
    public static var registrationDetails: Feed {
        Feed(.registrationDetails, .reports, path: { "/reports/authenticationMethods/userRegistrationDetails" }) {
            (reader, _) throws(JSONError) in try .collection(&reader, readDetail)
        }
    }
}

extension Feed where Owner == Model.Owner, Subject == AuthenticationMethod {
    /// Passkeys and Windows Hello for Business keys of a user; other methods are left out.
    public static var authenticationMethods: Feed {
        Feed(
            .authenticationMethods, .reports, prefer: "include-unknown-enum-members",
            path: { "/users/\(pathSegment($0.id))/authentication/methods" }
        ) { (reader, owner) throws(JSONError) in
            try .collection(&reader) { (reader) throws(JSONError) in try readMethod(&reader, of: owner) }
        }
    }
}

private func readDetail(_ reader: inout JSONReader) throws(JSONError) -> Record<RegistrationDetail> {
    var detail = RegistrationDetail(id: "")
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": detail.id = try reader.optionalString() ?? ""
        case "methodsRegistered": detail.methodsRegistered = try reader.strings()
        case "lastUpdatedDateTime": detail.lastUpdatedDateTime = try reader.optionalString(isoDate)
        case "isAdmin": detail.isAdmin = try reader.optionalBool()
        case "isMfaRegistered": detail.isMfaRegistered = try reader.optionalBool()
        default: break
        }
    }
    return Record(detail, id: detail.id)
}

private func readMethod(_ reader: inout JSONReader, of owner: Owner) throws(JSONError) -> Record<AuthenticationMethod> {
    var method = AuthenticationMethod(id: "", owner: owner, form: .fido2)
    var form: AuthenticationMethod.Form?
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "@odata.type": form = methodForm(try reader.optionalString())
        case "id": method.id = try reader.optionalString() ?? ""
        case "displayName": method.displayName = try reader.optionalString()
        // Microsoft's own sample spells it with -ion.
        case "createdDateTime", "creationDateTime":
            method.createdDateTime = try reader.optionalString(isoDate) ?? method.createdDateTime
        case "model": method.model = try reader.optionalString()
        case "attestationLevel": method.attestationLevel = try reader.optionalString()
        case "passkeyType": method.passkeyType = try reader.optionalString()
        case "keyStrength": method.keyStrength = try reader.optionalString()
        default: break
        }
    }
    guard let form else { return .ignore }
    method.form = form
    return Record(method, id: method.id)
}

private func methodForm(_ type: String?) -> AuthenticationMethod.Form? {
    switch type?.lowercased() {
    case "#microsoft.graph.fido2authenticationmethod": .fido2
    case "#microsoft.graph.windowshelloforbusinessauthenticationmethod": .windowsHelloForBusiness
    default: nil
    }
}
