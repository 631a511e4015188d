import Testing

@testable import Mail

/// The structure of originator fields: RFC 5322's grammar, and what attackers make of it.
struct StructureTests {
    static let tricks = [
        FromTrick("plain", "Maria Rossi <m@x.it>", "Maria Rossi <m@x.it>"),
        FromTrick("quoted", "\"Rossi, Maria\" <m@x.it>", "Rossi, Maria <m@x.it>"),
        FromTrick("address alone", "m@x.it", " <m@x.it>"),
        FromTrick("angle alone", "<m@x.it>", " <m@x.it>"),
        FromTrick("name alone", "Maria Rossi", "Maria Rossi <>"),
        FromTrick("name without angle", "Maria Rossi m@x.it", "Maria Rossi <m@x.it>"),
        FromTrick("name after the address", "<m@x.it> Maria Rossi", "Maria Rossi <m@x.it>"),
        FromTrick("comment as name", "m@x.it (Maria Rossi)", "Maria Rossi <m@x.it>"),
        FromTrick("comment after angle", "<m@x.it> (Maria Rossi)", "Maria Rossi <m@x.it>"),
        FromTrick("comment before", "(Maria Rossi) m@x.it", "Maria Rossi <m@x.it>"),
        FromTrick(
            "comment beside a name", "Accounts (Maria Rossi) <m@x.it>", "Accounts <m@x.it>",
            "Accounts (Maria Rossi) <m@x.it>"),
        FromTrick("nested comment", "m@x.it (Maria (the boss) Rossi)", "Maria (the boss) Rossi <m@x.it>"),
        FromTrick("comment inside the address", "m(x)@(y)x.it", "xy <m@x.it>"),
        FromTrick("quoted pair", #""Ma\ria \"R\" Rossi" <m@x.it>"#, "Maria \"R\" Rossi <m@x.it>"),
        FromTrick("quoted pair in a comment", #"m@x.it (Maria \) Rossi)"#, "Maria ) Rossi <m@x.it>"),
        FromTrick("two quoted strings", #""Maria" "Rossi" <m@x.it>"#, "Maria Rossi <m@x.it>"),
        FromTrick("dots in the phrase", "Dr. M. Rossi <m@x.it>", "Dr. M. Rossi <m@x.it>"),
        FromTrick("source route", "Maria <@a.it,@b.it:m@x.it>", "Maria <m@x.it>", "@a.it,@b.it <m@x.it>"),
        FromTrick("source route with a mailbox", "<@boss@corp.it:m@x.it>", " <m@x.it>", "@boss@corp.it <m@x.it>"),
        FromTrick("two addresses in one angle", "<boss@corp.it:m@x.it>", "boss@corp.it <m@x.it>"),
        FromTrick("list in one angle", "<boss@corp.it,m@x.it>", "boss@corp.it <m@x.it>"),
        FromTrick("quoted local part with @", #"<"boss@corp.it"@x.it>"#, " <boss@corp.it@x.it>"),
        FromTrick("quoted local part without angle", #""maria rossi"@x.it"#, " <maria rossi@x.it>"),
        FromTrick("blanks around @", "Maria <m @ x.it>", "Maria <m@x.it>"),
        FromTrick("percent", "<boss%corp.it@x.it>", " <boss%corp.it@x.it>"),
        FromTrick("bang", "<corp.it!boss@x.it>", " <corp.it!boss@x.it>"),
        FromTrick("domain literal", "Maria <m@[IPv6:2001:db8::1]>", "Maria <m@[IPv6:2001:db8::1]>"),
        FromTrick("address in the name", #""boss@corp.it" <m@x.it>"#, "boss@corp.it <m@x.it>"),
        FromTrick("bare address in the name", "boss@corp.it <m@x.it>", "boss@corp.it <m@x.it>"),
        FromTrick("several mailboxes", "A <a@x.it>, B <b@x.it>", "A <a@x.it>", "B <b@x.it>"),
        FromTrick("semicolon as comma", "A <a@x.it>; B <b@x.it>", "A <a@x.it>", "B <b@x.it>"),
        FromTrick("empty first mailbox", ", Maria <m@x.it>", "Maria <m@x.it>"),
        FromTrick("empty angle first", "<>, Maria <m@x.it>", "Maria <m@x.it>"),
        FromTrick(
            "quoted string as first element", #""s@netflix.it", <x@evil.it>"#, "s@netflix.it <>", " <x@evil.it>",
            "s@netflix.it <x@evil.it>"),
        FromTrick(
            "unquoted comma in the name", "Rossi, Maria <m@x.it>", "Rossi <>", "Maria <m@x.it>",
            "Rossi, Maria <m@x.it>"),
        FromTrick("empty angle, address next", "Maria <>, <m@x.it>", "Maria <>", " <m@x.it>", "Maria <m@x.it>"),
        FromTrick("pair with colon", "<a@x.it>:<b@x.it>", " <a@x.it>", " <b@x.it>"),
        FromTrick("pair with name", "Maria <a@x.it><b@x.it>", "Maria <a@x.it>", "Maria <b@x.it>"),
        FromTrick("two named in one element", "A <a@x.it> B <b@x.it>", "A <a@x.it>", "B <b@x.it>"),
        FromTrick("address after the angle", "A <a@x.it> b@x.it", "A <a@x.it>", " <b@x.it>"),
        FromTrick(
            "group", "Board: Maria <m@x.it>, n@x.it;", "Maria <m@x.it>", "Board <m@x.it>", " <n@x.it>", "Board <n@x.it>"
        ),
        FromTrick("empty group", "Maria Rossi:;", "Maria Rossi <>"),
        FromTrick("group without end", "Maria Rossi: m@x.it", " <m@x.it>", "Maria Rossi <m@x.it>"),
        FromTrick("unclosed quote", "\"Maria Rossi <m@x.it>", "\"Maria Rossi <m@x.it>"),
        FromTrick("unclosed comment", "Maria (Rossi <m@x.it>", "Maria (Rossi <m@x.it>"),
        FromTrick("unclosed angle", "Maria <m@x.it", "Maria <m@x.it>"),
        FromTrick("doubled angle", "Maria <<m@x.it>>", "Maria <m@x.it>"),
        FromTrick("name in angle", "<Maria Rossi>", "Maria Rossi <>"),
        FromTrick("angle without @", "Maria <maria>", "Maria <maria>"),
        FromTrick("folded with tabs", "Maria\r\n\tRossi\r\n\t<m@x.it>", "Maria\tRossi <m@x.it>"),
        FromTrick("NUL", "Maria\0 Rossi <m@x.it>", "Maria\0 Rossi <m@x.it>", "Maria <>"),
        FromTrick("bare CR", "Maria <a@x.it>\r<b@x.it>", "Maria <a@x.it>", "Maria <b@x.it>"),
        FromTrick("line separator", "Maria\u{2028}Rossi <m@x.it>", "Maria\u{2028}Rossi <m@x.it>"),
        FromTrick("nothing but blanks", "  \t ", []),
    ]

    @Test(arguments: tricks) func `reads the field in every way`(trick: FromTrick) {
        let people = Message(from: trick.body).people.map { $0.replacing("\t", with: " ") }
        #expect(people == trick.readings.map { $0.replacing("\t", with: " ") })
    }

    @Test(arguments: [
        (", Maria <m@x.it>", MessageDefect.emptyMailbox), ("Maria <@a:m@x.it>", .sourceRoute),
        ("<a@x.it>:<b@x.it>", .addressPair), ("Board: m@x.it;", .group), ("\"Maria <m@x.it>", .unclosed),
        ("A <a@x.it>, B <b@x.it>", .severalMailboxes), ("Maria\0 <m@x.it>", .nul), ("Maria\r <m@x.it>", .bareCR),
    ]) func `names the defect`(body: String, defect: MessageDefect) {
        #expect(Message(from: body).defects.contains(defect))
        #expect(!Message(from: "Maria Rossi <m@x.it>").defects.contains(defect))
    }

    @Test func `a well-formed field has no defect`() {
        #expect(Message(from: "\"Rossi, Maria\" <m@x.it>").defects == [])
    }

    @Test func `parts of an address are split at the last @`() {
        let view = Message(from: #"<"boss@corp.it"@X.IT.>"#).from[0]
        #expect(view.localPart == "boss@corp.it")
        #expect(view.domain == "x.it")
        let bare = Message(from: "Maria <maria>").from[0]
        #expect(bare.localPart == "maria" && bare.domain.isEmpty)
    }
}

extension FromTrick {
    init(_ name: String, _ body: String, _ readings: [String]) { self.init(name, Array(body.utf8), readings) }
}
