extension Template {
    static let dlpEntries = Template(
        "dlp-entries",
        #"""
        <div class="head">
          <div><h1>Entries of your own</h1><p class="sub">Beside the predefined ones: expressions, word lists, exact data, documents.</p></div>
          <div class="actions">{{#mayChange}}<a class="btn btn-primary" href="/dlp/add-entry">Add entry…</a>{{/mayChange}}</div>
        </div>
        {{> dlp-tabs}}
        {{^hasRows}}<div class="empty"><p>There is none yet.</p></div>{{/hasRows}}
        {{#hasRows}}<div class="wrap" tabindex="0" role="region" aria-label="Entries table"><table class="tbl stack"><thead><tr><th scope="col">Entry</th><th scope="col">Kind</th><th scope="col">Looks for</th><th scope="col">In profiles</th><th scope="col" class="num">Findings</th><th scope="col">Changed</th><th scope="col"><span class="vh">Action</span></th></tr></thead><tbody>
        {{#rows}}<tr><th scope="row" class="main">{{#mayChange}}<a class="t break" href="{{link}}"><bdi>{{name}}</bdi></a>{{/mayChange}}{{^mayChange}}<span class="t break"><bdi>{{name}}</bdi></span>{{/mayChange}}<span class="sub mono break">{{id}}</span></th><td data-label="Kind">{{kind}}</td><td data-label="Looks for"><bdi class="mono break">{{note}}</bdi></td><td data-label="In profiles">{{#users}}<a class="break" href="{{userLink}}"><bdi>{{user}}</bdi></a> {{/users}}{{^users}}<span class="muted">none</span>{{/users}}</td><td class="num" data-label="Findings"><a href="{{files}}" aria-label="{{fileWords}} with {{name}}">{{fileCount}}</a></td><td data-label="Changed">{{> time}}<span class="sub"><bdi>{{by}}</bdi></span></td><td class="act">{{#mayChange}}<a class="btn btn-sm btn-quiet" href="{{remove}}" aria-label="Remove {{name}}…">Remove…</a>{{/mayChange}}</td></tr>{{/rows}}
        </tbody></table></div>{{/hasRows}}
        """#)

    static let dlpEntryForm = Template(
        "dlp-entry-form",
        #"""
        <div class="head"><div><h1 class="break"><bdi>{{title}}</bdi></h1></div></div>
        {{^id}}<div class="tabs-line"><nav class="tabs" aria-label="Kinds of entries">{{#tabs}}<a href="{{link}}"{{#isHere}} aria-current="page"{{/isHere}}>{{title}}</a>{{/tabs}}</nav></div>{{/id}}
        {{#error}}<div class="flash flash-bad" role="alert">{{> icon-bad}}<p id="form-error">{{.}}</p></div>{{/error}}
        <form method="post" action="/dlp/add-entry" enctype="multipart/form-data">{{> csrf}}<input type="hidden" name="kind" value="{{kind}}">{{#id}}<input type="hidden" name="entry" value="{{.}}">{{#version}}<input type="hidden" name="version" value="{{.}}">{{/version}}{{/id}}
        <div class="cols cols-2"><section class="sec" aria-labelledby="what"><div class="sec-head"><h2 id="what">What is looked for</h2></div><div class="sec-body">
        <div class="field"><label for="name">Name</label><input class="input full" id="name" name="name" value="{{name}}" autocomplete="off"{{#error}} aria-describedby="form-error"{{/error}}></div>
        {{#isPattern}}<div class="field"><label for="expression">Expression</label><input class="input full mono" id="expression" name="expression" value="{{expression}}" autocomplete="off" spellcheck="false" aria-describedby="expression-h"><p class="hint" id="expression-h">PCRE's syntax without back-references and look-around, found anywhere in a text: P-[0-9]{6}</p></div>
        <div class="field"><label for="sample">Sample</label><textarea class="area" id="sample" name="sample" rows="5" spellcheck="false" aria-describedby="sample-h">
        {{sample}}</textarea><p class="hint" id="sample-h">To try the expression on. It is not kept.</p></div>{{/isPattern}}
        {{#isWords}}<div class="field"><label for="words">Words and phrases</label><textarea class="area" id="words" name="words" rows="10" spellcheck="false" aria-describedby="words-h">
        {{words}}</textarea><p class="hint" id="words-h">One a line. They match whole words; a blank stands for any white space.</p></div>{{/isWords}}
        {{#isFile}}<div class="field"><label for="file">{{#isWords}}Or a file of words{{/isWords}}{{#isTable}}CSV file with a header{{/isTable}}{{#isDocuments}}Documents{{/isDocuments}}</label><input class="input full" type="file" id="file" name="file"{{#isDocuments}} multiple{{/isDocuments}}{{#needsFile}} required{{/needsFile}} aria-describedby="file-h"><p class="hint" id="file-h">{{#isWords}}UTF-8, one a line.{{/isWords}}{{^isWords}}Keyed hashes are kept of it and nothing else. 32 MB at most.{{/isWords}} {{#kept}}<bdi class="break">{{.}}</bdi>{{/kept}}</p></div>{{/isFile}}
        {{#isTable}}<div class="form-row"><div class="field"><label for="primary">Primary column</label><input class="input full" id="primary" name="primary" value="{{primary}}" autocomplete="off" aria-describedby="primary-h"><p class="hint" id="primary-h">Looked for first; its header.</p></div><div class="field"><label for="supporting">Other cells near it</label><input class="input full" id="supporting" name="supporting" value="{{supporting}}" inputmode="numeric" aria-describedby="supporting-h"><p class="hint" id="supporting-h">How many of the same row.</p></div></div>
        <div class="field"><label for="columns">Other columns</label><textarea class="area" id="columns" name="columns" rows="3" aria-describedby="columns-h">
        {{columns}}</textarea><p class="hint" id="columns-h">Headers, one a line; empty for all.</p></div>{{/isTable}}
        {{#isDocuments}}<div class="field"><label for="percent">From how many percent on</label><input class="input" id="percent" name="percent" value="{{percent}}" inputmode="numeric" aria-describedby="percent-h"><p class="hint" id="percent-h">How much of one of these documents a text has to hold.</p></div>{{/isDocuments}}
        <p class="actions gap"><button class="btn btn-primary" type="submit" name="do" value="save">Save entry</button>{{#isPattern}}<button class="btn" type="submit" name="do" value="try">Try</button>{{/isPattern}}<a class="btn btn-quiet" href="/dlp/entries">Cancel</a></p>
        </div></section><div>
        {{#found}}<section class="sec" aria-labelledby="found"><div class="sec-head"><h2 id="found">In the sample</h2></div><div class="sec-body" role="status"><p><b>{{count}}</b></p><ul class="list">{{#rows}}<li><bdi class="mono">{{masked}}</bdi> <span class="hint">{{line}}, {{confidence}}</span></li>{{/rows}}</ul></div></section>{{/found}}
        <section class="sec" aria-labelledby="around"><div class="sec-head"><h2 id="around">Around a match</h2></div><div class="sec-body">
        {{#hasCase}}<div class="choice"><input type="checkbox" id="caseCounts" name="caseCounts" value="yes"{{#caseCounts}} checked{{/caseCounts}}><label for="caseCounts">Letter case counts</label></div>{{/hasCase}}
        <div class="field"><label for="raising">More sure with one of these near</label><textarea class="area" id="raising" name="raising" rows="3">
        {{raising}}</textarea></div>
        <div class="field"><label for="lowering">Less sure with one of these near</label><textarea class="area" id="lowering" name="lowering" rows="3">
        {{lowering}}</textarea></div>
        <div class="field"><label for="exclusions">Never told</label><textarea class="area" id="exclusions" name="exclusions" rows="3" aria-describedby="exclusions-h">
        {{exclusions}}</textarea><p class="hint" id="exclusions-h">Values, one a line, whatever their letter case.</p></div>
        </div></section></div></div></form>
        """#)
}
