extension Template {
    /// One finding: why, instances, how to mend it, decisions and history.
    static let finding = Template(
        "finding",
        #"""
        <div class="head">
          <div><h1>{{title}}</h1>
          <div class="meta" data-live="meta" data-calm>{{> severity}}<span><bdi>{{integration}}</bdi></span><span><b>{{active}}</b> active{{#freshWords}}, <b>{{.}}</b>{{/freshWords}}</span>{{#since}}<span>since <time datetime="{{iso}}" title="{{full}}">{{words}}</time>{{#age}}, {{.}}{{/age}}</span>{{/since}}{{> state}}</div></div>
          <div class="actions">{{#mayDecideFinding}}<a class="btn" href="{{severityLink}}">Change severity…</a>{{^isIgnored}}<a class="btn" href="{{ignoreLink}}">Ignore finding…</a>{{/isIgnored}}{{#isIgnored}}<a class="btn" href="{{ignoreLink}}">Change exception…</a><a class="btn btn-primary" href="{{activateLink}}">Activate…</a>{{/isIgnored}}{{/mayDecideFinding}}</div>
        </div>
        {{#ignoredWords}}<p class="lead"><b><bdi>{{.}}</bdi></b>{{#ignoredComment}}<br><bdi>{{.}}</bdi>{{/ignoredComment}}</p>{{/ignoredWords}}
        <div class="cols">
        <div>
        <section class="sec" aria-labelledby="why"><div class="sec-head"><h2 id="why">Why it matters</h2></div><div class="sec-body text"><p>{{why}}</p></div></section>
        <section class="sec" aria-labelledby="inst">
          <div class="sec-head"><h2 id="inst">Instances</h2><span class="aside">{{> export-menu}}</span></div>
          <div class="tabs-line"><nav class="tabs" aria-label="Instances by status" data-live="tabs" data-calm>{{#tabs}}<a href="{{link}}"{{#isHere}} aria-current="page"{{/isHere}}>{{title}} <span class="n">{{count}}</span></a>{{/tabs}}</nav></div>
          <form class="filter" method="get" aria-label="Search instances">{{#searchKept}}<input type="hidden" name="{{name}}" value="{{value}}">{{/searchKept}}<label class="vh" for="iq">Search names</label><input class="input" id="iq" name="q" type="search" placeholder="Name or id" value="{{search}}"> {{> content-fields}}<button class="btn" type="submit">Search</button></form>
          {{> content-asked}}
          <div data-live="instances">{{#isEmpty}}{{> empty}}{{/isEmpty}}{{^isEmpty}}{{> instance-rows}}{{/isEmpty}}
          {{> pager}}</div>
          <div class="sec-foot"><span class="inline-i">{{{state.icon}}}{{sureWords}}. <a href="{{coverageLink}}">Coverage</a></span></div>
        </section>
        <section class="sec" aria-labelledby="fix"><div class="sec-head"><h2 id="fix">How to fix it</h2></div><div class="sec-body text">
          <ol class="numbered">{{#fix}}<li><span>{{.}}</span></li>{{/fix}}</ol>
          <p class="small">References</p><ul class="list small">{{#references}}<li><a class="break" href="{{.}}" rel="noreferrer">{{.}}</a></li>{{/references}}</ul><p class="small second">{{mappings}}</p>
        </div></section>
        </div>
        <div>
        {{#decision}}<section class="sec no-print" aria-labelledby="decide"><div class="sec-head"><h2 id="decide">{{heading}}</h2></div><div class="sec-body">{{> decision}}</div></section>{{/decision}}
        <section class="sec" aria-labelledby="facts"><div class="sec-head"><h2 id="facts">Facts</h2></div><div class="sec-body"><dl class="facts">
          <dt>Check</dt><dd class="mono">{{check}}</dd><dt>Category</dt><dd>{{family}}</dd><dt>Severity</dt><dd>{{severity.word}}, {{defaultNote}}</dd>
          <dt>Status</dt><dd>{{#isIgnored}}Ignored{{/isIgnored}}{{^isIgnored}}Active{{/isIgnored}}</dd>
          {{#judged}}<dt>Last judged</dt><dd><time datetime="{{iso}}" title="{{full}}">{{words}}</time>, scan {{scan}}</dd>{{/judged}}
          {{#hasTrend}}<dt>Trend</dt><dd>{{{spark}}}</dd>{{/hasTrend}}
          <dt>Owner</dt><dd><bdi>{{owner}}</bdi>{{#mayDecideFinding}} <a href="{{ownerLink}}">Set owner</a>{{/mayDecideFinding}}</dd>
          <dt>Needs</dt><dd>{{#needs}}<span class="split"><span>{{permission}}<br><span class="muted small">{{for}}</span></span> {{> state}}</span>{{/needs}}</dd>
        </dl></div></section>
        <section class="sec" aria-labelledby="hist"><div class="sec-head"><h2 id="hist">History</h2></div><div class="sec-body"><ol class="hist" data-live="history" data-calm>{{#history}}<li>{{> time}}<span><bdi>{{text}}</bdi></span></li>{{/history}}</ol></div></section>
        </div>
        </div>
        """#)
}
