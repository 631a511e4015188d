extension Template {
    static let frameTemplates: [Template] = [frame, bareFrame, problem] + marks

    /// Around every page of somebody who is signed in.
    static let frame = Template(
        "frame",
        #"""
        <!doctype html>
        <html lang="en" data-theme="{{theme}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{title}} · Reeve</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/assets/{{assets}}/reeve.css">
        <script src="/assets/{{assets}}/reeve.js" defer></script>
        </head>
        <body data-here="{{here}}" data-csrf="{{csrf}}" data-shortcuts="{{shortcuts}}" data-who="{{name}}"{{#lasts}} data-lasts="{{.}}"{{/lasts}}>
        <a class="skip" href="#main">Skip to content</a>
        <header class="top">
          <a class="brand" href="/">{{> brand}}Reeve</a>
          {{#scopes}}
          <details class="drop wide">
            <summary class="btn btn-sm"><bdi>{{chosen}}</bdi> <svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M4 6l4 4 4-4"/></svg></summary>
            <div class="drop-body"><a href="{{allLink}}">{{all}}</a>{{{names}}}</div>
          </details>
          {{/scopes}}
          <span class="grow"></span>
          <span data-live="running" data-calm>{{#running}}<a class="st st-run wide" href="{{link}}">{{> icon-run}}{{words}}</a>{{/running}}</span>
          <form class="search" role="search" aria-label="Search" action="/search">
            <svg class="i" viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="4.3"/><path d="M10.3 10.3l3.2 3.2"/></svg><label class="vh" for="q">Search people, groups, findings, files and apps</label>
            <input id="q" name="q" type="search" placeholder="Search" value="{{query}}" maxlength="200"><kbd aria-hidden="true">/</kbd>
          </form>
          <details class="drop wide">
            <summary class="btn btn-sm"><bdi>{{name}}</bdi> <svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M4 6l4 4 4-4"/></svg></summary>
            <div class="drop-body"><a href="/profile">Profile and time zone</a><a href="/profile#shortcuts">Keyboard shortcuts</a><form method="post" action="/sign-out">{{> csrf}}<button class="btn-link" type="submit">Sign out</button></form></div>
          </details>
          <button class="btn menu-btn" type="button" popovertarget="nav"><svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11"/></svg>Menu</button>
        </header>
        <nav class="side" id="nav" popover aria-label="Main">
          <div class="phone-only">
            <form class="search" role="search" aria-label="Search, menu" action="/search"><svg class="i" viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="4.3"/><path d="M10.3 10.3l3.2 3.2"/></svg><label class="vh" for="q2">Search people, groups, findings, files and apps</label><input class="input" id="q2" name="q" type="search" placeholder="Search" maxlength="200"></form>
            {{#scopes}}<a href="{{allLink}}">Showing: <bdi>{{chosen}}</bdi></a>{{/scopes}}
            <a href="/profile">Profile</a>
            <form method="post" action="/sign-out">{{> csrf}}<button class="btn-link" type="submit">Sign out</button></form>
          </div>
          <div data-live="side" data-calm>
          {{#groups}}
          {{#heading}}<h2 id="nav-{{id}}">{{.}}</h2>{{/heading}}
          <ul{{#id}} aria-labelledby="nav-{{.}}"{{/id}}>
            {{#items}}<li><a href="{{path}}"{{#isHere}} aria-current="page"{{/isHere}}>{{title}}{{#count}}<span class="n{{#isCritical}} n-critical{{/isCritical}}">{{words}}</span>{{/count}}</a></li>{{/items}}
          </ul>
          {{/groups}}
          </div>
        </nav>
        <main class="page" id="main">
        <nav class="crumb" aria-label="Breadcrumb"><ol>{{#crumbs}}<li>{{#link}}<a href="{{.}}">{{/link}}<bdi>{{title}}</bdi>{{#link}}</a>{{/link}}</li>{{/crumbs}}</ol></nav>
        {{#flash}}
        <div class="flash flash-{{kind}}" role="{{#isBad}}alert{{/isBad}}{{^isBad}}status{{/isBad}}">{{#isOK}}{{> icon-ok}}{{/isOK}}{{#isWarning}}{{> icon-warn}}{{/isWarning}}{{#isBad}}{{> icon-bad}}{{/isBad}}<p>{{words}}</p>{{#undo}}<form method="post" action="{{action}}">{{> csrf}}{{#fields}}<input type="hidden" name="{{name}}" value="{{value}}">{{/fields}}<input type="hidden" name="next" value="{{here}}"><button class="btn btn-sm" type="submit">Undo</button></form>{{/undo}}<a class="btn btn-sm btn-quiet" href="{{here}}">Close</a></div>
        {{/flash}}
        <p class="flash flash-warn" id="stale" role="status" hidden>{{> icon-warn}}Reeve does not answer at the moment; what stands here may be old.</p>
        {{#lasts}}<p class="flash flash-warn" id="ending" role="status" hidden>{{> icon-warn}}{{#mayStay}}Your session ends in a few minutes unless you go on, here or in another tab. <button class="btn btn-sm" type="button">Stay signed in</button>{{/mayStay}}{{^mayStay}}Your session ends in a few minutes: save what you are typing, then sign in again.{{/mayStay}}</p>{{/lasts}}
        {{{body}}}
        <p class="vh" id="news" role="status" aria-live="polite" aria-atomic="true"></p>
        </main>
        <footer class="foot">
          <span>Reeve {{version}}</span><span>Times in {{zone}}</span><a href="/profile#shortcuts">Keyboard shortcuts</a><a href="/api/openapi.json">API</a>
          <form method="post" action="/theme">{{> csrf}}<input type="hidden" name="next" value="{{here}}"><label for="theme">Theme</label> <select class="select select-sm" id="theme" name="theme">{{#themes}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/themes}}</select> <button class="btn btn-sm" type="submit">Set</button></form>
        </footer>
        <svg class="defs" aria-hidden="true"><defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch-line" d="M0 0V4"/></pattern></defs></svg>
        </body>
        </html>

        """#)

    /// Around pages for who is not signed in, and around mistakes.
    static let bareFrame = Template(
        "bare-frame",
        #"""
        <!doctype html>
        <html lang="en" data-theme="{{theme}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{title}} · Reeve</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/assets/{{assets}}/reeve.css">
        <script src="/assets/{{assets}}/reeve.js" defer></script>
        </head>
        <body class="bare">
        <a class="skip" href="#main">Skip to content</a>
        <header class="top"><a class="brand" href="/">{{> brand}}Reeve</a></header>
        <main class="page" id="main">
        {{{body}}}
        </main>
        </body>
        </html>

        """#)

    /// What went wrong, why, and what to do.
    static let problem = Template(
        "problem",
        #"""
        <div class="head"><div><h1>{{title}}</h1></div></div>
        <p class="lead">{{detail}}</p>
        <p class="second sec-body">{{#signIn}}<a class="btn btn-primary" href="{{.}}" data-lost>Sign in again</a> {{/signIn}}{{#again}}<a class="btn btn-primary" href="{{.}}" data-lost>Open the page again</a> {{/again}}{{#begin}}<a class="btn btn-primary" href="{{.}}">Begin again</a> {{/begin}}{{#back}}<a class="btn btn-primary" href="{{.}}">Back to the form</a> {{/back}}<a href="/">Go to the overview</a> · <span class="small">HTTP {{code}}</span></p>
        """#)
}
