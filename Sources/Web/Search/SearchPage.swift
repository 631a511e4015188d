import Flows
import Foundation
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    /// The search of the top bar.
    var searchRoutes: [Route] {
        [
            .page("/search", for: .viewer, searchPage),
            .api(.get, "/api/v1/search", for: .viewer, .search, apiSearch),
        ]
    }

    /// `GET /search`: the first hits of each kind, with a way to all of them.
    func searchPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let text = AddressQuery(request).text("q").map { String($0.prefix(200)) }
        let chosen = try scope(request, amongAll: store.integrations())
        var view: [String: Any] = ["text": text ?? "", "hasText": text != nil, "scope": shown(chosen?.name)]
        if let text {
            let sections = try await hits(of: text, request, context)
            view["sections"] = sections.filter { !$0.rows.isEmpty || $0.note != nil }.map(\.values)
            view["places"] = sections.filter { !$0.rows.isEmpty }.map(\.place)
            view["isEmpty"] = sections.allSatisfy(\.rows.isEmpty)
        }
        return try show(
            Page(title: "Search", crumbs: [.init("Search")], template: .search, view: view), request, context)
    }

    /// What is called so, kind by kind.
    func hits(of text: String, _ request: Request, _ context: WebContext) async throws -> [SearchSection] {
        let all = try store.integrations()
        let chosen = try scope(request, amongAll: all)
        let book = try await book(of: chosen?.id)
        let search = Search(
            store: store, text: text, integrations: chosen.map { [$0] } ?? all, scope: chosen,
            now: now())
        return try [
            search.people(), search.groups(), search.findings(in: book.entries(of: chosen?.id)), search.instances(),
            search.apps(),
        ]
    }
}

extension Template {
    static let searchTemplates: [Template] = [search]

    static let search = Template(
        "search",
        #"""
        <div class="head"><div><h1>Search</h1>{{#hasText}}<p class="sub">For <b><bdi>{{text}}</bdi></b> {{#scope}}in <bdi>{{.}}</bdi>{{/scope}}{{^scope}}in all integrations{{/scope}}. {{#places}}<a href="#{{id}}">{{words}}</a> {{/places}}</p>{{/hasText}}</div></div>
        <form class="filter" action="/search" aria-label="Search everything"><label class="vh" for="sq">Name, address, file, finding or app</label><input class="input grow" id="sq" name="q" type="search" placeholder="Name, address, file, finding or app" value="{{text}}" maxlength="200"><button class="btn btn-primary" type="submit">Search</button></form>
        {{^hasText}}<div class="empty"><p>Finds users and groups by name or address, findings by title, files and other resources with findings by name, and apps by name, publisher or id.</p></div>{{/hasText}}
        {{#isEmpty}}<div class="empty"><p>Nothing that was read is called so.</p></div>{{/isEmpty}}
        {{#sections}}
        <section class="sec" aria-labelledby="{{id}}">
          <div class="sec-head"><h2 id="{{id}}">{{heading}}</h2>{{#note}}<span class="note">{{.}}</span>{{/note}}<span class="aside">{{#links}}<a href="{{link}}"><bdi>{{words}}</bdi></a> {{/links}}</span></div>
          {{#hasRows}}<div class="wrap" tabindex="0" role="region" aria-label="{{heading}} found"><table class="tbl tbl-tight stack"><thead><tr><th scope="col">Name</th><th scope="col">What</th><th scope="col">Integration</th></tr></thead><tbody>
          {{#rows}}<tr><td class="main"><a class="t" href="{{link}}"><bdi>{{name}}</bdi></a>{{#second}}<span class="sub"><bdi>{{.}}</bdi></span>{{/second}}</td><td data-label="What">{{#severity}}{{> severity}} {{/severity}}{{what}}</td><td data-label="Integration"><bdi>{{integration}}</bdi></td></tr>{{/rows}}
          </tbody></table></div>{{/hasRows}}
        </section>
        {{/sections}}
        """#)
}
