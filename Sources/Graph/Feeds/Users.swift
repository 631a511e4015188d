import JSONPull
import Model

private let selection =
    "id,displayName,givenName,surname,jobTitle,userPrincipalName,mail,otherMails,proxyAddresses,userType,externalUserState,"
    + "accountEnabled,createdDateTime,passwordPolicies,lastPasswordChangeDateTime,onPremisesSyncEnabled,"
    + "onPremisesLastSyncDateTime,onPremisesImmutableId,onPremisesProvisioningErrors,ageGroup,consentProvidedForMinor,"
    + "legalAgeGroupClassification,assignedLicenses,isResourceAccount"

extension Feed where Owner == Void, Subject == User {
    /// Every user, guests too.
    public static var users: Feed { feed("/users?$select=\(selection)&$top=999") }

    /// A delta round from the beginning; its links are the rounds that follow.
    public static var usersDelta: Feed { feed("/users/delta?$select=\(selection)") }

    /// One empty page whose link leads to whatever changes from now on.
    public static var usersDeltaLatest: Feed { feed("/users/delta?$select=\(selection)&$deltatoken=latest") }

    private static func feed(_ path: String) -> Feed {
        Feed(.users, .directory, path: { path }) { (reader, _) throws(JSONError) in
            try .collection(&reader, readUser)
        }
    }
}

private func readUser(_ reader: inout JSONReader) throws(JSONError) -> Record<User> {
    var user = User(id: "")
    var isRemoved = false
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": user.id = try reader.optionalString() ?? ""
        case "displayName": user.displayName = try reader.optionalString()
        case "givenName": user.givenName = try reader.optionalString()
        case "surname": user.surname = try reader.optionalString()
        case "jobTitle": user.jobTitle = try reader.optionalString()
        case "userPrincipalName": user.userPrincipalName = try reader.optionalString()
        case "mail": user.mail = try reader.optionalString()
        case "otherMails": user.otherMails = try reader.strings()
        case "proxyAddresses": user.proxyAddresses = try reader.strings()
        case "userType": user.userType = try reader.optionalString()
        case "externalUserState": user.externalUserState = try reader.optionalString()
        case "accountEnabled": user.accountEnabled = try reader.optionalBool()
        case "createdDateTime": user.createdDateTime = try reader.optionalString(isoDate)
        case "passwordPolicies": user.passwordPolicies = try reader.optionalString()
        case "lastPasswordChangeDateTime": user.lastPasswordChangeDateTime = try reader.optionalString(isoDate)
        case "onPremisesSyncEnabled": user.onPremisesSyncEnabled = try reader.optionalBool()
        case "onPremisesLastSyncDateTime": user.onPremisesLastSyncDateTime = try reader.optionalString(isoDate)
        case "onPremisesImmutableId": user.onPremisesImmutableId = try reader.optionalString()
        case "onPremisesProvisioningErrors": user.onPremisesProvisioningErrors = try readErrors(&reader)
        case "ageGroup": user.ageGroup = try reader.optionalString()
        case "consentProvidedForMinor": user.consentProvidedForMinor = try reader.optionalString()
        case "legalAgeGroupClassification": user.legalAgeGroupClassification = try reader.optionalString()
        case "assignedLicenses": user.assignedLicenseCount = try readCount(&reader)
        case "isResourceAccount": user.isResourceAccount = try reader.optionalBool()
        case "@removed": isRemoved = try reader.isObject()
        default: break
        }
    }
    return Record(user, id: user.id, isRemoved: isRemoved)
}

private func readErrors(_ reader: inout JSONReader) throws(JSONError) -> [User.ProvisioningError] {
    var errors: [User.ProvisioningError] = []
    try reader.optionalArray { (reader) throws(JSONError) in
        var error = User.ProvisioningError()
        let isObject = try reader.optionalObject { (reader, key) throws(JSONError) in
            switch key {
            case "category": error.category = try reader.optionalString()
            case "occurredDateTime": error.occurredDateTime = try reader.optionalString(isoDate)
            case "propertyCausingError": error.propertyCausingError = try reader.optionalString()
            case "value": error.value = try reader.optionalString()
            default: break
            }
        }
        if isObject { errors.append(error) }
    }
    return errors
}

/// How many objects stand in an array; nil where there is no array.
private func readCount(_ reader: inout JSONReader) throws(JSONError) -> Int? {
    var count = 0
    let isArray = try reader.optionalArray { (reader) throws(JSONError) in
        if try reader.isObject() { count += 1 }
    }
    return isArray ? count : nil
}
