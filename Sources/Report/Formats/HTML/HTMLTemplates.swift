import Model

/// The pieces of the page. Style and words follow the dashboard.
enum HTMLTemplates {
    static let head = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{{title}}{{#scans}} · {{name}}{{/scans}} · Reeve</title>
        <style>{{{style}}}</style>
        </head>
        <body>
        <header class="top"><svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d="M2 2h2.4v14H2zM6.2 2h2.4v14H6.2zM10.4 2h2.4v14h-2.4zM14.6 2H17v14h-2.4z"/><path d="M.6 13.2L17 4" stroke="var(--paper)" stroke-width="3.6"/><path d="M.4 13.4L17.6 4.6" stroke="currentColor" stroke-width="1.9"/></svg><b>Reeve</b></header>
        <main>
        {{^scans}}
        <div class="head"><h1>{{title}}</h1></div>
        {{/scans}}
        {{#scans}}
        <div class="head">
        <h1>{{title}}: <bdi>{{name}}</bdi></h1>
        <p class="meta"><time datetime="{{iso}}">{{time}}</time><span>{{run}}</span>{{#remark}}<span><bdi>{{.}}</bdi></span>{{/remark}}<span>{{took}}</span><span>{{requests}}</span><span>integration <bdi>{{integration}}</bdi></span><span>tenant <code>{{tenantID}}</code></span></p>
        </div>
        <p class="lead"><b>{{found}}</b> {{known}}</p>
        <dl class="figs">
        {{#figures}}
        <div class="fig"><dt class="sev sev-{{severity}}">{{{mark}}}<span>{{severity}}</span></dt><dd><b>{{count}}</b> <span class="note">{{when}}</span></dd></div>
        {{/figures}}
        </dl>
        {{#checks}}{{#first()}}
        <section class="sec"><div class="sec-head"><h2>What was found</h2></div>
        <table class="tbl"><thead><tr><th scope="col">Severity</th><th scope="col">Finding</th><th scope="col" class="wide">Family</th><th scope="col" class="num">Instances</th></tr></thead><tbody>
        {{/first()}}<tr><td><span class="sev sev-{{severity}}">{{{mark}}}<span>{{severity}}</span></span></td><th scope="row"><a href="#check-{{id}}">{{title}}</a></th><td class="wide">{{family}}</td><td class="num">{{count}}</td></tr>
        {{#last()}}
        </tbody></table></section>
        {{/last()}}{{/checks}}
        {{#coverage}}{{#first()}}
        <section class="sec"><div class="sec-head"><h2>Coverage</h2><span class="note">seen = read + not applicable + refused + failed</span></div>
        <table class="tbl cov"><thead><tr><th scope="col">What</th><th scope="col" class="num wide">Seen</th><th scope="col" class="num">Read</th><th scope="col" class="num wide">Not applicable</th><th scope="col" class="num">Refused</th><th scope="col" class="num">Failed</th><th scope="col">Why</th></tr></thead><tbody>
        {{/first()}}<tr{{#hasGaps}} class="gap"{{/hasGaps}}><th scope="row">{{title}}<span class="sub">{{checks}}</span></th><td class="num wide">{{seen}}</td><td class="num">{{read}}</td><td class="num wide">{{notApplicable}}</td><td class="num">{{#refused}}{{#isGap}}<b>{{text}}</b>{{/isGap}}{{^isGap}}{{text}}{{/isGap}}{{/refused}}</td><td class="num">{{#failed}}{{#isGap}}<b>{{text}}</b>{{/isGap}}{{^isGap}}{{text}}{{/isGap}}{{/failed}}</td><td>{{#hasGaps}}<span class="unknown"><svg class="i" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6" stroke-dasharray="2.4 2.1"/><path d="M6.4 6.5a1.7 1.7 0 1 1 2.4 1.6c-.6.3-.8.6-.8 1.1M8 11.2v.1"/></svg>not known</span>{{/hasGaps}}{{#reasons}}<span class="why"><bdi>{{.}}</bdi></span>{{/reasons}}</td></tr>
        {{#last()}}
        </tbody></table></section>
        {{/last()}}{{/coverage}}
        {{#notes}}<p class="notes"><bdi>{{.}}</bdi></p>
        {{/notes}}
        {{/scans}}

        """

    static let section = """
        <section class="sec"{{#anchor}} id="{{.}}"{{/anchor}}><div class="sec-head"><h2>{{title}}</h2><span class="note">{{family}} · <code>{{check}}</code></span></div>
        {{#hasGuide}}
        <div class="guide">
        <p>{{why}}</p>
        <ol>{{#fix}}<li>{{.}}</li>{{/fix}}</ol>
        {{#references}}<p class="refs"><a href="{{.}}" rel="noreferrer">{{.}}</a></p>{{/references}}
        </div>
        {{/hasGuide}}
        <table class="tbl inst"><thead><tr><th scope="col">Severity</th><th scope="col">Where</th><th scope="col">What was seen</th><th scope="col" class="num">Since</th></tr></thead><tbody>

        """

    static let row = """
        <tr><td><span class="sev sev-{{severity}}">{{{mark}}}<span>{{severity}}</span></span>{{#status}}<span class="sub">{{.}}</span>{{/status}}</td><th scope="row">{{#url}}<a href="{{.}}" rel="noreferrer"><bdi>{{name}}</bdi></a>{{/url}}{{^url}}<bdi>{{name}}</bdi>{{/url}}<span class="sub"><bdi>{{place}}</bdi></span></th><td><bdi>{{sentence}}</bdi><dl class="ev">{{#evidence}}<div><dt>{{label}}</dt><dd>{{#lines}}<bdi>{{.}}</bdi>{{/lines}}</dd></div>{{/evidence}}</dl></td><td class="num"><time datetime="{{sinceFull}}">{{since}}</time><span class="sub"><code>{{id}}</code></span></td></tr>

        """

    static let sectionEnd = "</tbody></table></section>\n"

    static let foot = """
        </main>
        <footer class="foot"><span>{{count}}</span><span>Reeve {{version}}</span><span>Times in UTC</span></footer>
        </body>
        </html>

        """

    /// One to four strokes, like a tally; the word stands beside it.
    static func mark(_ severity: Severity) -> String {
        let strokes = ["M0 0h2.5v11h-2.5z", "M4 0h2.5v11h-2.5z", "M8 0h2.5v11h-2.5z", "M12 0h2.5v11h-2.5z"]
        let paths = strokes.enumerated().map {
            "<path class=\"\($0 < 5 - severity.rank ? "on" : "off")\" d=\"\($1)\"/>"
        }
        return "<svg width=\"15\" height=\"11\" viewBox=\"0 0 14.5 11\" aria-hidden=\"true\">\(paths.joined())</svg>"
    }
}
