extension Template {
    static let protectedTemplates: [Template] = [protected, protectedPerson, protectedImport]

    /// The Business Email Compromise list.
    static let protected = Template(
        "protected",
        #"""
        <div class="head">
          <div><h1>Business Email Compromise</h1><p class="sub" data-live="people-count">{{summary}} Their names may come only from the addresses listed here; anything else is a detection.</p></div>
          <div class="actions">{{#mayChange}}<a class="btn" href="/protected/import">Import…</a>{{/mayChange}}<a class="btn" href="{{exportCSV}}">Export CSV</a><a class="btn" href="{{exportJSON}}">Export JSON</a>{{#mayChange}}<a class="btn btn-primary" href="/protected/add">Add person…</a>{{/mayChange}}</div>
        </div>
        <form class="filter" action="/protected" aria-label="Filter protected people">
          <label for="dir" class="vh">Directory</label><select class="select" id="dir" name="directory">{{#directories}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/directories}}</select>
          <label for="pq" class="vh">Name, address or job title</label><input class="input" id="pq" name="text" type="search" placeholder="Name, address or job title" value="{{text}}">
          <button class="btn" type="submit">Filter</button>
        </form>
        <div class="cols cols-late">
        <section class="sec sec-plain" aria-label="Protected people" data-live="people">
          {{#rows}}
          <div class="wrap" tabindex="0" role="region" aria-label="Protected people table"><table class="tbl tbl-tight stack">
          <caption class="vh">Protected people, each directory by name, those typed in last</caption>
          <thead><tr><th scope="col" aria-sort="ascending">Name</th><th scope="col">Addresses</th><th scope="col">Because</th><th scope="col" class="num">Detections, 30 d</th><th scope="col">Ends</th><th scope="col"><span class="vh">Action</span></th></tr></thead>
          <tbody>{{#items}}<tr><td class="main"><a class="t" href="{{link}}"><bdi>{{title}}</bdi></a><span class="sub">{{#hasLeft}}{{{unknownIcon}}} left the directory{{/hasLeft}}{{#isDisabled}}account disabled {{/isDisabled}}<bdi>{{job}}</bdi></span></td><td><bdi>{{address}}</bdi><span class="sub">{{secondary}}</span></td><td>{{{chips}}}</td><td class="num" data-label="Detections">{{#detections}}<a href="{{detectionsLink}}">{{detections}}</a><span class="sub">{{> time}}</span>{{/detections}}{{^detections}}0{{/detections}}</td><td class="nowrap" data-label="Ends">{{#ends}}{{> time}}{{/ends}}{{^ends}}<span class="muted">no end</span>{{/ends}}</td><td class="act">{{#mayChange}}<a class="btn btn-sm btn-quiet" href="{{link}}" aria-label="Edit {{title}}">Edit</a>{{/mayChange}}</td></tr>{{/items}}</tbody></table></div>
          {{> pager}}
          {{/rows}}
          {{^rows}}{{> empty}}{{/rows}}
        </section>
        <div>
        <section class="sec" aria-labelledby="lint">
          <div class="sec-head"><h2 id="lint">Worth a look</h2><span class="aside">{{remarkCount}}{{#isOfAll}} on the whole list{{/isOfAll}}</span></div>
          <div class="sec-body">{{#hasRemarks}}<ul class="list">{{#remarks}}<li>{{> state}}<br>{{#link}}<a href="{{.}}">{{/link}}<b><bdi>{{who}}</bdi></b>{{#link}}</a>{{/link}} <bdi>{{what}}</bdi></li>{{/remarks}}</ul>{{#allRemarks}}<p class="small"><a href="{{.}}">All remarks</a></p>{{/allRemarks}}{{/hasRemarks}}{{^hasRemarks}}<p class="second">{{noRemarks}}</p>{{/hasRemarks}}</div>
        </section>
        <section class="sec" aria-labelledby="src">
          <div class="sec-head"><h2 id="src">Protected groups</h2></div>
          <div class="sec-body"><dl class="facts facts-end">{{#groups}}<dt><bdi>{{title}}</bdi></dt><dd>{{members}}</dd>{{/groups}}</dl>{{^groups}}<p class="second">No group is protected. Open a directory to protect one: its members follow by themselves.</p>{{/groups}}</div>
        </section>
        </div>
        </div>
        """#)

    /// One person: secondary emails of somebody from a directory, everything of somebody typed in.
    static let protectedPerson = Template(
        "protected-person",
        #"""
        <div class="head">
          <div><h1><bdi>{{heading}}</bdi></h1><p class="sub"><bdi>{{sub}}</bdi></p></div>
        </div>
        {{#error}}<div class="flash flash-bad" role="alert">{{> icon-bad}}<p id="form-error">{{.}}</p></div>{{/error}}
        <div class="cols">
        <section class="sec" aria-labelledby="edit">
          <div class="sec-head"><h2 id="edit">{{formTitle}}</h2></div>
          <div class="sec-body"><form method="post" action="{{action}}">{{> csrf}}<input type="hidden" name="before" value="{{before}}">
            {{#isTyped}}
            <div class="field"><label for="name">Display name</label><input class="input full" id="name" name="name"{{^mayChange}} readonly{{/mayChange}} value="{{name}}" required autocomplete="off"></div>
            <div class="field"><label for="emails">Addresses, one a line, the main one first</label><textarea class="area" id="emails" name="emails"{{^mayChange}} readonly{{/mayChange}} rows="3" aria-describedby="emails-h">{{emails}}</textarea><p class="hint" id="emails-h">Leave it empty where a regular expression tells the addresses.</p></div>
            <div class="field"><label for="pattern">Regular expression of addresses</label><input class="input full mono" id="pattern" name="pattern"{{^mayChange}} readonly{{/mayChange}} value="{{pattern}}" autocomplete="off" aria-describedby="pattern-h"><p class="hint" id="pattern-h">In place of addresses; the whole address has to match, in any case.</p></div>
            {{/isTyped}}
            <div class="field"><label for="secondary">Secondary emails, one address a line</label><textarea class="area" id="secondary" name="secondary"{{^mayChange}} readonly{{/mayChange}} rows="4" aria-describedby="secondary-h">{{secondary}}</textarea><p class="hint" id="secondary-h">Mail from these addresses in this name passes. Behind an address may stand <span class="mono">until 2027-06-30</span> and <span class="mono">authenticated</span>: it counts up to that day, or only when DKIM or DMARC passes.{{^isTyped}} Name and first address come from the directory and are changed there.{{/isTyped}}</p></div>
            {{#isTyped}}
            <div class="field"><label for="comment">Comment</label><textarea class="area" id="comment" name="comment"{{^mayChange}} readonly{{/mayChange}} rows="2">{{comment}}</textarea></div>
            <div class="field"><label for="expires">Last day of the protection</label><input class="input" type="date" id="expires" name="expires"{{^mayChange}} readonly{{/mayChange}} value="{{expires}}"><p class="hint">Empty for no end.</p></div>
            {{/isTyped}}
            <div class="actions">{{#mayChange}}<button class="btn btn-primary" type="submit">Save</button>{{/mayChange}}<a class="btn btn-quiet" href="/protected">{{#mayChange}}Cancel{{/mayChange}}{{^mayChange}}Back{{/mayChange}}</a></div>
          </form></div>
        </section>
        {{#known}}
        <div>
        <section class="sec" aria-labelledby="because">
          <div class="sec-head"><h2 id="because">Protected because</h2></div>
          <div class="sec-body"><p>{{{chips}}}</p>{{#remarkText}}<p class="second"><bdi>{{.}}</bdi></p>{{/remarkText}}
          {{#mayRemove}}<form method="post" action="/protected/remove">{{> csrf}}<input type="hidden" name="person" value="{{key}}"><button class="btn btn-danger" type="submit">{{removeWords}}</button></form>{{/mayRemove}}</div>
        </section>
        <section class="sec" aria-labelledby="addresses">
          <div class="sec-head"><h2 id="addresses">Addresses of the person</h2></div>
          <div class="sec-body"><ul class="list">{{#addresses}}<li><bdi class="break">{{.}}</bdi></li>{{/addresses}}</ul></div>
        </section>
        <section class="sec" aria-labelledby="seen">
          <div class="sec-head"><h2 id="seen">Seen in this name, not listed</h2></div>
          <div class="sec-body"><ul class="list">{{#seen}}<li><div class="split"><span><bdi class="break">{{from}}</bdi><span class="hint">{{words}}</span></span><a class="btn btn-sm btn-quiet" href="{{link}}">See verdict</a></div></li>{{/seen}}</ul>{{^seen}}<p class="second">No detection in the last 30 days.</p>{{/seen}}</div>
        </section>
        </div>
        {{/known}}
        </div>
        """#)

    /// Import of a file or of pasted text.
    static let protectedImport = Template(
        "protected-import",
        #"""
        <div class="head"><div><h1>Import people</h1><p class="sub">CSV with a header row, or JSON. All rows are imported, or none.</p></div></div>
        {{#error}}<div class="flash flash-bad" role="alert">{{> icon-bad}}<p id="form-error">{{.}}</p></div>{{/error}}
        <section class="sec sec-plain" aria-label="Import">
        <form method="post" action="/protected/import" enctype="multipart/form-data">{{> csrf}}
          <div class="field"><label for="file">A file</label><input class="input full" id="file" name="file" type="file" accept=".csv,.json,text/csv,application/json"></div>
          <div class="field"><label for="rows">Or its text</label><textarea class="area mono" id="rows" name="rows" rows="8" aria-describedby="rows-h">{{rows}}</textarea><p class="hint" id="rows-h">Columns: Display Name, Email (several, separated by ; or ,), Secondary Emails, Comments, Is Regex, Expires. JSON: a list of {"name", "emails", "secondaryEmails", "comments"}, or a directory snapshot.</p></div>
          <div class="field"><div class="choice"><input type="checkbox" id="skip" name="skip" value="yes"{{#skip}} checked{{/skip}}><label for="skip">Import the good rows even if others cannot be used</label></div></div>
          <div class="actions"><button class="btn btn-primary" type="submit">Import</button><a class="btn btn-quiet" href="/protected">Cancel</a></div>
        </form>
        </section>
        {{#hasRefused}}
        <section class="sec" aria-labelledby="refused">
          <div class="sec-head"><h2 id="refused">Rows that cannot be used</h2><span class="aside">{{refusedCount}}</span></div>
          <div class="wrap" tabindex="0" role="region" aria-label="Rows that cannot be used"><table class="tbl tbl-tight"><thead><tr><th scope="col" class="num">Line</th><th scope="col">Why</th></tr></thead><tbody>{{#refused}}<tr><td class="num">{{line}}</td><td><bdi>{{why}}</bdi></td></tr>{{/refused}}</tbody></table></div>
        </section>
        {{/hasRefused}}
        """#)
}
