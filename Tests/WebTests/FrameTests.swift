import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import NIOEmbedded
import Store
import Testing

@testable import Web

/// What stands around pages, and who gets to see them.
struct FrameTests {
    let fixture: WebFixture

    init() throws { fixture = try WebFixture() }

    @Test func `every template can be read and has a name of its own`() throws {
        let names = Template.all.map(\.name)
        #expect(Set(names).count == names.count)
        _ = try TemplateShelf(Template.all)
    }

    @Test(arguments: SideBar.allCases)
    func `the side bar leads whoever sees an entry to a page that opens for them`(entry: SideBar) throws {
        let route = try #require(
            fixture.server().routes.first { $0.kind == .page && $0.path == entry.path }, "\(entry) leads nowhere")
        #expect(route.access == .role(entry.role))
    }

    @Test func `hostile titles and names come out escaped`() async throws {
        let server = fixture.server()
        var context = WebContext(source: .init(channel: EmbeddedChannel(), logger: server.log))
        context.visitor = Visitor(name: "<script>alert(1)</script>", role: .viewer, actor: "user:x", csrf: "\"><b>")
        let page = Page(
            title: "<img src=x>", crumbs: [.init("<i>")], template: .problem, view: ["detail": "a & <b>"])
        let answer = try server.show(page, Self.request("/x"), context)
        let text = Shared("")
        try await answer.body.write(TextWriter(text: text))
        for hostile in ["<script>alert", "<img src=x>", "<i>", "\"><b>"] { #expect(!text.value.contains(hostile)) }
        #expect(text.value.contains("a &amp; &lt;b&gt;"))
    }

    @Test(arguments: [
        "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", "x", "/a b",
        "/a\r\nSet-Cookie: x",
    ])
    func `a page to return to is one of this server`(text: String) {
        #expect(Link(returningTo: text) == nil)
    }

    @Test func `links encode what stands in them`() {
        #expect("\(Link("/findings", ["q": "a&b=c d/ü", "x": nil]))" == "/findings?q=a%26b%3Dc%20d%2F%C3%BC")
    }

    @Test func `a form is read as browsers write it`() {
        let form = Form("name=Adele+Vance&f=1&f=2&empty=&odd=%zz&ü=%C3%BC")
        #expect(form["name"] == "Adele Vance")
        #expect(form.all("f") == ["1", "2"])
        #expect(form["empty"] == nil && form["absent"] == nil)
        #expect(form["odd"] == "%zz")
        #expect(form["ü"] == "ü")
    }

    @Test func `a cursor of another list is refused`() throws {
        let text = Cursor(["a"]).text
        #expect(try Cursor<[String]>(text).position == ["a"])
        #expect(throws: Problem.self) { try Cursor<Int>(text) }
        #expect(throws: Problem.self) { try Cursor<[String]>("%%%") }
    }

    @Test func `times are said in the visitor's zone`() throws {
        let now = Date(timeIntervalSince1970: 1_800_000_000)  // 2027-01-15T08:00:00Z
        let zone = try #require(TimeZone(secondsFromGMT: 3600))
        #expect(TimeView(now, asOf: now, in: zone).words == "Today 09:00")
        #expect(TimeView(now.addingTimeInterval(-10 * 3600), asOf: now, in: zone).words == "Yesterday 23:00")
        #expect(TimeView(now.addingTimeInterval(-86_400 * 5), asOf: now, in: zone).words == "10 Jan")
        #expect(TimeView(now.addingTimeInterval(-86_400 * 300), asOf: now, in: zone).words == "21 Mar 2026")
        #expect(TimeView(now, asOf: now, in: zone).full == "2027-01-15 08:00:00 UTC")
    }

    @Test func `what was done is said once, with its undo`() async throws {
        let flash = Flash.done("Hid 2 instances.", undo: .init(action: "/findings/unhide", fields: ["f": "1"]))
        let answer = Response.seeOther(Link("/findings"), flash: flash)
        let cookie = try #require(answer.headers[.setCookie]?.split(separator: ";").first)
        #expect(Flash(Self.request("/findings", ["Cookie": String(cookie)])) == flash)
        #expect(Flash(Self.request("/findings", ["Cookie": "reeve-flash=nonsense"])) == nil)
    }

    private static func request(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) -> Request {
        Request(
            head: HTTPRequest(
                method: .get, scheme: "http", authority: "localhost", path: path, headerFields: HTTPFields(fields)),
            body: .init(buffer: ByteBuffer()))
    }
}

private struct TextWriter: ResponseBodyWriter {
    let text: Shared<String>
    mutating func write(_ buffer: ByteBuffer) async throws { text.change { $0 += String(buffer: buffer) } }
    consuming func finish(_ trailers: HTTPFields?) async throws {}
}
