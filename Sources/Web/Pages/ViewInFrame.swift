import Mustache

/// A page's view with what every template may name beside it: `csrf`.
struct ViewInFrame: MustacheParent {
    let view: Any
    let csrf: String

    func child(named name: String) -> Any? {
        if name == "csrf" { return csrf }
        if let parent = view as? any MustacheParent { return parent.child(named: name) }
        guard let value = Mirror(reflecting: view).children.first(where: { $0.label == name })?.value else {
            return nil
        }
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional ? mirror.children.first?.value : value
    }
}
