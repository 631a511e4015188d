extension Detector {
    /// Every predefined detector. The order is public: of two that fit equally the earlier one wins.
    public static let all: [Detector] = [
        creditCard, cvv, iban, swiftBic, usAba, btcAddress, ethAddress,
        usSsn, usItin, ukNino, auTfn, caSin, deTaxId, frNir, nlBsn, inAadhaar, inPan, brCpf, esDni, itCf, plPesel,
        passport,
        awsAccessKeyId, awsSecretAccessKey, gcpApiKey, azureClientSecret, azureStorageKey, githubToken, slackToken,
        slackWebhook,
        stripeKey, privateKey, jwt, npmToken, pypiToken, openaiKey, discordWebhook,
        ukNhs, icd10,
        email, phone,
        brCnpj, clRut, mxCurp, mxClabe, peRuc, peDni, uyCi,
        auAbn, auAcn, auMedicare, nzIrd, nzNhi, cnId, hkId,
        inGstin, inVoter, idNik, idNpwp, jpMyNumber, jpCorporateNumber, jpPassport,
        krRrn, myMykad, phUmid, sgNric, twId, thId, atSsn,
        atTax, atVat, beNn, beVat, bgEgn, hrOib, sePersonnummer, dkCpr,
        fiHetu, frSpi, frVat, frCni, deVat, grAfm, huTax,
        iePps, ieVat, itVat, luTax, luVat, nlVat, plNip,
        plRegon, ptNif, esSsn, esCif, nzPassport, caPassport, caHealth,
        caBankAccount, usDriversLicense, auPassport, usAddress, unsanitizedHar, drugName, icd10Description,
        sourceCode,
    ]
}
