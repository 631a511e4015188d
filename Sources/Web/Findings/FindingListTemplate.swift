extension Template {
    static let findingTemplates: [Template] = [
        findings, finding, instances, instance, decision, decisionPage, instanceRows, contentAsked,
        contentFields, matches, exportMenu,
        overview, coverage,
    ]

    /// The list of findings.
    static let findings = Template(
        "findings",
        #"""
        <div class="head">
          <div><h1>Findings</h1><p class="sub" data-live="lead" data-calm>{{#lead.instances}}<a href="{{.}}">{{/lead.instances}}{{lead.words}}{{#lead.instances}}</a>{{/lead.instances}}{{#lead.hidden}} <a href="{{lead.hiddenLink}}">{{.}}</a> in all lists.{{/lead.hidden}}{{#lead.unanswered}} <a href="{{lead.unansweredLink}}">{{.}}</a>, and that is not the same as nothing found.{{/lead.unanswered}}</p></div>
          <div class="actions">{{> export-menu}}</div>
        </div>
        <div class="tabs-line"><nav class="tabs" aria-label="Kinds of findings" data-live="tabs" data-calm>{{#tabs}}<a href="{{link}}"{{#isHere}} aria-current="page"{{/isHere}}>{{title}} <span class="n">{{count}}</span></a>{{/tabs}}</nav></div>
        <form class="filter" action="/findings" method="get" aria-label="Filter findings">
          {{#kept}}<input type="hidden" name="{{name}}" value="{{value}}">{{/kept}}
          <label class="vh" for="fq">Search in findings</label><input class="input" id="fq" name="q" type="search" placeholder="Title, check id, owner" value="{{search}}">
          <label class="vh" for="sv">Severity</label><select class="select" id="sv" name="severity"><option value="">Any severity</option>{{#filters.severities}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/filters.severities}}</select>
          <label class="vh" for="ca">Category</label><select class="select" id="ca" name="category"><option value="">Any category</option>{{#filters.categories}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/filters.categories}}</select>
          <label class="vh" for="ow">Owner</label><select class="select" id="ow" name="owner"><option value="">Any owner</option>{{#filters.owners}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/filters.owners}}</select>
          <label class="vh" for="si">Since</label><select class="select" id="si" name="since"><option value="">Any time</option>{{#filters.ages}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/filters.ages}}</select>
          <button class="btn" type="submit">Filter</button>
        </form>
        {{#ending}}<p class="note">Only those whose exception ends within 7 days. <a href="{{all}}">Show all</a></p>{{/ending}}
        {{#instanceSearch}}<p class="note">Looking for a person, a file, a domain or what stands in files? <a href="{{link}}">Search all instances for “<bdi>{{text}}</bdi>”</a></p>{{/instanceSearch}}
        {{#decision}}<section class="sec no-print" aria-labelledby="decide"><div class="sec-head"><h2 id="decide">{{heading}}</h2></div><div class="sec-body text">{{> decision}}</div></section>{{/decision}}
        <div data-live="findings">
        {{#isEmpty}}{{> empty}}{{/isEmpty}}
        {{^isEmpty}}
        <form method="get" action="/findings#decide" aria-label="Findings">
        {{#chosenKept}}<input type="hidden" name="{{name}}" value="{{value}}">{{/chosenKept}}
        {{> no-submit}}<div class="bulk"><b data-count>With the selected</b>{{#mayDecide}}<button class="btn btn-sm" name="do" value="severity">Change severity…</button><button class="btn btn-sm" name="do" value="owner">Set owner…</button>{{^isIgnored}}<button class="btn btn-sm" name="do" value="ignore">Ignore…</button>{{/isIgnored}}{{#isIgnored}}<button class="btn btn-sm" name="do" value="activate">Activate…</button>{{/isIgnored}}{{/mayDecide}}<button class="btn btn-sm" name="format" value="csv" formaction="/findings/export">Export</button></div>
        <div class="wrap" tabindex="0" role="region" aria-label="Table of findings"><table class="tbl tbl-tight stack">
          <caption class="vh">Findings</caption>
          <thead><tr><th scope="col" class="ck">{{> select-all}}</th>
          {{#heads.severity}}<th scope="col"{{#order}} aria-sort="{{.}}"{{/order}}><a href="{{link}}">Severity{{arrow}}</a></th>{{/heads.severity}}
          {{#heads.title}}<th scope="col"{{#order}} aria-sort="{{.}}"{{/order}}><a href="{{link}}">Finding{{arrow}}</a></th>{{/heads.title}}
          {{#heads.integration}}<th scope="col"{{#order}} aria-sort="{{.}}"{{/order}}><a href="{{link}}">Integration{{arrow}}</a></th>{{/heads.integration}}
          {{#heads.instances}}<th scope="col" class="num"{{#order}} aria-sort="{{.}}"{{/order}}><a href="{{link}}">Instances{{arrow}}</a></th>{{/heads.instances}}
          {{#heads.new}}<th scope="col" class="num nowrap"{{#order}} aria-sort="{{.}}"{{/order}}><a href="{{link}}">New, 7 d{{arrow}}</a></th>{{/heads.new}}
          <th scope="col" class="nowrap">30 days</th>
          {{#heads.since}}<th scope="col"{{#order}} aria-sort="{{.}}"{{/order}}><a href="{{link}}">Since{{arrow}}</a></th>{{/heads.since}}
          <th scope="col">How sure</th></tr></thead>
          <tbody>{{#rows}}{{{cells}}}{{/rows}}</tbody>
        </table></div>
        </form>
        {{/isEmpty}}
        {{> pager}}
        </div>
        """#)
}
