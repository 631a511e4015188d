import HTTPTypes
import Hummingbird
import Report
import Store

extension Template {
    /// The pages under Settings, and what the server was started with.
    static let settings = Template(
        "settings",
        #"""
        <div class="head"><div><h1>Settings</h1><p class="sub">What can be set in the browser, and what the server was started with.</p></div></div>
        <section class="sec" aria-labelledby="pages"><div class="sec-head"><h2 id="pages">In the browser</h2></div><div class="sec-body"><ul class="list">{{#pages}}<li><a class="t" href="{{link}}">{{title}}</a><br><span class="second">{{what}}</span></li>{{/pages}}</ul></div></section>
        {{#isAdministrator}}<section class="sec" aria-labelledby="held"><div class="sec-head"><h2 id="held">What the server was started with</h2></div>
        <div class="sec-body"><p class="second">These stand in {{#file}}<span class="mono break">{{.}}</span>{{/file}}{{^file}}reeve.yaml{{/file}} or in the environment, and are read when the server starts. An option of the command stands over the environment, that over the file. Secrets are not shown.</p></div>
        {{#sections}}<div class="sec-body"><h3 class="gap">{{title}}</h3></div><div class="wrap" tabindex="0" role="region" aria-label="Settings: {{title}}"><table class="tbl tbl-tight tbl-held stack"><caption class="vh">{{title}}</caption><thead><tr><th scope="col">Setting</th><th scope="col">Value</th><th scope="col">From</th></tr></thead><tbody>
        {{#lines}}<tr><th scope="row" class="mono main break">{{name}}</th><td class="mono break" data-label="Value"><bdi>{{value}}</bdi></td><td data-label="From">{{#isOwn}}<b>{{from}}</b>{{/isOwn}}{{^isOwn}}<span class="second">{{from}}</span>{{/isOwn}}</td></tr>{{/lines}}
        </tbody></table></div>{{/sections}}
        {{^sections}}<div class="sec-body"><p class="second">This server was not told what it was started with.</p></div>{{/sections}}</section>{{/isAdministrator}}
        """#)
}

extension Operation {
    static let listSettings = Operation(
        id: "listSettings", tag: "settings", summary: "What the server was started with, secrets left out.",
        answers: [
            200: .page(of: .object([("section", .text), ("name", .text), ("value", .text), ("from", .text)]))
        ])
}

extension WebServer {
    /// `GET /settings`.
    func settingsPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.somebody
        let pages = SideBar.allCases.filter { $0.heading == SideBar.settings.heading && $0 != .settings }
            .filter { visitor.role >= $0.role }
            .map { ["title": $0.title, "link": $0.path, "what": Self.what($0)] }
        let own = [
            "title": "Your profile", "link": "/profile", "what": "Time zone, theme, password and sessions of yours.",
        ]
        var names: [String] = []
        for line in settings where !names.contains(line.section) { names.append(line.section) }
        let sections = names.map { name -> [String: Any] in
            [
                "title": Self.titles[name] ?? name,
                "lines": settings.filter { $0.section == name }.map { line -> [String: Any] in
                    [
                        "name": line.name, "value": line.value, "from": line.origin.words,
                        "isOwn": line.origin != .standard,
                    ]
                },
            ]
        }
        let view: [String: Any] = [
            "pages": pages + [own], "isAdministrator": visitor.role >= .administrator, "sections": sections,
            "file": shown(settingsFile),
        ]
        return try show(
            Page(
                section: .settings, title: "Settings", crumbs: [.init("Settings")], template: .settings, view: view),
            request, context)
    }

    /// `GET /api/v1/settings`.
    func apiSettings(_ request: Request, _ context: WebContext) async throws -> Response {
        let lines = settings.map { line in
            OrderedJSON.object([
                ("section", .text(line.section)), ("name", .text(line.name)), ("value", .text(line.value)),
                ("from", .text(line.origin.words)),
            ])
        }
        return Response.json(.object([("items", .list(lines)), ("next", .null)]))
    }

    private static let titles = [
        "": "The installation", "signIn": "signIn: how people sign in", "checks": "checks: what counts as a finding",
        "freshness": "freshness: seconds for which what was read counts as fresh", "mail": "mail: judging and keeping",
        "http": "http: connections at once", "documents": "documents: reading files",
    ]

    private static func what(_ entry: SideBar) -> String {
        switch entry {
        case .directories: "Whose users and groups are read, and who of them is protected."
        case .registration:
            "The app by which Reeve signs in to Microsoft, its certificate or secret, and sign-in with Microsoft."
        case .accounts: "Who may sign in to Reeve, what they may do, and tokens of programs."
        case .audit: "Who did what, and when."
        default: ""
        }
    }
}
