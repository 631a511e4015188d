extension Template {
    static let addIntegration = Template(
        "add-integration",
        #"""
        <div class="head"><div><h1>{{title}}</h1><p class="sub">Three steps, about two minutes. Permissions of the app itself take an account with the role <b>Privileged Role Administrator</b> or <b>Global Administrator</b> in the tenant; the limited mode takes the account that it is to read with.</p></div></div>
        {{#elsewhere}}<div class="flash flash-warn flash-in">{{> icon-warn}}<p><b>Microsoft leads back to another address than this one.</b> You would not be signed in there: open <a href="{{.}}">{{.}}</a> and go on there.</p></div>{{/elsewhere}}
        {{^hasRegistration}}<div class="flash flash-warn flash-in">{{> icon-warn}}<p><b>There is no app registration yet.</b> Reeve signs in as an app of your own organisation; register it first, it takes about five minutes.</p><a class="btn btn-sm" href="/settings/registration">Application registration</a></div>{{/hasRegistration}}
        {{#problem}}<div class="flash flash-bad flash-in" role="alert">{{> icon-bad}}<p>{{.}}</p></div>{{/problem}}
        <div data-live="authorisation" class="panel">
        {{#trouble}}<div class="flash flash-bad flash-in" role="alert">{{> icon-bad}}<p><b>Not authorized.</b> {{sentence}} What you typed is kept. <span class="small second">{{code}}, {{#time}}{{> moment}}{{/time}}</span></p></div>{{#answer}}<details><summary class="small second">Answer of Microsoft</summary><div class="code"><pre>{{.}}</pre></div></details>{{/answer}}{{/trouble}}
        <section class="box" aria-label="{{title}}"><div class="box-head"><h2>{{title}}</h2>{{#isAuthorised}}<span class="st st-ok">{{> icon-ok}}Authorized</span>{{/isAuthorised}}{{#isSpreading}}<span class="st st-run" role="status">{{> icon-run}}Waiting for the consent</span>{{/isSpreading}}{{#isElsewhere}}<span class="st st-run" role="status">{{> icon-run}}Waiting for somebody else</span>{{/isElsewhere}}{{^isBack}}<span class="small muted">nothing saved yet</span>{{/isBack}}</div>
        <div class="box-body">
        {{^isBack}}<form method="post" action="{{action}}" id="details">{{> csrf}}<input type="hidden" name="place" value="{{place}}">{{#authorisation}}<input type="hidden" name="authorisation" value="{{.}}">{{/authorisation}}{{/isBack}}
        <ol class="steps">
        <li class="{{#isBack}}done{{/isBack}}{{^isBack}}now{{/isBack}}"><span class="rail" aria-hidden="true"><span class="dot">1</span></span><div><h3>Details</h3>
        {{#isBack}}<p class="second"><bdi>{{summary}}</bdi></p>{{/isBack}}
        {{^isBack}}
        {{#isRenewal}}<dl class="facts"><dt>Name</dt><dd><bdi>{{name}}</bdi></dd><dt>Type</dt><dd>{{typeName}}</dd><dt>Sync Frequency</dt><dd>{{frequencyName}}</dd><dt>Microsoft cloud</dt><dd>{{cloudName}}</dd>{{^choosesConsent}}<dt>Permissions</dt><dd>Of the app itself</dd>{{/choosesConsent}}</dl>{{/isRenewal}}
        {{^isRenewal}}<div class="field"><label for="type">{{#isDirectory}}Directory Type{{/isDirectory}}{{^isDirectory}}Type{{/isDirectory}}</label><select class="select full" id="type" name="type"><option value="office365">Office 365</option></select></div>
        <div class="field"><label for="name">{{#isDirectory}}Directory Name{{/isDirectory}}{{^isDirectory}}Name{{/isDirectory}}</label><input class="input full" id="name" name="name" value="{{name}}" autocomplete="off" required aria-describedby="name-hint{{#nameProblem}} name-error{{/nameProblem}}"{{#nameProblem}} aria-invalid="true"{{/nameProblem}}><p class="hint" id="name-hint">Shown in every list and used by the command line.</p>{{#nameProblem}}<p class="err error" id="name-error">{{.}}</p>{{/nameProblem}}</div>
        <div class="form-row"><div class="field"><label for="frequency">Sync Frequency</label><select class="select full" id="frequency" name="frequency">{{#frequencies}}<option value="{{word}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/frequencies}}</select></div>
        <div class="field"><label for="cloud">Microsoft cloud</label><select class="select full" id="cloud" name="cloud">{{#clouds}}<option value="{{id}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/clouds}}</select></div></div>{{/isRenewal}}
        <fieldset class="field"><legend class="label">Use it for</legend>{{#features}}<div class="choice"><input type="checkbox" id="use-{{id}}" name="feature" value="{{id}}"{{#isOn}} checked{{/isOn}}{{#isFixed}} disabled{{/isFixed}}><label for="use-{{id}}">{{title}} <span class="hint">{{hint}}</span></label></div>{{/features}}</fieldset>
        {{#hasProfiles}}<fieldset class="field"><legend class="label">DLP profiles</legend>{{#profiles}}<div class="choice"><input type="checkbox" id="{{box}}" name="profile" value="{{profile}}"{{#isOn}} checked{{/isOn}}><label for="{{box}}"><bdi class="break">{{profile}}</bdi> <span class="hint">{{hint}}</span></label></div>{{/profiles}}<div class="choice"><input type="checkbox" id="own-labels" name="ownLabels" value="yes"{{#hasOwnLabels}} checked{{/hasOwnLabels}}><label for="own-labels">Sensitivity labels of this tenant <span class="hint">Each file that bears one is a finding. Single labels can be switched off later.</span></label></div></fieldset>{{/hasProfiles}}
        <fieldset class="field"><legend class="label">Mode</legend><div class="choice"><input type="radio" id="mode-read" name="mode" value="read"{{^isReadWrite}} checked{{/isReadWrite}}><label for="mode-read">Read <span class="hint">Changes nothing in the tenant.</span></label></div><div class="choice"><input type="radio" id="mode-write" name="mode" value="read-write"{{#isReadWrite}} checked{{/isReadWrite}}><label for="mode-write">Read and write <span class="hint">Also asks for Files.ReadWrite.All, the only permission that can change anything: to take back sharing links. Reeve does not do so yet: choose it only to have the consent ready.</span></label></div></fieldset>
        {{#choosesConsent}}<fieldset class="field"><legend class="label">Permissions</legend><div class="choice"><input type="radio" id="consent-app" name="consent" value="application"{{^isDelegated}} checked{{/isDelegated}}><label for="consent-app">Of the app itself <span class="hint">Sees the whole tenant; not tied to anybody's account.{{#endsLimit}} Sensitivity labels are read, too.{{/endsLimit}}</span></label></div><div class="choice"><input type="radio" id="consent-person" name="consent" value="delegated"{{#isDelegated}} checked{{/isDelegated}}><label for="consent-person">On behalf of the person who signs in (limited) <span class="hint">Sees what that person may see.</span></label></div>
        <p class="hint">What the limited mode lacks:</p><ul class="list">{{#gaps}}<li class="small">{{.}}</li>{{/gaps}}</ul></fieldset>{{/choosesConsent}}
        {{/isBack}}</div></li>
        <li class="{{#isBack}}done{{/isBack}}{{^isBack}}now{{/isBack}}"><span class="rail" aria-hidden="true"><span class="dot">2</span></span><div><h3>Authorize</h3>
        {{^isBack}}<p class="second">You go to Microsoft's login page, choose an account, see the list of permissions and select <b>Accept</b>. Then you come back here. Consent alone creates nothing.</p><p class="hint">Microsoft asks for what the app registration lists. The enterprise application stays in the tenant; you can review or withdraw it in Entra at any time.</p><p class="hint">Your account may not consent to permissions of the app itself? <b>Make a link</b>, and somebody who may consents for you. In the limited mode nobody else can: there whoever signs in lends what they may see.</p><p class="hint">Login page: <span class="mono">{{loginURL}}</span> · Graph: <span class="mono">{{graphURL}}</span>{{#isOverridden}} (set by REEVE_LOGIN_URL and REEVE_GRAPH_URL){{/isOverridden}}</p>{{/isBack}}
        {{#isElsewhere}}{{> consent-link}}{{/isElsewhere}}
        {{#isArrived}}{{#isBack}}<dl class="facts"><dt>Tenant</dt><dd><b><bdi>{{tenantName}}</bdi></b><br><span class="mono small">{{tenantID}}</span></dd>{{#account}}<dt>Signed in</dt><dd><bdi>{{.}}</bdi>, by a signed answer of Microsoft</dd>{{/account}}{{#consented}}<dt>Consent</dt><dd>of somebody else, by your link, {{> moment}}</dd>{{/consented}}<dt>Proved</dt><dd>{{#proved}}the tenant answers for itself, {{> moment}} <span class="st st-ok">{{> icon-ok}}works</span>{{/proved}}{{^proved}}not yet{{/proved}}</dd></dl>
        {{#connectedAs}}<div class="flash flash-warn flash-in">{{> icon-warn}}<p><b>This tenant is connected already, as <bdi>{{.}}</bdi>.</b> A second integration reads everything twice.</p></div>{{/connectedAs}}
        {{#lentBefore}}<div class="flash flash-warn flash-in">{{> icon-warn}}<p><b>Until now it reads on behalf of <bdi>{{.}}</bdi>.</b> Once you save it reads on behalf of <bdi>{{account}}</bdi>: the mailbox, the files and the rights are that person's.</p></div>{{/lentBefore}}
        {{#isSpreading}}<div class="flash flash-warn flash-in" role="status">{{> icon-warn}}<p><b>Microsoft accepted the consent, but has not passed it on yet.</b> This takes seconds to some minutes. Reeve looks again by itself for ten minutes.</p></div>{{/isSpreading}}
        {{#missing}}<div class="flash flash-warn flash-in">{{> icon-warn}}<p><b>{{count}}</b> Missing: {{names}}. Either the app registration does not list them as {{#isDelegated}}delegated{{/isDelegated}}{{^isDelegated}}application{{/isDelegated}} permissions, or the consent is still on its way. Reeve works without them and says what it cannot see.</p><a class="btn btn-sm" href="/settings/registration">Open registration</a></div>{{/missing}}
        {{> permission-rows}}{{/isBack}}{{/isArrived}}</div></li>
        <li{{#isAuthorised}} class="now"{{/isAuthorised}}><span class="rail" aria-hidden="true"><span class="dot">3</span></span><div><h3>Save</h3>{{#isAuthorised}}<p class="second">{{#isRenewal}}The integration goes on with the new permissions, and is read at once.{{/isRenewal}}{{^isRenewal}}It appears in the table at once. The first sync starts in the background.{{/isRenewal}}</p>{{/isAuthorised}}{{^isAuthorised}}<p class="muted">After authorizing.</p>{{/isAuthorised}}</div></li>
        </ol>{{^isBack}}</form>{{/isBack}}</div>
        <div class="box-foot">
        {{^isBack}}<button class="btn btn-primary" type="submit" form="details"{{^hasRegistration}} disabled{{/hasRegistration}}>Authorize</button> <button class="btn" type="submit" form="details" formaction="/integrations/add/link"{{^hasRegistration}} disabled{{/hasRegistration}}>Make a link for somebody else</button>{{/isBack}}
        {{#isAuthorised}}<form method="post" action="/integrations/add/save">{{> csrf}}<input type="hidden" name="authorisation" value="{{authorisation}}"><button class="btn btn-primary" type="submit">Save</button></form>{{/isAuthorised}}
        {{#isBack}}<form method="post" action="/integrations/add/check">{{> csrf}}<input type="hidden" name="authorisation" value="{{authorisation}}"><button class="btn" type="submit">Check again</button></form>{{/isBack}}
        {{#isElsewhere}}<form method="post" action="/integrations/add/link">{{> csrf}}<input type="hidden" name="authorisation" value="{{authorisation}}"><input type="hidden" name="again" value="yes"><button class="btn" type="submit">Make another link</button></form>{{#linkMissing}}<form method="post" action="/integrations/add/check">{{> csrf}}<input type="hidden" name="authorisation" value="{{authorisation}}"><input type="hidden" name="anyway" value="yes"><button class="btn" type="submit">Go on without</button></form>{{/linkMissing}}{{/isElsewhere}}
        <span class="grow"></span><a class="btn btn-quiet" href="{{cancel}}">Cancel</a></div></section>
        </div>
        """#)

    /// On the way to Microsoft: goes on by itself.
    static let departure = Template(
        "departure",
        #"""
        <div class="head"><div><h1>Going to Microsoft</h1><p class="sub">{{words}}</p></div></div>
        <p class="actions"><a class="btn btn-primary" href="{{url}}" rel="noreferrer">Continue to Microsoft</a></p>
        """#)

    /// `rows` are PermissionRows.
    static let permissionRows = Template(
        "permission-rows",
        #"""
        <div class="wrap" tabindex="0" role="region" aria-label="Permissions table"><table class="tbl tbl-tight stack"><thead><tr><th scope="col">Permission</th><th scope="col">Used for</th><th scope="col">State</th><th scope="col">Without it</th></tr></thead><tbody>
        {{#rows}}<tr><th scope="row" class="mono main">{{name}}</th><td data-label="Used for">{{purpose}}</td><td class="nowrap">{{> state}}</td><td class="second" data-label="Without it">{{without}}</td></tr>{{/rows}}
        </tbody></table></div>
        """#)
}
