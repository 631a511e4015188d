extension Template {
    static let directoryTemplates: [Template] = [directory, provenance]

    /// The chips of `chips`.
    static let provenance = Template(
        "provenance",
        #"<span class="provs">{{#chips}}<span class="prov">{{{icon}}}<bdi>{{words}}</bdi></span> {{/chips}}</span>"#)

    /// Users and groups of one directory.
    static let directory = Template(
        "directory",
        #"""
        <div class="head">
          <div><h1><bdi>{{name}}</bdi></h1><p class="sub">{{summary}}</p></div>
          <div class="actions"><a class="btn" href="{{listLink}}">Business Email Compromise list</a></div>
        </div>
        <form class="filter" action="{{path}}" aria-label="Filter users and groups">
          <label class="vh" for="dq">Name or address</label><input class="input" id="dq" name="text" type="search" placeholder="Name or address" value="{{text}}">
          <label class="vh" for="dk">Show</label><select class="select" id="dk" name="kind">{{#kinds}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/kinds}}</select>
          <label class="vh" for="dp">Protection</label><select class="select" id="dp" name="protected">{{#protections}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/protections}}</select>
          <label class="vh" for="dd">Accounts</label><select class="select" id="dd" name="disabled">{{#accounts}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/accounts}}</select>
          <button class="btn" type="submit">Filter</button>
        </form>
        <section class="sec sec-plain" aria-label="Users and groups" data-place="people">
        {{#rows}}
        <form method="post" action="{{path}}/protection" aria-label="Users and groups">{{> csrf}}<input type="hidden" name="next" value="{{here}}">
          {{#mayChange}}<div class="bulk"><b data-count>Selected rows</b><button class="btn btn-sm" type="submit" name="do" value="protect">Protect</button><button class="btn btn-sm" type="submit" name="do" value="remove">Remove protection</button></div>{{/mayChange}}
          <div class="wrap" tabindex="0" role="region" aria-label="Users and groups table"><table class="tbl tbl-tight stack">
            <caption class="vh">Users and groups by name</caption>
            <thead><tr>{{#mayChange}}<th scope="col" class="ck"><input type="checkbox" aria-label="Select all on this page"></th>{{/mayChange}}<th scope="col" aria-sort="ascending">Name</th><th scope="col">Kind</th><th scope="col" class="num">Members</th><th scope="col">Protection</th><th scope="col">Because</th><th scope="col"><span class="vh">Action</span></th></tr></thead>
            <tbody>
            {{#items}}
            {{#note}}<tr>{{#mayChange}}<td class="ck"></td>{{/mayChange}}<td class="main {{level}}" colspan="6"><span class="muted">{{note}}</span></td></tr>{{/note}}
            {{#isRow}}<tr>{{#mayChange}}<td class="ck"><input type="checkbox" name="chosen" value="{{key}}" aria-label="Select {{title}}"></td>{{/mayChange}}<td class="main {{level}}"><span class="who">{{#isGroup}}<a class="twist open" data-inplace href="{{toggle}}" aria-expanded="{{#isOpen}}true{{/isOpen}}{{^isOpen}}false{{/isOpen}}" aria-label="Members of {{title}}"><svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="{{twist}}"/></svg></a>{{/isGroup}}{{{kindIcon}}}<span><span class="t"><bdi>{{title}}</bdi></span><span class="sub"><bdi>{{address}}</bdi></span></span></span></td><td class="nowrap">{{form}}</td><td class="num" data-label="Members">{{members}}</td><td class="nowrap"><span class="st st-{{tone}}">{{{mark}}}{{standing}}</span></td><td>{{> provenance}}{{#aside}}<span class="muted">{{.}}</span>{{/aside}}</td><td class="act">{{#protect}}<button class="btn btn-sm" type="submit" name="one" value="protect {{key}}" aria-label="Protect {{title}}">Protect</button>{{/protect}}{{#remove}}<button class="btn btn-sm btn-quiet" type="submit" name="one" value="remove {{key}}" aria-label="Remove the protection of {{title}}">Remove</button>{{/remove}}{{#byGroup}}<span class="small muted">by group</span>{{/byGroup}}</td></tr>{{/isRow}}
            {{/items}}
            </tbody></table></div>
        </form>
        {{> pager}}
        {{/rows}}
        {{^rows}}{{> empty}}{{/rows}}
        </section>
        """#)
}
