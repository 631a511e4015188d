extension Template {
    static let mailTemplates: [Template] = [mailList, verdict, mailTest, mailSignals, mailHeader]

    /// Recent verdicts.
    static let mailList = Template(
        "mail-list",
        #"""
        <div class="head">
          <div><h1>Mail</h1><p class="sub">{{summary}}</p></div>
          <div class="actions">{{#mayTest}}<a class="btn btn-primary" href="/mail/test">Test a message…</a>{{/mayTest}}</div>
        </div>
        <form class="filter" action="/mail" aria-label="Filter verdicts">
          <label class="vh" for="md">Disposition</label><select class="select" id="md" name="disposition">{{#dispositions}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/dispositions}}</select>
          <label class="vh" for="mi">Recipients of</label><select class="select" id="mi" name="integration">{{#integrations}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/integrations}}</select>
          <label class="vh" for="mo">Door</label><select class="select" id="mo" name="door">{{#doors}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/doors}}</select>
          <label class="vh" for="ms">Sender</label><input class="input" id="ms" name="sender" type="search" placeholder="Sender's address or domain" value="{{sender}}">
          <label class="vh" for="mr">Recipient</label><input class="input" id="mr" name="recipient" type="search" placeholder="Recipient's address" value="{{recipient}}">
          <label class="vh" for="mq">Queue id</label><input class="input" id="mq" name="queue" type="search" placeholder="Queue id" value="{{queue}}">
          <label class="vh" for="mw">Since</label><select class="select" id="mw" name="since">{{#sinces}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/sinces}}</select>
          {{#person}}<input type="hidden" name="person" value="{{.}}">{{/person}}
          <button class="btn" type="submit">Filter</button>
        </form>
        <section class="sec sec-plain" aria-label="Verdicts" data-live="verdicts">
        {{#rows}}
        <div class="wrap" tabindex="0" role="region" aria-label="Verdicts table"><table class="tbl tbl-tight stack">
          <caption class="vh">Verdicts, the newest first</caption>
          <thead><tr><th scope="col" aria-sort="descending">Time</th><th scope="col">Verdict</th><th scope="col">Sender</th><th scope="col">Subject</th><th scope="col">Recipient</th><th scope="col">Door</th><th scope="col" class="num">Score</th></tr></thead>
          <tbody>{{#items}}<tr><td class="nowrap">{{> time}}</td><td class="nowrap">{{> state}}</td><td class="main"><a class="t" href="{{link}}"><bdi>{{from}}</bdi></a><span class="sub"><bdi>{{why}}</bdi></span></td><td data-label="Subject"><bdi>{{subject}}</bdi></td><td data-label="To"><bdi>{{to}}</bdi></td><td data-label="Door">{{door}}</td><td class="num" data-label="Score">{{score}}</td></tr>{{/items}}</tbody></table></div>
        {{> pager}}
        {{/rows}}
        {{^rows}}{{> empty}}{{/rows}}
        </section>
        """#)

    /// Why: signals with their weights.
    static let mailSignals = Template(
        "mail-signals",
        #"""
        <section class="sec" aria-labelledby="ev">
          <div class="sec-head"><h2 id="ev">Why</h2><span class="note">the numbers stand at the marked places of the header; what is known from elsewhere has none there</span></div>
          {{#hasSignals}}<div class="wrap" tabindex="0" role="region" aria-label="Signals table"><table class="tbl tbl-tight stack"><caption class="vh">Signals for the verdict</caption><thead><tr><th scope="col"><span class="vh">Number</span></th><th scope="col">Signal</th><th scope="col">Field</th><th scope="col" class="num">Weight</th></tr></thead><tbody>
          {{#signals}}<tr id="s{{number}}"><td><span class="ref">{{number}}</span></td><td class="main"><span class="t"><bdi>{{words}}</bdi></span><span class="sub mono">{{signal}}</span></td><td class="nowrap" data-label="Field">{{field}}</td><td class="num"><span class="weight"><svg width="56" height="6" aria-hidden="true"><rect class="bg" width="56" height="6"/><rect width="{{bar}}" height="6"/></svg>{{weight}}</span></td></tr>{{/signals}}
          </tbody><tfoot><tr><th scope="row"><span class="vh">Together</span></th><td class="main">Together <span class="second">1 − the product of all (1 − weight), lessened by what speaks against it</span></td><td></td><td class="num">{{score}}</td></tr></tfoot></table></div>{{/hasSignals}}
          {{^hasSignals}}<div class="sec-body"><p class="second">No signal spoke.</p></div>{{/hasSignals}}
        </section>
        """#)

    /// The header, marked.
    static let mailHeader = Template(
        "mail-header",
        #"""
        <section class="sec" aria-labelledby="hd">
          <div class="sec-head"><h2 id="hd">Header</h2><span class="note">the fields that judging reads</span></div>
          <div class="sec-body">{{#header}}<ol class="raw" aria-label="Header fields">{{#lines}}<li{{#isUsed}} class="used"{{/isUsed}}><span><span class="f">{{fieldName}}:</span> {{{html}}}</span></li>{{/lines}}</ol>{{/header}}
          {{^header}}<p class="second">The header of this message was not kept.</p>{{/header}}
          {{#glyphs}}<h3 class="gap">The name, letter by letter</h3>
          <ol class="glyphs" aria-label="Characters of the name with code points">{{#letters}}<li{{#isOdd}} class="odd"{{/isOdd}}><bdi>{{letter}}</bdi><small>{{code}}</small></li>{{/letters}}</ol>{{/glyphs}}
          </div>
        </section>
        """#)

    /// One verdict, explained.
    static let verdict = Template(
        "verdict",
        #"""
        <div class="head">
          <div><h1 class="break"><bdi>{{heading}}</bdi></h1>
          <div class="meta">{{#badges}}<span class="disp {{tone}}">{{{icon}}}{{words}}</span>{{/badges}}<span>score <b>{{score}}</b></span>{{#received}}<span>{{> time}}</span>{{/received}}{{#to}}<span>to <bdi>{{.}}</bdi></span>{{/to}}{{#door}}<span>{{.}}</span>{{/door}}</div></div>
          <div class="actions">{{#mayTest}}<a class="btn" href="/mail/test">Test a message…</a>{{/mayTest}}</div>
        </div>
        <div class="cols cols-mail">
        <div>
        {{> mail-signals}}
        {{> mail-header}}
        </div>
        <div>
        <section class="sec" aria-labelledby="cl">
          <div class="sec-head"><h2 id="cl">What would clear it</h2></div>
          <div class="sec-body">{{#hasClearing}}<ul class="list">{{#clearing}}<li><bdi class="break">{{words}}</bdi>{{#act}}<form method="post" action="{{action}}">{{> csrf}}{{#fields}}<input type="hidden" name="{{name}}" value="{{value}}">{{/fields}}<div class="actions"><button class="btn btn-sm" type="submit">{{button}}</button></div></form>{{/act}}{{#open}}<div class="actions"><a class="btn btn-sm" href="{{link}}">{{button}}</a></div>{{/open}}</li>{{/clearing}}</ul>{{/hasClearing}}{{^hasClearing}}<p class="second">{{nothingClears}}</p>{{/hasClearing}}</div>
        </section>
        <section class="sec" aria-labelledby="ne">
          <div class="sec-head"><h2 id="ne">Not evaluated</h2></div>
          <div class="sec-body">{{#hasUnread}}<ul class="list">{{#unread}}<li>{{> state}}<br><span class="small second">{{why}}</span></li>{{/unread}}</ul>{{/hasUnread}}{{^hasUnread}}<p class="second">Everything was evaluated.</p>{{/hasUnread}}</div>
        </section>
        {{#again}}<section class="sec" aria-labelledby="ag">
          <div class="sec-head"><h2 id="ag">Judged again with today's list</h2></div>
          <div class="sec-body"><p>{{> state}}</p><p class="second"><bdi>{{reasonNow}}</bdi></p></div>
        </section>{{/again}}
        {{#facts}}<section class="sec" aria-labelledby="jw">
          <div class="sec-head"><h2 id="jw">Judged with</h2></div>
          <div class="sec-body"><dl class="facts">{{#list}}<dt>{{term}}</dt><dd class="break"><bdi>{{text}}</bdi></dd>{{/list}}</dl></div>
        </section>{{/facts}}
        </div>
        </div>
        """#)

    /// A message to try.
    static let mailTest = Template(
        "mail-test",
        #"""
        <div class="head"><div><h1>Test a message</h1><p class="sub">Judged as it would be on its way in. Nothing of it is kept.</p></div></div>
        {{#error}}<div class="flash flash-bad" role="alert">{{> icon-bad}}<p id="form-error">{{.}}</p></div>{{/error}}
        <section class="sec sec-plain" aria-label="Message">
        <form method="post" action="/mail/test" enctype="multipart/form-data" class="sec-body">{{> csrf}}
          <div class="field"><label for="eml">An .eml file</label><input class="input full" id="eml" name="eml" type="file" accept=".eml,message/rfc822" data-most="{{most}}" aria-describedby="eml-h"><p class="hint" id="eml-h">Choose it, or drop it onto the field. {{mostWords}} at most.</p></div>
          <div class="field"><label for="text">Or its source, header first</label><textarea class="area mono" id="text" name="text" rows="10">{{text}}</textarea></div>
          <details{{#hasEnvelope}} open{{/hasEnvelope}}><summary>What the mail server knows besides</summary>
          <div class="form-row"><div class="field"><label for="from">Envelope sender</label><input class="input full" id="from" name="from" value="{{from}}" autocomplete="off"></div><div class="field"><label for="rcpt">Recipients, separated by commas</label><input class="input full" id="rcpt" name="rcpt" value="{{rcpt}}" autocomplete="off"></div></div>
          <div class="form-row"><div class="field"><label for="ip">Address of the sending host</label><input class="input full" id="ip" name="ip" value="{{ip}}" autocomplete="off"{{#ipError}} aria-invalid="true" aria-describedby="ip-error"{{/ipError}}>{{#ipError}}<p class="err error" id="ip-error">{{.}}</p>{{/ipError}}</div><div class="field"><label for="helo">Its HELO name</label><input class="input full" id="helo" name="helo" value="{{helo}}" autocomplete="off"></div></div>
          </details>
          <div class="field"><div class="choice"><input type="checkbox" id="delivered" name="delivered" value="yes"{{#delivered}} checked{{/delivered}}><label for="delivered">It was delivered: trust what the topmost Authentication-Results says</label></div></div>
          <div class="actions"><button class="btn btn-primary" type="submit">Test</button><a class="btn btn-quiet" href="/mail">Cancel</a></div>
        </form>
        </section>
        """#)
}
