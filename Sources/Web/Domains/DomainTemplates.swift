extension Template {
    static let domainTemplates: [Template] = [domains, domainRecord]

    static let domains = Template(
        "domains",
        #"""
        <div data-live="domains">
        <div class="head"><div><h1>Domains</h1><p class="sub">{{summary}}</p></div></div>
        {{#chosen}}
        <div class="cols cols-left">
        <section class="sec" aria-labelledby="dl">
          <div class="sec-head"><h2 id="dl">Domains</h2><span class="aside">worst first</span></div>
          <ul class="pick">{{#list}}<li><a href="{{link}}"{{#isHere}} aria-current="page"{{/isHere}}><span class="split"><span class="break">{{domain}}</span></span><span class="sub">{{> state}}</span></a></li>{{/list}}</ul>{{#pages}}{{> pager}}{{/pages}}
        </section>
        <div>
        <section class="sec" aria-labelledby="dn">
          <div class="sec-head"><h2 id="dn" class="break">{{title}}</h2><span class="note"><bdi>{{note}}</bdi></span></div>
          <div class="sec-body text"><p>{{sentence}}</p>{{#ask}}<form method="post" action="/domains/ask">{{> csrf}}<input type="hidden" name="domain" value="{{domain}}"><input type="hidden" name="of" value="{{of}}"><button class="btn" type="submit">Ask DNS again</button></form>{{/ask}}</div>
        </section>
        {{#records}}{{> domain-record}}{{/records}}
        </div>
        </div>
        {{/chosen}}
        {{^chosen}}{{> empty}}{{/chosen}}
        </div>
        """#)

    /// One record: as published, marked, term by term, what to publish.
    static let domainRecord = Template(
        "domain-record",
        #"""
        <section class="sec" aria-labelledby="{{id}}">
          <div class="sec-head"><h2 id="{{id}}">{{heading}}</h2><span class="note mono">{{asked}}</span><span class="aside">{{> state}}</span></div>
          <div class="sec-body"><p>{{explained}}</p>{{#published}}<p class="spf break">{{{.}}}</p>{{/published}}{{#isAbsent}}<p class="second">There is no such record.</p>{{/isAbsent}}</div>
          {{#hasTerms}}<div class="wrap" tabindex="0" role="region" aria-label="{{heading}} record explained"><table class="tbl tbl-tight stack"><thead><tr><th scope="col">{{column}}</th><th scope="col">Means</th>{{#hasLookups}}<th scope="col" class="num">Lookups</th>{{/hasLookups}}<th scope="col">Judgement</th></tr></thead><tbody>
          {{#terms}}<tr><td class="mono break">{{#isMarked}}<mark>{{term}}</mark>{{/isMarked}}{{^isMarked}}{{term}}{{/isMarked}}</td><td data-label="Means">{{#isForeign}}<b>Foreign domain.</b> {{/isForeign}}{{means}}</td>{{#hasLookups}}<td class="num" data-label="Lookups">{{lookups}}</td>{{/hasLookups}}<td class="nowrap">{{> state}}</td></tr>{{/terms}}
          </tbody>{{#total}}<tfoot><tr><th scope="row">All terms</th><td class="second">{{limit}}</td><td class="num">{{count}}</td><td>{{> state}}</td></tr></tfoot>{{/total}}</table></div>{{/hasTerms}}
          {{#publish}}<div class="sec-body"><h3 class="gap">Publish this instead</h3><div class="code"><pre id="{{id}}-zone">{{line}}</pre><button class="btn btn-sm" type="button" data-copy="{{id}}-zone" hidden>Copy</button></div></div>{{/publish}}
          {{#hasNotes}}<div class="sec-foot"><ul class="list">{{#notes}}<li>{{.}}</li>{{/notes}}</ul></div>{{/hasNotes}}
        </section>
        """#)
}
