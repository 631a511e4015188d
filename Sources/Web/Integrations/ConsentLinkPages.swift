import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Store

/// Consent of somebody else, who follows a link and needs no account here.
extension WebServer {
    /// `POST /integrations/add/link`: a link to hand on, in place of going to Microsoft oneself.
    func makeConsentLink(_ request: Request, _ context: WebContext) async throws -> Response {
        let (form, deed) = (context.form, try context.somebody.deed(at: now()))
        let before = try form["authorisation"].flatMap {
            try store.pendingAuthorisation($0, by: deed.actor, at: deed.at)
        }
        if let before, form.isOn("again") {
            do { try authorise.link(before.id, deed) } catch let problem as AuthoriseProblem {
                return try panel(
                    before.draft, before, request, context, problem: problem, status: .unprocessableContent)
            }
            return .seeOther(try panelLink(before.id, deed.actor))
        }
        let draft = try draft(form, after: before)
        do {
            let id = try authorise.link(draft, tenantID: before?.tenantID, deed)
            return .seeOther(try panelLink(id, deed.actor))
        } catch let problem as AuthoriseProblem {
            let pending = draft.integration == nil ? nil : before
            return try panel(draft, pending, request, context, problem: problem, status: .unprocessableContent)
        }
    }

    /// What somebody who came by a link is shown; nil where the answer belongs to no link.
    func consentArrival(_ request: Request, _ context: WebContext) async throws -> Response? {
        let query = request.uri.queryParameters
        let found = try await authorise.receiveByLink(
            query: { query[$0[...]].map(String.init) }, from: clientAddress(request, context))
        guard let found else { return nil }
        awaitConsent(found.id, found.owner)
        events.post(Event(.authorisation))
        guard let trouble = found.trouble else {
            return try showBare(title: "Consent given, thank you", .consentGiven, [:] as [String: Any], request)
        }
        var view: [String: Any] = ["sentence": trouble.sentence, "code": trouble.code]
        view["answer"] = trouble.answer
        view["isOpen"] = found.isOpen
        return try showBare(title: "Consent not given", .consentRefused, view, status: .badRequest, request)
    }

    /// For somebody who is not signed in and whose answer nobody waits for.
    func consentOver(_ request: Request) throws -> Response {
        let back = "\(Link("/sign-in", ["next": "\(request.uri)"]))"
        return try showBare(
            title: "Nobody waits for this answer", .consentOver, ["signIn": back], status: .badRequest, request)
    }
}

extension Template {
    static let consentGiven = Template(
        "consent-given",
        #"""
        <div class="narrow"><div class="head"><div><h1>Consent given, thank you</h1></div></div>
        <div class="flash flash-ok flash-in" role="status">{{> icon-ok}}<p>Microsoft passes it on to Reeve. Whoever sent you the link goes on from there.</p></div>
        <p class="sec-body">You can close this page: you need no account here. What was granted can be reviewed and withdrawn in Entra at any time: Enterprise applications, the app, Permissions.</p></div>
        """#)

    static let consentRefused = Template(
        "consent-refused",
        #"""
        <div class="narrow"><div class="head"><div><h1>Consent not given</h1></div></div>
        <div class="flash flash-bad flash-in" role="alert">{{> icon-bad}}<p>{{sentence}} <span class="small second">{{code}}</span></p></div>
        <p class="sec-body">Nothing was changed in Reeve{{#isOpen}}. Whoever sent the link to you sees what happened.{{/isOpen}}{{^isOpen}}, and this link works no more. Whoever sent it to you sees what happened and can send another one.{{/isOpen}}</p>
        {{#answer}}<details><summary class="small second">Answer of Microsoft</summary><div class="code"><pre>{{.}}</pre></div></details>{{/answer}}</div>
        """#)

    static let consentOver = Template(
        "consent-over",
        #"""
        <div class="narrow"><div class="head"><div><h1>Nobody waits for this answer</h1></div></div>
        <p class="lead"><b>Connecting a tenant yourself?</b> Your session has ended meanwhile: sign in, and the answer is taken then.</p>
        <div class="sec-body"><p class="actions"><a class="btn btn-primary" href="{{signIn}}">Sign in</a></p>
        <p class="second">Came here by a link? It was used already, was replaced by another one, or is older than three days. Ask whoever sent it to you whether the consent arrived; they can send another one.</p></div></div>
        """#)

    /// Step 2 of the panel while somebody else has the link.
    static let consentLink = Template(
        "consent-link",
        #"""
        <p class="second">Send this link to somebody with the role <b>Privileged Role Administrator</b> or <b>Global Administrator</b> in the tenant. It leads to Microsoft's page of permissions, works once, and {{#linkExpires}}until {{> moment}}{{/linkExpires}}. They need no account here.</p>
        <div class="code"><pre id="consent-link" tabindex="0">{{link}}</pre><button class="btn btn-sm" type="button" data-copy="consent-link" hidden>Copy</button></div>
        <dl class="facts"><dt>Tenant</dt><dd class="mono">{{tenantID}}</dd><dt>Consent</dt><dd>{{#linkTrouble}}not there yet: {{.}}{{/linkTrouble}}{{^linkTrouble}}{{#linkMissing}}there, but without {{.}}{{/linkMissing}}{{^linkMissing}}not there yet{{/linkMissing}}{{/linkTrouble}}</dd></dl>
        <p class="hint">Afterwards Microsoft sends them to <span class="mono break">{{redirectURI}}</span>. Where their computer does not reach that address the consent counts all the same: select Check again.</p>
        """#)
}
