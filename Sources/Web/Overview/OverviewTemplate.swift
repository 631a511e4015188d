extension Template {
    /// The first page.
    static let overview = Template(
        "overview",
        #"""
        <div class="head"><div><h1>Overview</h1></div><div class="actions"><span class="seg">{{#spans}}<a href="{{link}}"{{#isHere}} aria-current="true"{{/isHere}}>{{title}}</a>{{/spans}}</span></div></div>
        <p class="lead" data-live="lead" data-calm><b>{{lead}}</b> <bdi>{{leadMore}}</bdi></p>
        <dl class="figs" data-live="figures" data-calm>{{#figures}}<div class="fig"><dt>{{> severity}}</dt><dd><span class="v"><b><a href="{{link}}">{{count}}</a></b>{{{spark}}}</span><span class="d">{{note}}</span></dd></div>{{/figures}}<div class="fig"><dt><span class="st st-unknown">{{> icon-unknown}}Not known</span></dt><dd><span class="v"><b><a href="{{unansweredLink}}">{{unanswered}}</a></b></span><span class="d">{{unansweredNote}}</span></dd></div></dl>
        <div class="cols"><div>
        <section class="sec" aria-labelledby="worst" data-live="worst"><div class="sec-head"><h2 id="worst">Worst first</h2><span class="note">by severity, then by what is new</span><span class="aside"><a href="/findings">All findings</a></span></div>
          {{#hasWorst}}<div class="wrap" tabindex="0" role="region" aria-label="Worst findings"><table class="tbl stack">
            <thead><tr><th scope="col">Severity</th><th scope="col">Finding</th><th scope="col" class="num">Instances</th><th scope="col">Since</th><th scope="col">How sure</th></tr></thead>
            <tbody>{{#worst}}<tr><td class="first">{{> severity}}</td><td class="main"><a class="t" href="{{link}}">{{title}}</a><span class="sub"><bdi>{{integration}}</bdi> · <bdi>{{names}}</bdi></span></td><td class="num" data-label="Instances"><b>{{instances}}</b>{{#fresh}} <span class="new">{{.}}</span>{{/fresh}}</td><td class="nowrap" data-label="Since">{{#since}}<time datetime="{{iso}}" title="{{full}}">{{words}}</time>{{/since}}</td><td class="nowrap">{{> state}}</td></tr>{{/worst}}</tbody>
          </table></div>{{/hasWorst}}
          {{^hasWorst}}<div class="sec-body"><p class="hint">{{#isScanned}}Nothing is open in what was read. <a href="{{coverageLink}}">Coverage</a> says what was not.{{/isScanned}}{{^isScanned}}The first scan tells. <a href="/integrations">Integrations</a> shows how far it is.{{/isScanned}}</p></div>{{/hasWorst}}
        </section>
        <section class="sec" aria-labelledby="time" data-live="time" data-calm><div class="sec-head"><h2 id="time">Open instances</h2><span class="note">{{chartNote}}</span><span class="aside"><a href="{{lowLink}}">{{lowWords}}</a> · <a href="{{tableLink}}">{{tableWords}}</a></span></div>
          {{#asTable}}<div class="wrap" tabindex="0" role="region" aria-label="Open instances by day"><table class="tbl tbl-tight"><thead><tr><th scope="col">Day</th><th scope="col" class="num">Critical</th><th scope="col" class="num">High</th><th scope="col" class="num">Medium</th><th scope="col" class="num">Low</th><th scope="col">Reading</th></tr></thead><tbody>{{#tableRows}}<tr><th scope="row">{{day}}</th>{{#cells}}<td class="num">{{text}}</td>{{/cells}}<td>{{note}}</td></tr>{{/tableRows}}</tbody></table></div>{{/asTable}}
          {{^asTable}}{{#hasChart}}<figure class="chart"><div class="y" aria-hidden="true">{{#scale}}<span>{{.}}</span>{{/scale}}</div>{{{chart}}}<div class="keys" aria-hidden="true">{{#keys}}<span><b>{{count}}</b>{{word}}</span>{{/keys}}</div><div class="x" aria-hidden="true">{{#ticks}}<span>{{.}}</span>{{/ticks}}</div></figure>
          <div class="sec-foot"><span class="key"><span><svg class="cov" width="22" height="8" aria-hidden="true"><rect fill="url(#hatch)" width="100%" height="100%"/><rect class="frame" width="100%" height="100%"/></svg>not fully read{{#gapWords}}: {{.}}{{/gapWords}}</span></span></div>{{/hasChart}}
          {{^hasChart}}<div class="sec-body"><p class="hint">A line needs two days with a scan.</p></div>{{/hasChart}}{{/asTable}}
        </section>
        <section class="sec" aria-labelledby="week" data-live="week" data-calm><div class="sec-head"><h2 id="week">Last 7 days</h2></div><div class="sec-body">{{#week}}<dl class="facts facts-wide">
          <dt>New instances</dt><dd><b><a href="{{freshLink}}">{{fresh}}</a></b> <span class="muted">{{freshParts}}</span></dd>
          <dt>Resolved</dt><dd><b><a href="{{resolvedLink}}">{{resolved}}</a></b></dd>
          <dt>Opened again</dt><dd><b>{{reopened}}</b>{{#reopenedNote}} <span class="muted">{{.}}</span>{{/reopenedNote}}</dd>
          <dt>Exceptions ending soon</dt><dd><a href="{{endingLink}}">{{ending}}</a>, <a href="{{hiddenLink}}">{{hiddenEnding}}</a> <span class="muted">within 7 days</span></dd>
        </dl>{{/week}}</div></section>
        </div><div>
        <section class="sec" aria-labelledby="sure" data-live="sure" data-calm><div class="sec-head"><h2 id="sure">How sure</h2><span class="aside"><a href="{{coverageLink}}">Coverage</a></span></div><div class="sec-body">{{#families}}<div class="bar"><b>{{title}}</b><span>{{share}}</span>{{{bar}}}<span class="why"><bdi>{{why}}</bdi></span></div>{{/families}}
          <div class="key"><span><svg class="cov" width="18" height="8" aria-hidden="true"><rect class="read" width="100%" height="100%"/></svg>read</span><span><svg class="cov" width="18" height="8" aria-hidden="true"><rect fill="url(#hatch)" width="100%" height="100%"/><rect class="frame" width="100%" height="100%"/></svg>not known, never counted as fine</span></div></div></section>
        <section class="sec" aria-labelledby="health" data-live="health" data-calm><div class="sec-head"><h2 id="health">Integrations</h2>{{#moreHealth}}<span class="aside"><a href="/integrations">{{.}}</a></span>{{/moreHealth}}</div><div class="sec-body"><ul class="list">{{#health}}<li><div class="split"><a class="t" href="{{link}}"><bdi>{{name}}</bdi></a>{{> state}}</div><span class="small second">{{note}}</span></li>{{/health}}</ul></div></section>
        <section class="sec" aria-labelledby="mails" data-live="mails" data-calm><div class="sec-head"><h2 id="mails">Mail, last 7 days</h2><span class="aside"><a href="{{mail.link}}">Detections</a></span></div><div class="sec-body"><dl class="facts facts-end">{{#mail.counts}}<dt>{{title}}</dt><dd><b><a href="{{link}}">{{count}}</a></b></dd>{{/mail.counts}}</dl>{{#mail.none}}<p class="small second">{{.}}</p>{{/mail.none}}</div></section>
        <section class="sec" aria-labelledby="dirs" data-live="dirs" data-calm><div class="sec-head"><h2 id="dirs">Directories</h2><span class="aside"><a href="/protected">Business Email Compromise list</a></span></div><div class="sec-body"><ul class="list">{{#directories}}<li><div class="split"><a class="t" href="{{link}}"><bdi>{{name}}</bdi></a><span>{{#isProtecting}}<span class="st st-ok">{{> icon-ok}}{{protected}}</span>{{/isProtecting}}{{^isProtecting}}<span class="st st-off">nobody protected</span>{{/isProtecting}}</span></div><span class="small second">{{note}}</span></li>{{/directories}}</ul>{{#moreDirectories}}<p class="small"><a href="/settings/directories">{{.}}</a></p>{{/moreDirectories}}</div></section>
        <div data-live="acts">{{#hasDecisions}}<section class="sec" aria-labelledby="acts"><div class="sec-head"><h2 id="acts">Latest decisions</h2></div><div class="sec-body"><ol class="hist">{{#decisions}}<li>{{> time}}<span><bdi>{{text}}</bdi> · <a href="{{link}}">{{check}}</a></span></li>{{/decisions}}</ol></div></section>{{/hasDecisions}}</div>
        </div></div>
        """#)
}
