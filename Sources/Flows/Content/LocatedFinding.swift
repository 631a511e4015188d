import Model

/// A finding together with the value, which leaves the scan only where somebody asked to see it.
struct LocatedFinding {
    var finding: ScannedDocument.Finding
    let value: String
    /// Its number among those of the document.
    var order = 0
    /// Places of the profiles that tell of it.
    var tellers: [Int] = []
}
