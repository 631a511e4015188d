/// What the API's description says of mail, health and itself.
extension Operation {
    private static let problem = Content(type: "application/problem+json", shape: .named("Problem"))
    private static let plainText = Content(type: "text/plain", shape: .text)

    static let health = Operation(
        id: "health", tag: "service", summary: "Whether the process runs.", answers: [200: .named("Health")])
    static let readiness = Operation(
        id: "readiness", tag: "service", summary: "Whether it can work: 503 says why not.",
        answers: [200: .named("Readiness"), 503: .named("Readiness")])
    static let metrics = Operation(
        id: "metrics", tag: "service", summary: "Numbers for Prometheus.",
        description: "Without a token from the machine itself, else with the scope read.", bodies: [],
        answers: [
            (200, "Prometheus's text format.", [plainText]),
            (401, "No token, or one that is not known, revoked or expired.", [problem]),
            (403, "The token lacks the scope.", [problem]), (429, "Too many bad tokens from this address.", [problem]),
        ])
    static let openAPI = Operation(id: "openAPI", tag: "service", summary: "This document.", answers: [200: .map(.any)])
    static let ping = pong("pingGet")
    static let pingPost = pong("pingPost")

    static let mailCheck = Operation(
        id: "mailCheck", tag: "mail", summary: "A message in, its verdict out.",
        description:
            "Of a message/rfc822 body only the header block is kept; the rest is counted and dropped. A message that is malformed still gets a verdict. The fields From, Rcpt, IP, Helo, Queue-Id and User of /checkv2 are understood too; query parameters stand over them.",
        parameters: [
            .query("id", .text, "Comes back in the verdict. Without it the queue id, else \"-\"."),
            .query("from", .text, "Envelope sender (MAIL FROM); empty for the null sender."),
            .query("rcpt", .list(.text), "An envelope recipient; may be repeated."),
            .query("ip", .text, "The address of the host that handed the message in."),
            .query("helo", .text, "What it called itself."),
            .query("queueId", .text, "The name under which the mail server keeps the message."),
            .query("user", .text, "The name under which the writer signed in to the mail server: mail that is sent."),
            .query("inbound", .integer(minimum: 0), "Messages from this sender so far. Together with outbound."),
            .query("outbound", .integer(minimum: 0), "Messages to this sender so far. Together with inbound."),
            .query("firstSeenDays", .integer(minimum: 0), "Days since the first message of this sender."),
            .query(
                "record", .text(oneOf: ["yes", "no"]),
                "no: the message is only tried. Its verdict stands in no list and no number, and nobody's history changes."
            ),
        ],
        bodies: [
            Content(type: "message/rfc822", shape: .text), Content(type: "message/global", shape: .text),
            .json(.named("MailCheckCase")),
        ],
        answers: [(200, "The verdict.", [.json(.named("Verdict"))])] + mailRefusals(problem))

    static let checkV2 = rspamd(
        "checkV2", "The same for clients of rspamd.", bodies: [Content(type: "*/*", shape: .text)])
    static let checkV2Empty = rspamd(
        "checkV2Empty", "The verdict on the empty message, for clients of rspamd.", bodies: [])

    private static func rspamd(_ id: String, _ summary: String, bodies: [Content]) -> Operation {
        Operation(
            id: id, tag: "mail", summary: summary,
            description: "The token comes in the field Password, or as a bearer token.",
            parameters: rspamdFields, bodies: bodies,
            answers: [(200, "The verdict in the words of rspamd's protocol.", [.json(.named("RspamdReply"))])]
                + mailRefusals(.json(.named("RspamdError"))))
    }

    private static let rspamdFields: [Parameter] = [
        .header("From", .text, "Envelope sender."),
        .header("Rcpt", .text, "An envelope recipient; may be repeated."),
        .header("IP", .text, "The address of the host that handed the message in."),
        .header("Helo", .text, "What it called itself."),
        .header("Queue-Id", .text, "The name under which the mail server keeps the message."),
        .header("User", .text, "The name under which the writer signed in to the mail server."),
    ]

    private static func pong(_ id: String) -> Operation {
        Operation(
            id: id, tag: "mail", summary: "Whether somebody listens, for clients of rspamd.", bodies: [],
            answers: [(200, "pong and a line end.", [plainText])])
    }

    private static func mailRefusals(_ content: Content) -> [(Int, String, [Content])] {
        [
            (400, "The body or a parameter cannot be read."),
            (401, "No token, or one that is not known, revoked or expired."), (403, "The token lacks the scope."),
            (408, "The body did not come in time."), (413, "The body is too large."),
            (415, "Another media type, or a compressed body."), (429, "Too many bad tokens from this address."),
            (501, "A transfer coding other than chunked."), (503, "No verdict can be given at the moment."),
        ].map { ($0.0, $0.1, [content]) }
    }
}
