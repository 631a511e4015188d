import Model

extension ReplaceableTable {
    /// The lists that detectors look things up in.
    public static let ofDetectors: [ReplaceableTable] = [
        DiagnosisCodes.replaceable, DiagnosisNames.replaceable, DrugNames.replaceable, AccountStructures.replaceable,
        CountryCodes.replaceable, PhonePlans.replaceable, TopLevelDomains.replaceable,
    ]
}
