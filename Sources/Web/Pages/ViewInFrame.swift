import Mustache

/// A page's view with what every template may name beside it: `csrf`.
struct ViewInFrame: MustacheParent {
    private let view: Any
    /// The view, where it answers by itself: asking once whether it does saves asking for every name.
    private let parent: (any MustacheParent)?
    private let csrf: String

    init(view: Any, csrf: String) {
        self.view = view
        self.csrf = csrf
        parent = view as? any MustacheParent
    }

    func child(named name: String) -> Any? {
        if name == "csrf" { return csrf }
        if let parent { return parent.child(named: name) }
        guard let value = Mirror(reflecting: view).children.first(where: { $0.label == name })?.value else {
            return nil
        }
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional ? mirror.children.first?.value : value
    }
}
