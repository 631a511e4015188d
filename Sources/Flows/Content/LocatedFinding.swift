import Model

/// A finding together with the value, which leaves the scan only where somebody asked to see it.
struct LocatedFinding {
    let finding: ScannedDocument.Finding
    let value: String
}
