import Model

/// One owner's request on its way through one batch or several.
struct BatchPart<Owner: Sendable>: Sendable {
    /// Its place among the owners asked for.
    let place: Int
    let owner: Owner
    let request: GraphRequest
    let lane: Lane
    var attempts = Attempts()
    /// The token a 401 came for.
    var refusedToken: String?
    /// Why it has no answer yet: what it ends with where it is not tried again.
    var failure: GraphError?
}
