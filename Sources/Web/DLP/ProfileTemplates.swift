extension Template {
    static let dlpProfiles = Template(
        "dlp-profiles",
        #"""
        <div class="head">
          <div><h1>DLP profiles</h1><p class="sub">What is looked for in documents, and when it counts.</p></div>
          <div class="actions">{{#mayChange}}<a class="btn btn-primary" href="/dlp/add-profile">Add profile…</a>{{/mayChange}}</div>
        </div>
        {{> dlp-tabs}}
        <div class="wrap" tabindex="0" role="region" aria-label="Profiles table"><table class="tbl stack"><thead><tr><th scope="col">Profile</th><th scope="col">From</th><th scope="col" class="num">Entries on</th><th scope="col">Confidence</th><th scope="col">Counts</th><th scope="col">Used by</th></tr></thead><tbody>
        {{#rows}}<tr><th scope="row" class="main"><a class="t break" href="{{link}}"><bdi>{{name}}</bdi></a>{{#unread}}<span class="sub">{{.}}</span>{{/unread}}</th><td data-label="From">{{origin}}</td><td class="num nowrap" data-label="Entries on">{{entries}}</td><td class="nowrap" data-label="Confidence">{{confidence}}</td><td data-label="Counts">{{matches}}</td><td data-label="Used by">{{#users}}<a href="{{userLink}}"><bdi>{{user}}</bdi></a> {{/users}}{{^users}}<span class="muted">nobody</span>{{/users}}</td></tr>{{/rows}}
        </tbody></table></div>
        """#)

    /// A profile that comes by itself, or one that the visitor may not change.
    static let dlpProfile = Template(
        "dlp-profile",
        #"""
        <div class="head"><div><h1 class="break"><bdi>{{name}}</bdi></h1><p class="meta"><span>{{origin}}</span></p></div>
        <div class="actions"><a class="btn" href="{{test}}">Test…</a>{{#mayCopy}}<a class="btn" href="{{copy}}">Copy…</a>{{/mayCopy}}</div></div>
        {{#error}}<div class="flash flash-bad" role="alert">{{> icon-bad}}<p id="form-error">{{.}}</p></div>{{/error}}
        {{#unread}}<div class="flash flash-warn flash-in" role="status">{{> icon-warn}}<p>{{.}}. <a href="/dlp/labels">Sensitivity labels</a></p></div>{{/unread}}
        <div class="cols"><section class="sec" aria-labelledby="entries"><div class="sec-head"><h2 id="entries">Entries</h2></div>
        {{^hasRows}}<div class="empty"><p>There is no entry yet.</p></div>{{/hasRows}}
        {{#hasRows}}<form method="post" action="/dlp/profile/entries">{{> csrf}}<input type="hidden" name="profile" value="{{name}}"><input type="hidden" name="version" value="{{version}}">{{#was}}<input type="hidden" name="was" value="{{id}}">{{/was}}
        {{#choices}}<div class="sec-body">{{> dlp-choices}}</div>{{/choices}}
        {{^choices}}<div class="wrap" tabindex="0" role="region" aria-label="Entries table"><table class="tbl tbl-tight stack"><thead><tr><th scope="col">On</th><th scope="col">Entry</th><th scope="col">Kind</th><th scope="col">Recognised by</th></tr></thead><tbody>
        {{#rows}}<tr><td data-label="On"><input type="checkbox" id="{{box}}" name="entry" value="{{id}}"{{#isOn}} checked{{/isOn}}{{^mayChange}} disabled{{/mayChange}}></td><td class="main"><label class="t break" for="{{box}}"><bdi>{{title}}</bdi></label>{{#isDeleted}} <span class="prov">deleted</span>{{/isDeleted}}<span class="sub mono break">{{id}}</span></td><td data-label="Kind">{{kind}}</td><td data-label="Recognised by"><bdi class="break">{{note}}</bdi></td></tr>{{/rows}}
        </tbody></table></div>{{/choices}}
        {{#mayChange}}<div class="{{#choices}}{{#hasMany}}save-bar {{/hasMany}}{{/choices}}sec-body actions"><button class="btn btn-primary" type="submit" name="do" value="save">Save entries</button></div>{{/mayChange}}</form>{{/hasRows}}
        </section><div>
        <section class="sec" aria-labelledby="when"><div class="sec-head"><h2 id="when">When it counts</h2></div><div class="sec-body"><dl class="facts"><dt>Confidence</dt><dd>{{confidence}}</dd><dt>Matches</dt><dd>{{matches}}</dd>{{#changed}}<dt>Changed</dt><dd><bdi>{{by}}</bdi>, {{> time}}</dd>{{/changed}}</dl>{{#mayCopy}}<p class="hint">To change this, copy the profile under another name.</p>{{/mayCopy}}</div></section>
        <section class="sec" aria-labelledby="files"><div class="sec-head"><h2 id="files">Found</h2></div><div class="sec-body"><p><a href="{{files}}">{{fileWords}}</a></p></div></section>
        <section class="sec" aria-labelledby="used"><div class="sec-head"><h2 id="used">Used by</h2></div><div class="sec-body">{{#users}}<p><a href="{{userLink}}"><bdi>{{user}}</bdi></a></p>{{/users}}{{^hasUsers}}<p class="second">No integration. Choose profiles on the page of an integration.</p>{{/hasUsers}}</div></section>
        </div></div>
        """#)

    /// One of one's own: made and changed.
    static let dlpProfileForm = Template(
        "dlp-profile-form",
        #"""
        <div class="head"><div><h1 class="break"><bdi>{{title}}</bdi></h1></div>
        {{^isNew}}<div class="actions"><a class="btn" href="{{test}}">Test…</a><a class="btn" href="{{copy}}">Copy…</a><a class="btn btn-danger" href="{{remove}}">Remove…</a></div>{{/isNew}}</div>
        {{#error}}<div class="flash flash-bad" role="alert">{{> icon-bad}}<p id="form-error">{{.}}</p></div>{{/error}}
        <form method="post" action="{{action}}">{{> csrf}}{{^isNew}}<input type="hidden" name="profile" value="{{former}}">{{#version}}<input type="hidden" name="version" value="{{.}}">{{/version}}{{/isNew}}
        <div class="cols"><section class="sec" aria-labelledby="entries"><div class="sec-head"><h2 id="entries">Entries</h2><span class="note">what is looked for</span></div><div class="sec-body">
        {{> dlp-choices}}
        </div></section><div>
        <section class="sec" aria-labelledby="when"><div class="sec-head"><h2 id="when">When it counts</h2></div><div class="sec-body">
        <div class="field"><label for="name">Name</label><input class="input full" id="name" name="name" value="{{name}}" required autocomplete="off"{{#error}} aria-describedby="form-error"{{/error}}></div>
        <div class="field"><label for="minimum">Confidence from</label><select class="select full" id="minimum" name="minimum" aria-describedby="minimum-h">{{#confidences}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/confidences}}</select><p class="hint" id="minimum-h">Low: shape and check digit. Medium: a strong check, or a word that names it. High: both.</p></div>
        <div class="field"><label for="allowed">Matches allowed</label><input class="input" id="allowed" name="allowed" value="{{allowed}}" inputmode="numeric" aria-describedby="allowed-h"><p class="hint" id="allowed-h">A document counts when it has more different values than this.</p></div>
        <div class="field"><label for="together">Entries together</label><input class="input" id="together" name="together" value="{{together}}" inputmode="numeric" aria-describedby="together-h"><p class="hint" id="together-h">How many different entries have to stand close to each other; 1 for no such rule.</p></div>
        <div class="choice"><input type="checkbox" id="context" name="context" value="yes"{{#usesContext}} checked{{/usesContext}}><label for="context">Use context <span class="hint">Words around a value say how sure it is. Without it shape and check digit are enough.</span></label></div>
        <p class="actions gap"><button class="btn btn-primary" type="submit" name="do" value="save">Save profile</button><a class="btn btn-quiet" href="/dlp/profiles">Cancel</a></p></div></section>
        {{^isNew}}<section class="sec" aria-labelledby="files"><div class="sec-head"><h2 id="files">Found</h2></div><div class="sec-body"><p><a href="{{files}}">{{fileWords}}</a></p></div></section>{{/isNew}}
        {{^isNew}}<section class="sec" aria-labelledby="used"><div class="sec-head"><h2 id="used">Used by</h2></div><div class="sec-body">{{#users}}<p><a href="{{userLink}}"><bdi>{{user}}</bdi></a></p>{{/users}}{{^hasUsers}}<p class="second">No integration. Choose profiles on the page of an integration.</p>{{/hasUsers}}</div></section>{{/isNew}}
        </div></div></form>
        """#)

    static let dlpTest = Template(
        "dlp-test",
        #"""
        <div class="head"><div><h1>Test a text or a file</h1><p class="sub">What a scan would find in it. Nothing of it is kept.</p></div></div>
        {{> dlp-tabs}}
        {{#error}}<div class="flash flash-bad" role="alert">{{> icon-bad}}<p id="form-error">{{.}}</p></div>{{/error}}
        <div class="cols cols-found"><section class="sec" aria-labelledby="what"><div class="sec-head"><h2 id="what">Text</h2></div><div class="sec-body"><form method="post" action="/dlp/test" enctype="multipart/form-data">{{> csrf}}
        <div class="field"><label for="profile">Profile</label><select class="select full" id="profile" name="profile">{{#profiles}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/profiles}}</select></div>
        <div class="field"><label for="text">Text</label><textarea class="area" id="text" name="text" rows="12" spellcheck="false"{{#error}} aria-describedby="form-error"{{/error}}>
        {{text}}</textarea></div>
        <div class="field"><label for="file">Or a file</label><input class="input full" type="file" id="file" name="file" data-most="{{most}}" aria-describedby="file-h"><p class="hint" id="file-h">{{mostWords}} at most; goes before the text.</p></div>
        <p class="actions"><button class="btn btn-primary" type="submit">Test</button></p></form></div></section>
        <section class="sec" aria-labelledby="found"><div class="sec-head"><h2 id="found">Found</h2>{{#result}}<span class="note">{{> state}}</span>{{/result}}</div>
        {{^result}}<div class="sec-body"><p class="second">Values are shown masked. A match that would not count is listed as well, and says so.</p></div>{{/result}}
        {{#result}}<div class="sec-body" role="status"><p><b>{{count}}</b>{{#file}} in <bdi class="break">{{.}}</bdi>{{/file}}{{#hasRows}}{{#weak}}; {{.}}{{/weak}}{{/hasRows}}. {{cut}}</p>{{#labels}}<p class="second">Carries {{#isNobodys}}a label that does not say whose it is:{{/isNobodys}}{{#foreign}}a label of another organization (tenant <span class="mono break">{{.}}</span>):{{/foreign}}{{#owner}}a label of <bdi class="break">{{.}}</bdi>, foreign to other integrations:{{/owner}}{{#isOwn}}the sensitivity label{{/isOwn}} {{#labelName}}<bdi class="break">{{.}}</bdi> {{/labelName}}<span class="mono break">{{labelID}}</span></p>{{/labels}}</div>
        {{#hasRows}}<div class="wrap" tabindex="0" role="region" aria-label="Matches table"><table class="tbl tbl-tight stack"><thead><tr><th scope="col">What</th><th scope="col">Value</th><th scope="col">Confidence</th><th scope="col">Where</th><th scope="col">Counts</th></tr></thead><tbody>
        {{#rows}}<tr><td class="main"><span class="t break"><bdi>{{title}}</bdi></span>{{#isSample}}<span class="sub">a published example</span>{{/isSample}}</td><td class="mono" data-label="Value">{{#masked}}<bdi>{{.}}</bdi>{{/masked}}</td><td data-label="Confidence">{{confidence}}{{#likeness}}<span class="sub">{{.}}</span>{{/likeness}}{{#raised}}<span class="sub">raised by <bdi class="break">{{.}}</bdi></span>{{/raised}}{{#lowered}}<span class="sub">lowered by <bdi class="break">{{.}}</bdi></span>{{/lowered}}</td><td class="place" data-label="Where"><bdi class="break">{{place}}</bdi></td><td class="why" data-label="Counts">{{#counts}}yes{{/counts}}{{^counts}}<span class="muted">no</span>{{#miss}}<span class="sub">{{.}}</span>{{/miss}}{{/counts}}</td></tr>{{/rows}}
        </tbody></table></div>{{/hasRows}}{{/result}}
        </section></div>
        """#)

    static let dlpLabels = Template(
        "dlp-labels",
        #"""
        <div data-live="labels">
        <div class="head"><div><h1>Sensitivity labels</h1><p class="sub">The labels of each tenant. They are entries of its own DLP profile and can be used in any other.</p></div></div>
        {{#isEmpty}}<div class="empty"><p>No tenant is connected yet. <a href="/integrations/add">Add integration</a></p></div>{{/isEmpty}}
        {{^isEmpty}}<form class="filter" method="get" action="/dlp/labels" aria-label="Search labels">{{#kept}}<input type="hidden" name="integration" value="{{.}}">{{/kept}}<label class="vh" for="lq">Search labels</label><input class="input" id="lq" name="q" type="search" placeholder="Name, former name or id" value="{{search}}"> <button class="btn" type="submit">Search</button>{{#all}} <a href="{{.}}">Show all</a>{{/all}}</form>{{/isEmpty}}
        {{#shelves}}<section class="sec" aria-labelledby="{{id}}"><div class="sec-head"><h2 id="{{id}}"><bdi>{{name}}</bdi></h2><span class="note">{{> state}}{{#read}} {{> moment}}{{/read}}</span></div>
        {{#trouble}}<div class="flash flash-warn flash-in" role="status">{{> icon-warn}}<p>{{.}}</p></div>{{/trouble}}
        <div class="sec-body"><div class="actions">{{#mayRead}}<form method="post" action="/dlp/labels/sync">{{> csrf}}<input type="hidden" name="integration" value="{{name}}"><button class="btn btn-sm" type="submit"{{#isRunning}} disabled{{/isRunning}} aria-label="Read now: the labels of {{name}}">Read now</button></form>{{/mayRead}}{{#profileLink}}<a class="btn btn-sm" href="{{.}}">Open the profile</a>{{/profileLink}}</div></div>
        {{#isKnownEmpty}}<div class="empty"><p>The tenant has no labels.</p></div>{{/isKnownEmpty}}
        {{#isUnknown}}<div class="empty"><p>No label is known here. That does not mean that there are none.</p></div>{{/isUnknown}}
        {{#hasNoMatch}}<div class="empty"><p>No label here has this text.</p></div>{{/hasNoMatch}}
        {{#hasRows}}<div class="wrap" tabindex="0" role="region" aria-label="Labels of {{name}}"><table class="tbl stack"><thead><tr><th scope="col">Label</th><th scope="col">Status</th><th scope="col" class="num">Priority</th><th scope="col">Protects</th><th scope="col">Former names</th><th scope="col">In the profile</th><th scope="col" class="num">Findings</th></tr></thead><tbody>
        {{#rows}}<tr><th scope="row" class="main {{deep}}">{{#fold}}<a class="twist open" data-inplace href="{{link}}" aria-expanded="{{expanded}}" aria-label="{{words}}"><svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="{{arrow}}"/></svg></a>{{/fold}}<span class="t break"><bdi>{{label}}</bdi></span>{{#fold}}{{#isFolded}}<span class="sub">{{below}} under it</span>{{/isFolded}}{{/fold}}{{#isBelow}}<span class="sub break"><bdi>{{path}}</bdi></span>{{/isBelow}}<span class="sub mono break">{{labelID}}</span></th><td data-label="Status">{{> state}}{{#gone}}<span class="sub">missed {{> time}}</span>{{/gone}}{{#isPreview}} <span class="prov">preview</span>{{/isPreview}}</td><td class="num" data-label="Priority">{{priority}}</td><td data-label="Protects">{{protects}}</td><td data-label="Former names">{{#former}}<span class="sub break"><bdi>{{old}}</bdi> from {{#since}}{{> moment}}{{/since}} to {{#until}}{{> moment}}{{/until}}</span>{{/former}}{{^former}}<span class="muted">none</span>{{/former}}</td><td data-label="In the profile">{{#isOn}}on{{/isOn}}{{^isOn}}<span class="muted">off</span>{{/isOn}}</td><td class="num" data-label="Findings"><a href="{{files}}" aria-label="{{fileCount}} findings in files that bear {{path}}">{{fileCount}}</a></td></tr>{{/rows}}
        </tbody></table></div>{{#whole}}<div class="sec-foot"><span>{{shownWords}}</span> <a href="{{.}}">{{wholeWords}}</a></div>{{/whole}}{{/hasRows}}
        </section>{{/shelves}}
        </div>
        """#)
}
