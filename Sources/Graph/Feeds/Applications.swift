import JSONPull
import Model

private let selection =
    "id,appId,displayName,publisherDomain,signInAudience,certification,verifiedPublisher,disabledByMicrosoftStatus,createdDateTime"

extension Feed where Owner == Void, Subject == Application {
    /// The app registrations this tenant owns.
    public static var applications: Feed { feed("/applications?$select=\(selection)&$top=999") }
    /// A delta round from the beginning.
    public static var applicationsDelta: Feed { feed("/applications/delta?$select=\(selection)") }
    /// One empty page whose link leads to whatever changes from now on.
    public static var applicationsDeltaLatest: Feed {
        feed("/applications/delta?$select=\(selection)&$deltatoken=latest")
    }

    private static func feed(_ path: String) -> Feed {
        Feed(.applications, .directory, path: { path }) { (reader, _) throws(JSONError) in
            try .collection(&reader, readApplication)
        }
    }
}

private func readApplication(_ reader: inout JSONReader) throws(JSONError) -> Record<Application> {
    var application = Application(id: "")
    var isRemoved = false
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": application.id = try reader.optionalString() ?? ""
        case "appId": application.appId = try reader.optionalString()
        case "displayName": application.displayName = try reader.optionalString()
        case "publisherDomain": application.publisherDomain = try reader.optionalString()
        case "signInAudience": application.signInAudience = try reader.optionalString()
        case "certification": application.certification = try readCertification(&reader)
        case "verifiedPublisher": application.verifiedPublisher = try readPublisher(&reader)
        case "disabledByMicrosoftStatus": application.disabledByMicrosoftStatus = try reader.optionalString()
        case "createdDateTime": application.createdDateTime = try reader.optionalString(isoDate)
        case "@removed": isRemoved = try reader.isObject()
        default: break
        }
    }
    return Record(application, id: application.id, isRemoved: isRemoved)
}

private func readCertification(_ reader: inout JSONReader) throws(JSONError) -> Application.Certification? {
    var certification = Application.Certification()
    let isObject = try reader.optionalObject { (reader, key) throws(JSONError) in
        switch key {
        case "isPublisherAttested": certification.isPublisherAttested = try reader.optionalBool()
        case "isCertifiedByMicrosoft": certification.isCertifiedByMicrosoft = try reader.optionalBool()
        case "lastCertificationDateTime": certification.lastCertificationDateTime = try reader.optionalString(isoDate)
        case "certificationExpirationDateTime":
            certification.certificationExpirationDateTime = try reader.optionalString(isoDate)
        case "certificationDetailsUrl": certification.certificationDetailsUrl = try reader.optionalString()
        default: break
        }
    }
    return isObject ? certification : nil
}

/// Of applications and of service principals; often an object of nulls.
func readPublisher(_ reader: inout JSONReader) throws(JSONError) -> VerifiedPublisher? {
    var publisher = VerifiedPublisher()
    let isObject = try reader.optionalObject { (reader, key) throws(JSONError) in
        switch key {
        case "displayName": publisher.displayName = try reader.optionalString()
        case "verifiedPublisherId": publisher.verifiedPublisherId = try reader.optionalString()
        default: break
        }
    }
    return isObject ? publisher : nil
}
