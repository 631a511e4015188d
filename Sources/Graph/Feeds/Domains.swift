import JSONPull
import Model

extension Feed where Owner == Void, Subject == Domain {
    /// The tenant's domains, verified or not.
    public static var domains: Feed {
        Feed(.domains, .directory, path: { "/domains" }) { (reader, _) throws(JSONError) in
            try .collection(&reader, readDomain)
        }
    }
}

private func readDomain(_ reader: inout JSONReader) throws(JSONError) -> Record<Domain> {
    var domain = Domain(id: "")
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": domain.id = try reader.optionalString() ?? ""
        case "isVerified": domain.isVerified = try reader.optionalBool()
        case "isDefault": domain.isDefault = try reader.optionalBool()
        case "isInitial": domain.isInitial = try reader.optionalBool()
        case "isRoot": domain.isRoot = try reader.optionalBool()
        case "authenticationType": domain.authenticationType = try reader.optionalString()
        case "supportedServices": domain.supportedServices = try reader.strings()
        case "passwordValidityPeriodInDays": domain.passwordValidityPeriodInDays = try reader.optionalInt()
        default: break
        }
    }
    return Record(domain, id: domain.id)
}
