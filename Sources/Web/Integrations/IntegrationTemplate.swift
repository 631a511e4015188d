extension Template {
    static let integration = Template(
        "integration",
        #"""
        <div data-live="integration">
        <div class="head"><div><h1><bdi>{{name}}</bdi></h1><p class="meta">{{> state}}<span><bdi>{{tenantName}}</bdi></span><span>{{mode}}</span><span>Next: {{next}}</span></p></div>
        {{#isAnalyst}}<div class="actions">{{^isRunning}}{{^isPaused}}<form method="post" action="{{link}}/run">{{> csrf}}<input type="hidden" name="kind" value="sync"><button class="btn" type="submit">Sync now</button></form><form method="post" action="{{link}}/run">{{> csrf}}<input type="hidden" name="kind" value="scan"><button class="btn btn-primary" type="submit">Scan now</button></form>{{/isPaused}}{{/isRunning}}{{#isRunning}}<form method="post" action="{{link}}/stop">{{> csrf}}<button class="btn" type="submit">Stop this run</button></form>{{/isRunning}}{{#isAdministrator}}{{#isPaused}}<form method="post" action="{{link}}/resume">{{> csrf}}<button class="btn btn-primary" type="submit">Resume</button></form>{{/isPaused}}{{^isPaused}}<form method="post" action="{{link}}/pause">{{> csrf}}<button class="btn" type="submit">Pause</button></form>{{/isPaused}}{{/isAdministrator}}</div>{{/isAnalyst}}</div>
        {{#trouble}}<div class="flash flash-bad flash-in" role="alert">{{> icon-bad}}<p><b>Nothing new is read.</b> {{sentence}} What was found before stays listed. <span class="small second">{{code}}</span></p></div>{{/trouble}}
        {{#progress}}<section class="sec" aria-labelledby="run"><div class="sec-head"><h2 id="run">Under way</h2><span class="note" role="status">{{words}}</span></div><div class="sec-body">
        {{#isWaiting}}<p class="second">Two integrations are read at the same time; this one waits for its turn.</p>{{/isWaiting}}
        {{^isWaiting}}<table class="tbl tbl-tight"><caption class="vh">Progress by kind</caption><thead><tr><th scope="col">What</th><th scope="col" class="num">Done</th><th scope="col" class="num">Of</th><th scope="col">State</th></tr></thead><tbody>{{#rows}}<tr><td>{{what}}{{#max}}<progress value="{{value}}" max="{{max}}" aria-label="{{what}}"></progress>{{/max}}</td><td class="num">{{done}}</td><td class="num">{{total}}</td><td>{{> state}}</td></tr>{{/rows}}</tbody></table><p class="hint">If Reeve stops now, the next run goes on from here.</p>{{/isWaiting}}</div></section>{{/progress}}
        </div>
        <div class="cols"><div>
        <section class="sec" aria-labelledby="perm"><div class="sec-head"><h2 id="perm">Permissions</h2><span class="note">{{#grantedAt}}as of {{> moment}}{{/grantedAt}}{{^grantedAt}}nobody has asked yet{{/grantedAt}}</span></div><div class="sec-body">
        {{> permission-rows}}
        {{#missing}}<p class="hint">Missing: {{.}}. Add them to the app registration as application permissions, then authorize again.</p>{{/missing}}
        {{#isAdministrator}}<form method="post" action="{{link}}/authorise">{{> csrf}}<fieldset class="field"><legend class="label">Use it for</legend>{{#features}}<div class="choice"><input type="checkbox" id="use-{{id}}" name="feature" value="{{id}}"{{#isOn}} checked{{/isOn}}{{#isFixed}} disabled{{/isFixed}}><label for="use-{{id}}">{{title}}</label></div>{{/features}}</fieldset>
        <div class="field"><label for="mode">Mode</label><select class="select" id="mode" name="mode"><option value="read"{{^isReadWrite}} selected{{/isReadWrite}}>Read</option><option value="read-write"{{#isReadWrite}} selected{{/isReadWrite}}>Read and write (Files.ReadWrite.All)</option></select></div>
        <p class="actions"><button class="btn{{#needsAuthorising}} btn-primary{{/needsAuthorising}}" type="submit">Authorize again</button></p><p class="hint">Goes to Microsoft; needs an administrator of the tenant. Nothing changes before you save.</p></form>{{/isAdministrator}}
        </div></section>
        <section class="sec" aria-labelledby="runs" data-live="runs"><div class="sec-head"><h2 id="runs">Runs</h2></div>
        {{#lastTry}}<div class="sec-body"><p>{{> state}} {{#time}}{{> moment}}{{/time}}: {{sentence}}</p></div>{{/lastTry}}
        {{^hasRuns}}{{^lastTry}}<div class="empty"><p>Nothing was read yet.</p></div>{{/lastTry}}{{/hasRuns}}
        {{#hasRuns}}<div class="wrap" tabindex="0" role="region" aria-label="Table of runs"><table class="tbl tbl-tight"><thead><tr><th scope="col">Run</th><th scope="col">Began</th><th scope="col">Took</th><th scope="col" class="num">Requests</th><th scope="col" class="num">New</th><th scope="col" class="num">Resolved</th></tr></thead><tbody>{{#runs}}<tr><td>{{what}} {{number}}</td><td class="nowrap">{{#started}}{{> moment}}{{/started}}</td><td class="nowrap">{{took}}</td><td class="num">{{requests}}</td><td class="num">{{opened}}</td><td class="num">{{resolved}}</td></tr>{{/runs}}</tbody></table></div>{{/hasRuns}}</section>
        </div><div>
        <section class="sec" aria-labelledby="facts"><div class="sec-head"><h2 id="facts">Connection</h2></div><div class="sec-body">
        <dl class="facts"><dt>Tenant</dt><dd class="mono">{{tenantID}}</dd><dt>App</dt><dd class="mono">{{clientID}}</dd><dt>Signs in with</dt><dd>{{credential}}</dd><dt>Feeds</dt><dd>{{feeds}}</dd><dt>Read</dt><dd>{{#coverage}}{{> coverage-bar}}{{/coverage}} <a href="{{coverageLink}}">Coverage</a></dd><dt>Directory</dt><dd><a href="{{directoryLink}}">Users and groups</a></dd><dt>Graph</dt><dd class="mono">{{graphURL}}</dd><dt>Sign-in</dt><dd class="mono">{{loginURL}}</dd></dl>
        {{#isAdministrator}}<form method="post" action="{{link}}/test">{{> csrf}}<p class="actions gap"><button class="btn" type="submit" data-busy="Testing…">Test the connection</button></p></form>
        <form method="post" action="{{link}}/frequency">{{> csrf}}<div class="field"><label for="frequency">Sync Frequency</label><select class="select" id="frequency" name="frequency">{{#frequencies}}<option value="{{word}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/frequencies}}</select> <button class="btn" type="submit">Set</button></div><p class="hint">Posture is read at most every hour; answers that time alone changes are judged every day.</p></form>{{/isAdministrator}}
        </div></section>
        <section class="sec" aria-labelledby="dlp"><div class="sec-head"><h2 id="dlp">DLP profiles</h2></div><div class="sec-body">
        {{#isAdministrator}}<form method="post" action="{{link}}/profiles">{{> csrf}}<fieldset class="field"><legend class="vh">DLP profiles</legend>{{#profiles}}<div class="choice"><input type="checkbox" id="{{box}}" name="profile" value="{{profile}}"{{#isOn}} checked{{/isOn}}><label for="{{box}}"><bdi class="break">{{profile}}</bdi> <span class="hint">{{hint}}</span></label></div>{{/profiles}}</fieldset><p class="actions"><button class="btn" type="submit">Save DLP profiles</button></p></form>{{/isAdministrator}}
        {{^isAdministrator}}{{#usedProfiles}}<p><a class="break" href="{{profileLink}}"><bdi>{{profile}}</bdi></a></p>{{/usedProfiles}}{{^usedProfiles}}<p class="second">None.</p>{{/usedProfiles}}{{/isAdministrator}}
        </div></section>
        {{#isAdministrator}}<div class="sec-body"><p class="actions"><a class="btn btn-danger" href="{{link}}/remove">Remove…</a></p></div>{{/isAdministrator}}
        </div></div>
        """#)
}
