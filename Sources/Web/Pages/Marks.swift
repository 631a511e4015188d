extension Template {
    /// Small pieces that stand for a severity, a state, a moment: never by colour alone.
    static let marks: [Template] =
        icons + [
            Template(
                "brand",
                #"<svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d="M2 2h2.4v14H2zM6.2 2h2.4v14H6.2zM10.4 2h2.4v14h-2.4zM14.6 2H17v14h-2.4z"/><path d="M.6 13.2L17 4" stroke="var(--paper)" stroke-width="3.6"/><path d="M.4 13.4L17.6 4.6" stroke="currentColor" stroke-width="1.9"/></svg>"#
            ),
            Template("csrf", #"<input type="hidden" name="csrf" value="{{csrf}}">"#),
            // `mark` is a SeverityView.
            Template(
                "severity",
                // A section looks its value up once; dotted names would do so for each.
                #"{{#severity}}<span class="sev sev-{{id}}">{{{strokes}}}{{word}}</span>{{/severity}}"#
            ),
            // `state` is a StateView.
            Template("state", #"{{#state}}<span class="st st-{{id}}">{{{icon}}}{{words}}</span>{{/state}}"#),
            // `time` is a TimeView.
            Template("time", #"{{#time}}<time datetime="{{iso}}" title="{{full}}">{{words}}</time>{{/time}}"#),
            // The same within a TimeView.
            Template("moment", #"<time datetime="{{iso}}" title="{{full}}">{{words}}</time>"#),
            // `pager` has `words`, and the links `previous` and `next` where there are such pages.
            Template(
                "pager",
                #"<div class="pager"><span>{{pager.words}}</span><span class="grow"></span>{{#pager.previous}}<a class="btn" rel="prev" href="{{.}}">Previous</a>{{/pager.previous}}{{#pager.next}}<a class="btn" rel="next" href="{{.}}">Next</a>{{/pager.next}}</div>"#
            ),
            // In the head of the column of boxes; on a phone the words stand beside it.
            Template(
                "select-all",
                #"<label><input type="checkbox" aria-label="Select all on this page"><span>Select all</span></label>"#),
            // Enter on a box presses the first button of its form: this one asks for nothing.
            Template("no-submit", #"<button type="submit" hidden></button>"#),
            // `empty` says whether empty means fine or unread.
            Template("empty", #"<div class="empty"><p>{{empty}}</p></div>"#),
        ]

    private static let icons: [Template] = StateView.Kind.allCases.map { Template("icon-\($0.rawValue)", $0.icon) }
}
