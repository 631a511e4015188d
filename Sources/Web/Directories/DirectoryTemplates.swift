extension Template {
    static let directoryTemplates: [Template] = [directory]

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
          {{#mayChange}}{{> no-submit}}<div class="bulk"><b data-count>Selected rows</b><button class="btn btn-sm" type="submit" name="do" value="protect">Protect</button><button class="btn btn-sm" type="submit" name="do" value="remove">Remove protection</button></div>{{/mayChange}}
          <div class="wrap" tabindex="0" role="region" aria-label="Users and groups table"><table class="tbl tbl-tight stack">
            <caption class="vh">Users and groups by name</caption>
            <thead><tr>{{#mayChange}}<th scope="col" class="ck">{{> select-all}}</th>{{/mayChange}}<th scope="col" aria-sort="ascending">Name</th><th scope="col">Kind</th><th scope="col" class="num">Members</th><th scope="col">Protection</th><th scope="col">Because</th><th scope="col"><span class="vh">Action</span></th></tr></thead>
            <tbody>
            {{{items}}}
            </tbody></table></div>
        </form>
        {{> pager}}
        {{/rows}}
        {{^rows}}{{> empty}}{{/rows}}
        </section>
        """#)
}
