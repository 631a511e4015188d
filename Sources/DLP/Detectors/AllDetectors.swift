extension Detector {
    /// Every predefined detector. The order is public: of two that fit equally the earlier one wins.
    public static let all: [Detector] = [
        creditCard, iban, swiftBic, usAba, btcAddress, ethAddress,
        usSsn, usItin, ukNino, auTfn, caSin, deTaxId, frNir, nlBsn, inAadhaar, inPan, brCpf, esDni, itCf, plPesel,
        passport,
        awsAccessKeyId, awsSecretAccessKey, gcpApiKey, azureClientSecret, azureStorageKey, githubToken, slackToken,
        slackWebhook,
        stripeKey, privateKey, jwt,
        ukNhs, icd10,
        email, phone,
    ]
}
