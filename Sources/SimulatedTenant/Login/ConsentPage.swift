import Foundation
import HTTPTypes

/// The pages a person sees while signing in: plain HTML, no script but the one that posts a form on.
enum ConsentPage {
    /// Choose an account; accept or cancel.
    static func ask(
        _ fields: FormFields, asks: [String], accounts: [SignInAccount], _ exchange: LoginExchange
    ) -> SimulatedAnswer {
        let hint = fields["login_hint"]?.lowercased()
        let chosen = accounts.first { $0.address.lowercased() == hint } ?? accounts.first
        let people = accounts.map { account in
            """
            <label><input type="radio" name="account" value="\(escaped(account.id))"\(account == chosen ? " checked" : "")>
            \(escaped(account.name)) <small>\(escaped(account.address))\(account.isAdministrator ? ", administrator" : "")</small></label>
            """
        }
        let items = asks.map { "<li>\(escaped($0))</li>" }
        return page(
            title: "Permissions requested",
            """
            <p>Reeve asks for access to the simulated tenant Contoso.</p>
            <form method="post" action="\(escaped(path(exchange)))">
            <fieldset><legend>Signed in as</legend>\(people.joined(separator: "\n"))</fieldset>
            <p>This app would like to:</p><ul>\(items.joined(separator: "\n"))</ul>
            \(hidden(fields))
            <button name="decision" value="accept">Accept</button> <button name="decision" value="cancel">Cancel</button>
            </form>
            """)
    }

    /// What went wrong, where nothing may be sent back to the app.
    static func refusal(_ failure: SignInFailure, _ exchange: LoginExchange) -> SimulatedAnswer {
        let trace = Mix.guid("trace \(exchange.now.timeIntervalSince1970)")
        let text = failure.description(trace: trace, correlation: exchange.correlation ?? trace, at: exchange.now)
        return page(
            title: "Sorry, but we're having trouble signing you in.", "<p>\(escaped(text))</p>", status: failure.status)
    }

    /// `response_mode=form_post`: a form that sends itself to the app.
    static func post(_ fields: FormFields, to redirectURI: String) -> SimulatedAnswer {
        page(
            title: "Working...",
            """
            <form method="post" action="\(escaped(redirectURI))">\(hidden(fields))<button>Continue</button></form>
            <script>document.forms[0].submit();</script>
            """)
    }

    private static func path(_ exchange: LoginExchange) -> String {
        let path = exchange.request.path ?? ""
        return String(path.prefix { $0 != "?" })
    }

    private static func hidden(_ fields: FormFields) -> String {
        fields.all.filter { !["account", "decision"].contains($0.name) }.map {
            #"<input type="hidden" name="\#(escaped($0.name))" value="\#(escaped($0.value))">"#
        }.joined(separator: "\n")
    }

    private static func page(title: String, _ body: String, status: Int = 200) -> SimulatedAnswer {
        let text = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>\(escaped(title))</title>
            <style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}
            label{display:block}small{color:#555}button{font:inherit;padding:.4rem 1.2rem}</style></head>
            <body><h1>\(escaped(title))</h1>
            \(body)
            </body></html>

            """
        return SimulatedAnswer(
            status: status, headers: [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")],
            body: Array(text.utf8))
    }

    /// Safe in text and in quoted attributes.
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
