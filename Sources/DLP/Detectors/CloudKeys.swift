extension Detector {
    static let awsAccessKeyId = Detector(
        id: "aws_access_key_id", title: "AWS access key id", family: .credentials, check: "prefix and base 32",
        find: .anchors(["AKIA", "ASIA"], examine: awsKeyId),
        words: ["aws", "access key", "access key id", "aws access key id"],
        hits: [
            "login with ASIA6VQTXZBD2Q2DGRXO.", "aws_access_key_id=AKIAKT74PE6IS7YPPJCJ",
            "key=%22AKIAKT74PE6IS7YPPJCJ%22",
        ],
        misses: [
            "AKIAIOSFODNN7EXAMPLE", "AKIAKT74PE6IS7YPPJC1", "AKIAKT74PE6IS7YPPJCJQ", "AKIAXXXXXXXXXXXXXXXX",
            "AKIAABCDEFGHIJKLMNOP", "AKIAYOURACCESSKEYIDX",
        ])

    static let awsSecretAccessKey = Detector(
        id: "aws_secret_access_key", title: "AWS secret access key", family: .credentials,
        check: "40 characters of base 64, mixed",
        find: .token(
            .base64, lengths: [40],
            accept: {
                Randomness.isMixed($0, distinct: 16) && !Randomness.hasWords($0) && !Randomness.isPath($0)
            }),
        need: .word,
        words: [
            "aws", "secret access key", "aws secret access key", "aws secret", "secret key", "secretaccesskey",
            "aws secret key", "amazon",
            "AKIA*", "ASIA*", "secret access", "aws_secret", "secret key id", "s3 secret", "s3 secret key",
            "ses secret",
        ],
        samples: ["wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY"],
        hits: [
            "aws_secret_access_key = \"m83aHAh7tTftx9+aG+9aAaeRA0iWneu9ZsacwRo0\"",
            "-DAWS_SECRET=m83aHAh7tTftx9+aG+9aAaeRA0iWneu9ZsacwRo0",
        ],
        misses: [
            "m83aHAh7tTftx9+aG+9aAaeRA0iWneu9ZsacwRo0", "aws secret store: sun/security/pkcs12/StoreTrustedCertTest",
            "aws docs: https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectDELETE.html",
            "aws secret 9c1185a5c5e9fc54612808977ee8f548b2258d31",
        ])

    static let gcpApiKey = Detector(
        id: "gcp_api_key", title: "Google Cloud API key", family: .credentials, check: "prefix and length",
        find: .anchors(["AIza"], examine: { Secret.token($0, $1, length: 39...39, of: Secret.isURLSafe) }),
        words: ["google api key", "api key", "maps key", "google"],
        hits: ["use AIza6KEtQFKLhUqB_02le2foAQb8AuAfuTk8kuB"],
        misses: [
            "AIzaSyYOUR_API_KEY_HERE_xxxxxxxxxxxxxxx", "AIza6KEtQFKLhUqB_02le2foAQb8AuAfuTk8ku",
            "xAIza6KEtQFKLhUqB_02le2foAQb8AuAfuTk8kuB",
        ])

    static let azureClientSecret = Detector(
        id: "azure_client_secret", title: "Microsoft Entra application secret", family: .credentials,
        check: "mark at places 4 to 6, length",
        find: .anchors(["Q~"], examine: azureSecret),
        words: ["client secret", "azure client secret", "app registration secret", "secret value", "clientsecret"],
        hits: ["client_secret=U9J8Q~E9osintlHcKTgBylN4YkFgqpfGHiyiO1k3"],
        misses: ["U9JQQ~E9osintlHcKTgBylN4YkFgqpfGHiyiO1k3", "a8Q~b"])

    static let azureStorageKey = Detector(
        id: "azure_storage_key", title: "Azure storage account key", family: .credentials,
        check: "88 characters of base 64 that are 64 bytes",
        find: .token(
            .base64, lengths: [88],
            accept: {
                $0[86] == UInt8(ascii: "=") && $0[87] == UInt8(ascii: "=") && Randomness.isMixed($0, distinct: 24)
            }),
        need: .word,
        words: [
            "accountkey", "account key", "storage key", "storage account key", "azure storage",
            "azure storage account key", "storage account", "azure storage key", "azure access key",
            "storage access key", "storage", "access key", "sharedkey", "shared key", "key1", "key2",
        ],
        hits: [
            "AccountKey=cMRu2um1BwbDXNjkhN+7GJibgqmXGTbKTGuo77Hd+TymwuZ+AOgeMfmm/rN/pH/eEOlFl2HQ92mtfkqTyuj1dQ==",
            """
            storage_account_name = "stkelmora"
              access_key = "cMRu2um1BwbDXNjkhN+7GJibgqmXGTbKTGuo77Hd+TymwuZ+AOgeMfmm/rN/pH/eEOlFl2HQ92mtfkqTyuj1dQ=="
            """,
        ],
        misses: [
            "storage key sha512-cMRu2um1BwbDXNjkhN+7GJibgqmXGTbKTGuo77Hd+TymwuZ+AOgeMfmm/rN/pH/eEOlFl2HQ92mtfkqTyuj1dQ=="
        ])
}

private func awsKeyId(_ text: TextBytes, _ anchor: Range<Int>) -> Range<Int>? {
    let start = anchor.lowerBound
    guard !text[start - 1].isAlphanumeric, !text[start + 20].isAlphanumeric,
        (start + 4..<start + 20).allSatisfy({ text[$0].isUpper || (50...55).contains(text[$0]) }),
        !Randomness.isPlaceholder(text, start + 4..<start + 20)
    else { return nil }
    return start..<(start + 20)
}

/// Three letters or digits, a digit, `Q~`, then 31 to 34 characters.
private func azureSecret(_ text: TextBytes, _ anchor: Range<Int>) -> Range<Int>? {
    let start = anchor.lowerBound - 4
    guard start >= 0, text[start + 3].isDigit, (start..<start + 3).allSatisfy({ Secret.isClientSecret(text[$0]) }),
        !Secret.isClientSecret(text[start - 1]) || text[start - 1] == UInt8(ascii: ".")
    else { return nil }
    var end = anchor.upperBound
    while end < anchor.upperBound + 35, Secret.isClientSecret(text[end]) { end += 1 }
    // A sentence may end behind it.
    if end > anchor.upperBound, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard (31...34).contains(end - anchor.upperBound),
        !Randomness.isPlaceholder(text, anchor.upperBound..<end)
    else { return nil }
    return start..<end
}
