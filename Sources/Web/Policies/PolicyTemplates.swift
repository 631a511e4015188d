extension Template {
    static let policyTemplates: [Template] = [policies, policyForm]

    static let policies = Template(
        "policies",
        #"""
        <div class="head">
          <div><h1>Allow and block policies</h1><p class="sub">Your own judgements, which go before the computed one.</p></div>
          <div class="actions">{{#mayChange}}<a class="btn btn-primary" href="/policies/add">Add policy…</a>{{/mayChange}}</div>
        </div>
        <div class="cols">
        <div data-live="policies">
        {{#sections}}
        <section class="sec" aria-labelledby="{{id}}">
          <div class="sec-head"><h2 id="{{id}}">{{title}}</h2><span class="note">{{note}}</span></div>
          {{#hasRows}}<div class="wrap" tabindex="0" role="region" aria-label="{{title}} table"><table class="tbl tbl-tight stack"><thead><tr><th scope="col">Whom</th><th scope="col">By</th><th scope="col">Effect</th><th scope="col">From</th><th scope="col">Ends</th><th scope="col"><span class="vh">Action</span></th></tr></thead><tbody>
          {{#rows}}<tr><td class="main"><span class="t mono break"><bdi>{{pattern}}</bdi></span>{{#why}}<span class="sub"><bdi>{{.}}</bdi></span>{{/why}}</td><td data-label="By">{{by}}</td><td data-label="Effect">{{effect}}<span class="sub">{{proof}}</span></td><td data-label="From">{{#isFromFile}}<span class="prov">from reeve.yaml</span>{{/isFromFile}}{{^isFromFile}}<bdi>{{actor}}</bdi><span class="sub">{{> time}}</span>{{/isFromFile}}</td><td class="nowrap" data-label="Ends">{{#ends}}{{> time}}{{/ends}}{{^ends}}<span class="muted">no end</span>{{/ends}}</td><td class="act">{{#mayRemove}}<form method="post" action="/policies/remove">{{> csrf}}<input type="hidden" name="id" value="{{policyID}}"><button class="btn btn-sm btn-quiet" type="submit" aria-label="Remove {{pattern}}">Remove</button></form>{{/mayRemove}}</td></tr>{{/rows}}
          </tbody></table></div>{{/hasRows}}
          {{^hasRows}}<div class="sec-body"><p class="second">None.</p></div>{{/hasRows}}
        </section>
        {{/sections}}
        {{#pages}}{{> pager}}{{/pages}}
        </div>
        <section class="sec" aria-labelledby="order">
          <div class="sec-head"><h2 id="order">Which one counts</h2></div>
          <div class="sec-body"><ol class="numbered"><li><span><b>Exempt recipient</b>: when every recipient is exempt, nothing is judged.</span></li><li><span><b>Blocked sender</b>: MALICIOUS, CUSTOM_BLOCK_LIST. Wins over every allow policy but the first.</span></li><li><span><b>Trusted sender</b>: all detections are off.</span></li><li><span><b>The computed verdict</b>. A trusted domain silences only its own test here.</span></li><li><span><b>Acceptable sender</b>: silences SPAM, SPOOF and BULK, never MALICIOUS or SUSPICIOUS.</span></li></ol>
          <p class="second">Verify sender, on by default: an allow policy is honoured only when SPF, DKIM or DMARC passes in alignment with From. Without it, whoever writes that address into a message is trusted.</p></div>
        </section>
        </div>
        """#)

    static let policyForm = Template(
        "policy-form",
        #"""
        <div class="head"><div><h1>Add policy</h1></div></div>
        {{#error}}<div class="flash flash-bad" role="alert">{{> icon-bad}}<p id="form-error">{{.}}</p></div>{{/error}}
        <div class="cols">
        <section class="sec" aria-labelledby="pf">
          <div class="sec-head"><h2 id="pf">Policy</h2></div>
          <div class="sec-body"><form method="post" action="/policies/add">{{> csrf}}
            <div class="form-row"><div class="field"><label for="kind">Kind</label><select class="select full" id="kind" name="kind">{{#kinds}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/kinds}}</select></div>
            <div class="field"><label for="patternKind">Told by</label><select class="select full" id="patternKind" name="patternKind">{{#patternKinds}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/patternKinds}}</select></div></div>
            <div class="field"><label for="pattern">Pattern</label><input class="input full mono" id="pattern" name="pattern" value="{{pattern}}" required autocomplete="off" aria-describedby="pattern-h"><p class="hint" id="pattern-h">ana@partner.example · partner.example and all below it · 192.0.2.0/24 · an expression over the whole address or domain</p></div>
            <div class="field"><label for="effect">Effect of an allow policy</label><select class="select full" id="effect" name="effect">{{#effects}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/effects}}</select></div>
            <fieldset class="field"><legend class="vh">Conditions</legend>
            <div class="choice"><input type="checkbox" id="verifySender" name="verifySender" value="yes"{{#verifySender}} checked{{/verifySender}}><label for="verifySender">Verify sender <span class="hint">allow policies: only when SPF, DKIM or DMARC passes in alignment</span></label></div>
            <div class="choice"><input type="checkbox" id="similarity" name="similarity" value="yes"{{#similarity}} checked{{/similarity}}><label for="similarity">Trusted domain: silence the look-alike test</label></div>
            <div class="choice"><input type="checkbox" id="recent" name="recent" value="yes"{{#recent}} checked{{/recent}}><label for="recent">Trusted domain: silence the domain-age test</label></div>
            </fieldset>
            <div class="field"><label for="comment">Why</label><textarea class="area" id="comment" name="comment" rows="2">{{comment}}</textarea></div>
            <div class="field"><label for="expires">Last day</label><input class="input" type="date" id="expires" name="expires" value="{{expires}}"><p class="hint">Empty for no end.</p></div>
            <div class="actions"><button class="btn btn-primary" type="submit" name="do" value="save">Save policy</button><button class="btn" type="submit" name="do" value="preview">Preview</button><a class="btn btn-quiet" href="/policies">Cancel</a></div>
          </form></div>
        </section>
        {{#preview}}
        <section class="sec" aria-labelledby="pv">
          <div class="sec-head"><h2 id="pv">If you save this</h2></div>
          <div class="sec-body"><div class="preview"><b>{{judged}}</b><ul>{{#counts}}<li>{{words}}</li>{{/counts}}</ul>{{^counts}}<p>No verdict would have changed.</p>{{/counts}}{{#unknown}}<p class="second">{{.}}</p>{{/unknown}}</div>
          <ul class="list">{{#changes}}<li><a href="{{link}}"><bdi class="break">{{from}}</bdi></a><span class="hint">{{words}}</span></li>{{/changes}}</ul></div>
        </section>
        {{/preview}}
        </div>
        """#)
}
