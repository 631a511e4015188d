/// A person who can sign in on the simulated consent page.
public struct SignInAccount: Sendable, Hashable {
    /// The user's object id.
    public var id: String
    public var name: String
    /// User principal name.
    public var address: String
    /// May consent for the organization, and holds directory roles.
    public var isAdministrator: Bool

    /// What `wids` and Graph's role checks go by.
    var directoryRoles: Set<String> { isAdministrator ? ["Global Administrator"] : [] }

    /// The first enabled members of the tenant, administrators first.
    static func all(of graph: SimulatedGraph) -> [SignInAccount] {
        let administrators = Set(
            rows(of: graph, ["reports", "authenticationMethods", "userRegistrationDetails"], select: nil)
                .filter { $0["isAdmin"] == true }.compactMap { $0["id"]?.text })
        let users = rows(of: graph, ["users"], select: "id,displayName,userPrincipalName,accountEnabled,userType")
        let accounts = users.compactMap { user -> SignInAccount? in
            guard let id = user["id"]?.text, let address = user["userPrincipalName"]?.text, !address.contains("#EXT#"),
                user["accountEnabled"] == true
            else { return nil }
            let name = user["displayName"]?.text ?? address
            return SignInAccount(id: id, name: name, address: address, isAdministrator: administrators.contains(id))
        }
        return Array((accounts.filter(\.isAdministrator) + accounts.filter { !$0.isAdministrator }).prefix(12))
    }

    /// The objects of a collection's first page.
    private static func rows(of graph: SimulatedGraph, _ segments: [String], select: String?) -> [JSON] {
        let caller = SimulatedCaller(permissions: SimulatedConfiguration.everyPermission)
        let query = select.map { [SimulatedCall.Option("$select", $0)] } ?? []
        let url = graph.configuration.origin + "/v1.0/" + segments.joined(separator: "/")
        let answer = graph.answer(SimulatedCall(segments: segments, query: query, caller: caller, url: url))
        guard answer.status == 200, let page = try? JSONReader.read(answer.body) else { return [] }
        return page["value"]?.elements ?? []
    }
}
