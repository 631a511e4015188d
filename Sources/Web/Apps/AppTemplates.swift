extension Template {
    static let appTemplates: [Template] = [apps, app]

    static let apps = Template(
        "apps",
        #"""
        <div class="head"><div><h1>Third-party apps</h1><p class="sub">Apps of other organizations in your tenants, and what each may reach.</p></div>{{#exports}}<div class="actions"><a class="btn" href="{{csv}}">Export CSV</a><a class="btn" href="{{json}}">Export JSON</a></div>{{/exports}}</div>
        {{#unread}}<div class="flash flash-warn flash-in" role="note">{{> icon-unknown}}<p><b>Consents of people were not read</b> in <bdi>{{integrationName}}</bdi>: {{why}}. What apps may do by themselves was.</p></div>{{/unread}}
        <form class="filter" action="/apps" aria-label="Filter apps">
          {{#integrations}}<label class="vh" for="ai">Integration</label><select class="select" id="ai" name="integration">{{#list}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/list}}</select>{{/integrations}}
          <label class="vh" for="aq">Name, publisher or app id</label><input class="input" id="aq" name="text" type="search" placeholder="Name, publisher or app id" value="{{text}}">
          <label class="vh" for="ad">Decision</label><select class="select" id="ad" name="decision">{{#decisions}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/decisions}}</select>
          <label class="vh" for="ap">Publisher</label><select class="select" id="ap" name="publisher">{{#publishers}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/publishers}}</select>
          <button class="btn" type="submit">Filter</button>
        </form>
        <section class="sec sec-plain" aria-label="Apps">
        {{#rows}}
        <div class="wrap" tabindex="0" role="region" aria-label="Apps table"><table class="tbl tbl-tight stack"><caption class="vh">Third-party apps by name</caption>
        <thead><tr><th scope="col" aria-sort="ascending">Name</th><th scope="col">Publisher</th><th scope="col">Can reach</th><th scope="col">Granted by</th><th scope="col">Decision</th></tr></thead>
        <tbody>{{#items}}<tr><td class="main"><a class="t" href="{{link}}"><bdi>{{title}}</bdi></a>{{#off}}<span class="sub">{{.}}</span>{{/off}}</td><td data-label="Publisher"><bdi>{{publisher}}</bdi><span class="sub">{{> state}}</span></td><td data-label="Can reach"><bdi>{{reach}}</bdi><span class="sub">{{alone}}</span></td><td data-label="Granted by">{{by}}</td><td data-label="Decision">{{#decided}}{{> state}}{{/decided}}</td></tr>{{/items}}</tbody></table></div>
        {{> pager}}
        {{/rows}}
        {{^rows}}{{> empty}}{{/rows}}
        </section>
        """#)

    static let app = Template(
        "app",
        #"""
        <div class="head">
          <div><h1><bdi>{{title}}</bdi></h1><div class="meta">{{#publisher}}<span>by <bdi>{{.}}</bdi></span>{{/publisher}}{{#states}}{{> state}}{{/states}}</div></div><div class="actions"><a class="btn" href="{{entra}}" rel="noreferrer">Open in Entra</a></div>
        </div>
        <p class="lead">{{lead}}</p>
        {{#unread}}<div class="flash flash-warn flash-in" role="note">{{> icon-unknown}}<p><b>Consents of people were not read:</b> {{why}}. Below stands only what the app may do by itself.</p></div>{{/unread}}
        <div class="cols">
        <div>
        <section class="sec" aria-labelledby="reach">
          <div class="sec-head"><h2 id="reach">What it can reach</h2></div>
          {{#hasReaches}}<div class="wrap" tabindex="0" role="region" aria-label="Services the app can reach"><table class="tbl tbl-tight stack"><thead><tr><th scope="col">Service</th><th scope="col">It may</th><th scope="col">Permission</th><th scope="col">Granted</th><th scope="col">For</th></tr></thead><tbody>
          {{#reaches}}<tr><th scope="row"><bdi>{{service}}</bdi></th><td data-label="It may">{{may}}</td><td class="mono break" data-label="Permission"><bdi>{{permissions}}</bdi></td><td class="nowrap" data-label="Granted">{{#granted}}{{> time}}{{/granted}}{{^granted}}<span class="muted">not said</span>{{/granted}}</td><td data-label="For"><bdi>{{whom}}</bdi></td></tr>{{/reaches}}
          </tbody></table></div>{{/hasReaches}}{{^hasReaches}}<div class="sec-body"><p class="second">{{noReach}}</p></div>{{/hasReaches}}
        </section>
        <section class="sec" aria-labelledby="af">
          <div class="sec-head"><h2 id="af">Findings of this app</h2></div>
          {{#hasFindings}}<div class="wrap" tabindex="0" role="region" aria-label="Findings of this app, table"><table class="tbl tbl-tight stack"><thead><tr><th scope="col">Severity</th><th scope="col">Finding</th><th scope="col">First seen</th></tr></thead><tbody>
          {{#findings}}<tr><td>{{> severity}}</td><td class="main"><a class="t" href="{{link}}">{{what}}</a></td><td class="nowrap" data-label="First seen">{{> time}}</td></tr>{{/findings}}
          </tbody></table></div>{{/hasFindings}}{{#allFindings}}<p class="sec-foot"><a href="{{.}}">All instances about this app, past ones too</a></p>{{/allFindings}}{{^hasFindings}}<div class="sec-body"><p class="second">None is open. What could not be told stands under Facts as unknown.</p></div>{{/hasFindings}}
        </section>
        <section class="sec" aria-labelledby="ah">
          <div class="sec-head"><h2 id="ah">History</h2><span class="note">what was stored, and what Microsoft dates</span></div>
          {{#hasHistory}}<div class="wrap" tabindex="0" role="region" aria-label="History of this app"><table class="tbl tbl-tight stack"><thead><tr><th scope="col">When</th><th scope="col">What</th></tr></thead><tbody>
          {{#history}}<tr><td class="nowrap">{{> time}}</td><td class="main">{{#link}}<a class="t" href="{{.}}">{{/link}}<bdi>{{words}}</bdi>{{#link}}</a>{{/link}}</td></tr>{{/history}}
          </tbody></table></div>{{/hasHistory}}{{^hasHistory}}<div class="sec-body"><p class="second">Nothing that has a date was read.</p></div>{{/hasHistory}}
          <div class="sec-body"><dl class="facts facts-wide">{{#times}}<dt>{{term}}</dt><dd>{{#at}}{{> time}}{{/at}}{{^at}}<span class="muted">not known</span>{{/at}}</dd>{{/times}}</dl><p class="hint">Microsoft gives consents of people no date, and says nothing of one that is gone.</p></div>
        </section>
        </div>
        <div>
        <section class="sec" aria-labelledby="decide">
          <div class="sec-head"><h2 id="decide">Decision</h2></div>
          <div class="sec-body">{{#decided}}<p>{{> state}}</p><p class="second"><bdi>{{sentence}}</bdi></p>{{/decided}}
          {{#mayChange}}<form method="post" action="{{action}}">{{> csrf}}
            <fieldset class="field"><legend class="vh">Decision</legend>
            {{#choices}}<div class="choice"><input type="radio" name="decision" id="d-{{value}}" value="{{value}}" required{{#isChosen}} checked{{/isChosen}}><label for="d-{{value}}">{{title}} <span class="hint">{{hint}}</span></label></div>{{/choices}}{{#decisionError}}<p class="error" id="decision-error">{{.}}</p>{{/decisionError}}</fieldset>
            <div class="field"><label for="why">Why</label><textarea class="area" id="why" name="why" rows="2" required{{#whyError}} aria-describedby="why-error" aria-invalid="true"{{/whyError}}>{{reason}}</textarea>{{#whyError}}<p class="error" id="why-error">{{.}}</p>{{/whyError}}</div>
            <div class="form-row"><div class="field"><label for="owner">Owner</label><input class="input full" id="owner" name="owner" value="{{owner}}"{{#ownerError}} aria-describedby="owner-error" aria-invalid="true"{{/ownerError}}>{{#ownerError}}<p class="error" id="owner-error">{{.}}</p>{{/ownerError}}</div><div class="field"><label for="again">Ask again</label><input class="input full" type="date" id="again" name="again" value="{{again}}"{{#againError}} aria-describedby="again-error" aria-invalid="true"{{/againError}}>{{#againError}}<p class="error" id="again-error">{{.}}</p>{{/againError}}</div></div>
            <div class="actions"><button class="btn btn-primary" type="submit">Save decision</button></div>
          </form>{{/mayChange}}</div>
        </section>
        <section class="sec" aria-labelledby="fa">
          <div class="sec-head"><h2 id="fa">Facts</h2></div>
          <div class="sec-body"><dl class="facts"><dt>App id</dt><dd class="mono small break">{{appID}}</dd><dt>Home tenant</dt><dd class="mono small break">{{home}}</dd>{{#facts}}<dt>{{term}}</dt><dd>{{> state}}{{#hint}}<br><span class="small second">{{.}}</span>{{/hint}}</dd>{{/facts}}{{#verification}}<dt>{{term}}</dt><dd class="break"><bdi>{{value}}</bdi></dd>{{/verification}}<dt>Credentials</dt><dd>{{credentials}}</dd><dt>Reply URLs</dt><dd>{{replyURLs}}</dd></dl></div>
        </section>
        </div>
        </div>
        """#)
}
