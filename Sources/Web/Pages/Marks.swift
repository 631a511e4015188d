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
                #"<span class="sev sev-{{severity.id}}"><svg width="15" height="11" viewBox="0 0 14.5 11" aria-hidden="true"><path class="{{severity.s1}}" d="M0 0h2.5v11h-2.5z"/><path class="{{severity.s2}}" d="M4 0h2.5v11h-2.5z"/><path class="{{severity.s3}}" d="M8 0h2.5v11h-2.5z"/><path class="{{severity.s4}}" d="M12 0h2.5v11h-2.5z"/></svg>{{severity.word}}</span>"#
            ),
            // `state` is a StateView.
            Template("state", #"<span class="st st-{{state.id}}">{{{state.icon}}}{{state.words}}</span>"#),
            // `time` is a TimeView.
            Template("time", #"<time datetime="{{time.iso}}" title="{{time.full}}">{{time.words}}</time>"#),
            // The same within a TimeView.
            Template("moment", #"<time datetime="{{iso}}" title="{{full}}">{{words}}</time>"#),
            // `pager` has `words`, and the links `previous` and `next` where there are such pages.
            Template(
                "pager",
                #"<div class="pager"><span>{{pager.words}}</span><span class="grow"></span>{{#pager.previous}}<a class="btn" rel="prev" href="{{.}}">Previous</a>{{/pager.previous}}{{#pager.next}}<a class="btn" rel="next" href="{{.}}">Next</a>{{/pager.next}}</div>"#
            ),
            // `empty` says whether empty means fine or unread.
            Template("empty", #"<div class="empty"><p>{{empty}}</p></div>"#),
        ]

    private static let icons: [Template] = StateView.Kind.allCases.map { Template("icon-\($0.rawValue)", $0.icon) }
}
