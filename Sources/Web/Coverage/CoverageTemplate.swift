extension Template {
    /// The balance sheet of reading.
    static let coverage = Template(
        "coverage",
        #"""
        <div class="head"><div><h1>Coverage</h1><p class="sub">What Reeve looked at, what it did not, and why. Nothing that could not be read counts as fine.</p></div></div>
        <div data-live="coverage">
        {{#isEmpty}}{{> empty}}{{/isEmpty}}
        {{#isSeveral}}<section class="sec" aria-labelledby="all"><div class="sec-head"><h2 id="all">Integrations</h2></div><div class="sec-body"><ul class="list">{{#sections}}<li><div class="split"><a class="t" href="#in-{{id}}"><bdi>{{name}}</bdi></a><span>{{lead}}</span></div><span class="small second">{{leadMore}}</span></li>{{/sections}}</ul></div></section>{{/isSeveral}}
        {{#sections}}
        <p class="lead"><b><bdi id="in-{{id}}">{{name}}</bdi>: {{lead}}</b> {{leadMore}}</p>
        {{#isScanned}}
        <section class="sec" aria-labelledby="in-{{id}} bs-{{id}}"><div class="sec-head"><h2 id="bs-{{id}}">Balance</h2><span class="note">seen = read + not applicable + denied + throttled + error</span><span class="aside">{{#files}}<a class="gap-after" href="{{files}}">Files not read (CSV)</a> {{/files}}<a class="gap-after" href="{{csv}}">Export CSV</a> <form class="inline" method="get" action="/coverage"><input type="hidden" name="integration" value="{{name}}"><label for="scan-{{id}}" class="vh">Scan</label><select class="select select-sm" id="scan-{{id}}" name="scan">{{#runs}}<option value="{{number}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/runs}}</select> <button class="btn btn-sm" type="submit">Show</button></form></span></div>
        <div class="wrap" tabindex="0" role="region" aria-label="Balance of {{name}}"><table class="tbl tbl-tight stack sums">
          <thead><tr><th scope="col">Collector</th><th scope="col" class="num">Seen</th><th scope="col" class="num">Read</th><th scope="col" class="num">Not applicable</th><th scope="col" class="num">Denied</th><th scope="col" class="num">Throttled</th><th scope="col" class="num">Error</th><th scope="col">Share</th><th scope="col">Why, and what helps</th></tr></thead>
          <tbody>{{#rows}}<tr><th scope="row">{{title}}<span class="sub">{{checks}}</span></th><td class="num" data-label="Seen">{{seen}}</td><td class="num" data-label="Read">{{read.n}}</td>{{#notApplicable}}<td class="num" data-label="Not applicable">{{#isNone}}<span class="muted">0</span>{{/isNone}}{{^isNone}}{{n}}{{/isNone}}</td>{{/notApplicable}}{{#denied}}<td class="num" data-label="Denied">{{#isGap}}<b>{{n}}</b>{{/isGap}}{{^isGap}}<span class="muted">0</span>{{/isGap}}</td>{{/denied}}{{#throttled}}<td class="num" data-label="Throttled">{{#isGap}}<b>{{n}}</b>{{/isGap}}{{^isGap}}<span class="muted">0</span>{{/isGap}}</td>{{/throttled}}{{#error}}<td class="num" data-label="Error">{{#isGap}}<b>{{n}}</b>{{/isGap}}{{^isGap}}<span class="muted">0</span>{{/isGap}}</td>{{/error}}<td>{{{bar}}}</td><td class="why"><bdi>{{why}}</bdi><span class="sub">{{help}}</span></td></tr>{{/rows}}</tbody>
          <tfoot>{{#sum}}<tr><th scope="row">Sum</th><td class="num" data-label="Seen">{{seen}}</td><td class="num" data-label="Read">{{read.n}}</td><td class="num" data-label="Not applicable">{{notApplicable.n}}</td><td class="num" data-label="Denied">{{denied.n}}</td><td class="num" data-label="Throttled">{{throttled.n}}</td><td class="num" data-label="Error">{{error.n}}</td><td>{{{bar}}}</td><td></td></tr>{{/sum}}</tfoot></table></div>
        <div class="sec-foot"><span class="key"><span><svg class="cov" width="22" height="8" aria-hidden="true"><rect class="read" width="100%" height="100%"/></svg>read</span><span><svg class="cov" width="22" height="8" aria-hidden="true"><rect class="na" width="100%" height="100%"/><rect class="frame" width="100%" height="100%"/></svg>not applicable (no mailbox, no OneDrive, guest)</span><span><svg class="cov" width="22" height="8" aria-hidden="true"><rect fill="url(#hatch)" width="100%" height="100%"/><rect class="frame" width="100%" height="100%"/></svg>not known</span></span></div>
        </section>
        {{#hasDoubts}}<section class="sec" aria-labelledby="in-{{id}} dt-{{id}}"><div class="sec-head"><h2 id="dt-{{id}}">Read, and still not known</h2><span class="note">what Graph said was not enough for an answer</span></div><div class="sec-body"><ul class="list">{{#doubts}}<li><div class="split"><a href="{{link}}">{{title}}</a><b>{{count}}</b></div><span class="small second"><bdi>{{reason}}</bdi></span></li>{{/doubts}}</ul></div></section>{{/hasDoubts}}
        <section class="sec" aria-labelledby="in-{{id}} ov-{{id}}"><div class="sec-head"><h2 id="ov-{{id}}">Read completely, 30 days</h2></div><div class="sec-body"><details><summary>Day by day</summary><table class="tbl tbl-tight"><thead><tr><th scope="col">Day</th><th scope="col">Share</th><th scope="col" class="num">Read</th></tr></thead><tbody>{{#strip}}<tr><th scope="row">{{day}}</th><td>{{{bar}}}</td><td class="num">{{share}}</td></tr>{{/strip}}</tbody></table></details></div></section>
        {{/isScanned}}
        {{/sections}}
        {{#pages}}{{> pager}}{{/pages}}
        {{#hasSections}}<section class="sec" aria-labelledby="blind"><div class="sec-head"><h2 id="blind">Blind spots</h2><span class="note">how many is itself not known</span></div><div class="sec-body"><ul class="list">{{#blind}}<li><span class="st st-unknown">{{> icon-unknown}}{{title}}</span><br><span class="small second">{{why}}</span></li>{{/blind}}</ul></div></section>{{/hasSections}}
        </div>
        """#)
}
