extension Template {
    static let integrations = Template(
        "integrations",
        #"""
        <div class="head"><div><h1>Integrations</h1><p class="sub">{{sub}}</p></div>{{#mayAdd}}<div class="actions"><a class="btn btn-primary" href="/integrations/add">Add integration</a></div>{{/mayAdd}}</div>
        <section class="sec" aria-label="Configured integrations" data-live="integrations">
        {{#isEmpty}}<div class="empty"><p>No tenant is connected yet, so nothing has been read.</p></div>{{/isEmpty}}
        {{^isEmpty}}<div class="wrap" tabindex="0" role="region" aria-label="Integrations table"><table class="tbl stack">
        <thead><tr><th scope="col">Name</th><th scope="col">Status</th><th scope="col">Mode</th><th scope="col">Feeds</th><th scope="col">Last scan</th><th scope="col">Next</th><th scope="col">Read</th><th scope="col" class="num">Critical / high / medium / low</th></tr></thead><tbody>
        {{#rows}}<tr><td class="main"><a class="t" href="{{link}}"><bdi>{{name}}</bdi></a><span class="sub"><bdi>{{tenantName}}</bdi></span></td><td>{{> state}}{{#stage}}<span class="sub" role="status">{{.}}</span>{{/stage}}</td><td data-label="Mode"><span class="nowrap">{{mode}}</span></td><td data-label="Feeds">{{feeds}}</td><td class="nowrap" data-label="Last scan">{{#scanned}}{{> moment}}{{/scanned}}{{^scanned}}<span class="muted">never</span>{{/scanned}}{{#scanTook}}<span class="sub">{{.}}</span>{{/scanTook}}</td><td class="nowrap" data-label="Next">{{next}}</td><td class="nowrap" data-label="Read">{{#coverage}}{{> coverage-bar}}{{/coverage}}</td><td class="num" data-label="C/H/M/L"><span class="nowrap">{{#counts}}<a href="{{link}}" aria-label="{{count}} {{word}}"{{#isNone}} class="muted"{{/isNone}}>{{count}}</a>{{^last()}} <span class="muted">/</span> {{/last()}}{{/counts}}{{^counts}}<span class="muted">unknown</span>{{/counts}}</span></td></tr>
        {{#trouble}}<tr class="detail"><td colspan="8"><div class="flash flash-bad flash-in">{{> icon-bad}}<p><b>Nothing new is read.</b> {{sentence}} <span class="small second">{{code}}</span></p><a class="btn btn-sm" href="{{link}}">Manage</a></div></td></tr>{{/trouble}}{{/rows}}
        </tbody></table></div>{{#pages}}{{> pager}}{{/pages}}{{/isEmpty}}
        </section>
        """#)

    /// `read`, `from` and `rest` in percent; `words` under it.
    static let coverageBar = Template(
        "coverage-bar",
        #"<svg class="cov" width="90" height="8" role="img" aria-label="{{label}}"><rect class="read" x="0" y="0" width="{{read}}" height="100%"/><rect fill="url(#hatch)" x="{{from}}" y="0" width="{{rest}}" height="100%"/><rect class="frame" x="0" y="0" width="100%" height="100%"/></svg><span class="sub">{{words}}</span>"#
    )

    static let directories = Template(
        "directories",
        #"""
        <div class="head"><div><h1>Directories</h1></div>{{#mayAdd}}<div class="actions"><a class="btn btn-primary" href="/settings/directories/add">Add Directory</a></div>{{/mayAdd}}</div>
        <section class="sec" aria-labelledby="conf" data-live="directories"><div class="sec-head"><h2 id="conf">Configured directories</h2></div>
        <div class="wrap" tabindex="0" role="region" aria-label="Configured directories table"><table class="tbl tbl-tight stack">
        <thead><tr><th scope="col">Type</th><th scope="col">Name</th><th scope="col">Status</th><th scope="col" class="num">Users</th><th scope="col" class="num">Groups</th><th scope="col" class="num">Protected</th><th scope="col">Last sync</th><th scope="col">Next sync</th><th scope="col">Frequency</th><th scope="col"><span class="vh">Actions</span></th></tr></thead><tbody>
        {{#rows}}<tr><td data-label="Type">Office 365</td><td class="main"><a class="t" href="{{directoryLink}}"><bdi>{{name}}</bdi></a><span class="sub"><bdi>{{tenantName}}</bdi></span></td><td>{{> state}}{{#stage}}<span class="sub" role="status">{{.}}</span>{{/stage}}</td><td class="num" data-label="Users">{{users}}</td><td class="num" data-label="Groups">{{groups}}</td><td class="num" data-label="Protected">{{protected}}</td><td class="nowrap" data-label="Last sync">{{#synced}}{{> moment}}{{/synced}}{{^synced}}<span class="muted">never</span>{{/synced}}</td><td class="nowrap" data-label="Next sync">{{next}}</td><td class="nowrap" data-label="Frequency">{{every}}</td><td class="act">{{#maySync}}{{^isRunning}}{{^isPaused}}<form method="post" action="{{link}}/run">{{> csrf}}<input type="hidden" name="kind" value="sync"><input type="hidden" name="next" value="/settings/directories"><button class="btn btn-sm btn-quiet" type="submit" aria-label="Sync {{name}} now">Sync now</button></form>{{/isPaused}}{{/isRunning}}{{/maySync}}<a class="btn btn-sm btn-quiet" href="{{link}}" aria-label="Manage {{name}}">Manage</a></td></tr>{{/rows}}
        <tr><td data-label="Type">Local</td><td class="main"><span class="t">Typed in by hand</span><span class="sub">not from Microsoft 365</span></td><td><span class="st st-off">Nothing to sync</span></td><td class="num" data-label="Users">{{typed}}</td><td class="num" data-label="Groups">0</td><td class="num" data-label="Protected">{{typed}}</td><td class="nowrap" data-label="Last sync"><span class="muted">none</span></td><td class="nowrap" data-label="Next sync"><span class="muted">none</span></td><td class="nowrap" data-label="Frequency"><span class="muted">none</span></td><td class="act"></td></tr>
        </tbody></table></div>{{#pages}}{{> pager}}{{/pages}}</section>
        """#)

    static let removeIntegration = Template(
        "remove-integration",
        #"""
        <div class="head"><div><h1>Remove <bdi>{{name}}</bdi></h1><p class="sub">Goes with it: {{users}}, {{instances}}, every run and the history of its findings. The app and its consent in Entra stay; withdraw them there.</p></div></div>
        {{#problem}}<div class="flash flash-bad flash-in" role="alert">{{> icon-bad}}<p>{{.}}</p></div>{{/problem}}
        <form class="sec-body" method="post" action="{{link}}/remove">{{> csrf}}
        {{#labelUse}}<p class="field second"><bdi class="break">{{.}}</bdi></p>{{/labelUse}}
        {{#hasProtected}}<fieldset class="field"><legend class="label">{{protected}} of its directory: {{people}}</legend><div class="choice"><input type="radio" id="keep" name="protected" value="keep"{{^drops}} checked{{/drops}}><label for="keep">Keep the people protected <span class="hint">They become people typed in, with their addresses.</span></label></div><div class="choice"><input type="radio" id="drop" name="protected" value="drop"{{#drops}} checked{{/drops}}><label for="drop">Protect them no longer</label></div></fieldset>{{/hasProtected}}
        <div class="field"><label for="name">Type <bdi>{{name}}</bdi> to remove it</label><input class="input" id="name" name="name" value="{{typed}}" autocomplete="off" spellcheck="false" required></div>
        <p class="actions"><button class="btn btn-danger" type="submit">Remove</button> <a class="btn btn-quiet" href="{{link}}">Cancel</a></p></form>
        """#)
}
