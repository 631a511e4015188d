import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Store

extension WebServer {
    /// `GET /settings/registration`.
    func registrationPage(_ request: Request, _ context: WebContext) async throws -> Response {
        try registration(request, context, cloud: request.uri.queryParameters["cloud"].map(String.init) ?? "global")
    }

    /// `GET /settings/registration/certificate`: the public part, for Entra.
    func registrationCertificate(_ request: Request, _ context: WebContext) async throws -> Response {
        let cloud = try known(request.uri.queryParameters["cloud"].map(String.init))
        guard let certificate = try registering.current(cloud).certificate else {
            throw Problem(.notFound, "There is no certificate yet.")
        }
        return .text(
            certificate, type: "application/x-pem-file",
            headers: [.contentDisposition: #"attachment; filename="reeve.pem""#])
    }

    /// `POST /settings/registration/features`.
    func setRegistrationFeatures(_ request: Request, _ context: WebContext) async throws -> Response {
        try await change(request, context, done: "The manifest below lists what these features need.") {
            registering, cloud, deed in
            let known = try registering.current(cloud)
            let features = Set(context.form.all("feature").compactMap(Feature.init(rawValue:)))
            try registering.set(
                clientID: known.clientID ?? "", tenantID: known.tenantID ?? "", features: features, of: cloud, deed)
        }
    }

    /// `POST /settings/registration/credential`: a certificate made here, PEM text, or a client secret.
    func setRegistrationCredential(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = context.form
        switch form["kind"] {
        case "made":
            return try await change(
                request, context,
                done: "A certificate was made. Download its public part and upload it to the app registration."
            ) { try $0.set(.madeHere, of: $1, $2) }
        case "pem":
            return try await change(request, context, done: "The certificate is kept, encrypted. Test it.") {
                try $0.set(.pem(form["pem"] ?? ""), of: $1, $2)
            }
        case "secret":
            let expires = try form["expires"].map { text in
                guard let date = Self.day(text) else {
                    throw Problem(.unprocessableContent, "The end of the secret is a date such as 2027-11-21.")
                }
                return date
            }
            return try await change(request, context, done: "The client secret is kept, encrypted. Test it.") {
                try $0.set(.secret(form["secret"] ?? "", expires: expires), of: $1, $2)
            }
        default: throw Problem(.unprocessableContent, "Choose a certificate or a client secret.")
        }
    }

    /// `POST /settings/registration/ids`.
    func setRegistrationIDs(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = context.form
        let isEmpty = form["client-id"] == nil && form["tenant-id"] == nil
        let words =
            isEmpty ? "There are no ids now; nothing can sign in until there are." : "The ids are kept. Test them."
        return try await change(request, context, done: words) { registering, cloud, deed in
            try registering.set(
                clientID: form["client-id"] ?? "", tenantID: form["tenant-id"] ?? "",
                features: try registering.current(cloud).features, of: cloud, deed)
        }
    }

    /// `POST /settings/registration/test`.
    func testRegistration(_ request: Request, _ context: WebContext) async throws -> Response {
        let cloud = try known(context.form["cloud"])
        let result = try await registering.test(cloud, try context.somebody.deed(at: now()))
        guard case .refused(let trouble) = result else {
            return .seeOther(Self.link(cloud), flash: Self.flash(result))
        }
        return try registration(request, context, cloud: cloud, trouble: trouble, status: .unprocessableContent)
    }

    /// `POST /settings/registration/sign-in`.
    func setRegistrationSignIn(_ request: Request, _ context: WebContext) async throws -> Response {
        let isOn = context.form["on"] == "yes"
        let words =
            isOn
            ? "People whom you invite under Users and tokens can sign in with Microsoft. Register the second redirect URI."
            : "Nobody signs in with Microsoft any more; passwords go on working."
        return try await change(request, context, done: words) { try $0.setSignIn(isOn, of: $1, $2) }
    }

    private static func signInView(_ registration: Registration, uri: String, isFromFile: Bool) -> [String: Any] {
        [
            "uri": uri, "isFromFile": isFromFile, "isOn": registration.signsIn,
            "isOpen": !isFromFile
                && (registration.signsIn || (registration.isComplete && registration.tenantID != nil)),
        ]
    }

    private static func flash(_ result: Registering.TestResult) -> Flash {
        switch result {
        case .works(let granted, let renewed):
            let permissions =
                granted.map { $0.isEmpty ? "No permission is granted yet: add a directory and consent." : "" } ?? ""
            let others =
                renewed > 0
                ? " \(renewed) integration\(renewed == 1 ? " signs" : "s sign") in with it from now on." : ""
            return .done("Microsoft accepts the credential. \(permissions)\(others)")
        case .untestable(let why): return .warning(why)
        case .refused(let trouble): return .failed(trouble.sentence)
        }
    }

    private static let noCloud = Problem(
        .notFound, "There is no such cloud; choose global, usgov, usgov-dod or china.")

    /// The cloud that was asked for.
    /// - Throws: `Problem` 404 where there is none of that name.
    private func known(_ cloud: String?) throws -> String {
        let cloud = cloud ?? "global"
        guard try origins.clouds().contains(where: { $0.id == cloud }) else { throw Self.noCloud }
        return cloud
    }

    private static func link(_ cloud: String) -> Link { Link("/settings/registration", ["cloud": cloud]) }

    /// `2027-11-21`, the end of that day in UTC.
    static func day(_ text: String) -> Date? {
        try? Date(text + "T23:59:59Z", strategy: .iso8601)
    }

    private func change(
        _ request: Request, _ context: WebContext, done words: String,
        _ body: @escaping @Sendable (Registering, String, Deed) throws -> Void
    ) async throws -> Response {
        let cloud = context.form["cloud"] ?? "global"
        do {
            try body(registering, cloud, try context.somebody.deed(at: now()))
            return .seeOther(Self.link(cloud), flash: .done(words))
        } catch let problem as Registering.Problem {
            return try registration(request, context, cloud: cloud, problem: problem, status: .unprocessableContent)
        }
    }

    private func registration(
        _ request: Request, _ context: WebContext, cloud: String, problem: Registering.Problem? = nil,
        trouble: PendingAuthorisation.Trouble? = nil, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let (clouds, cloud) = (try origins.clouds(), try known(cloud))
        guard let choice = clouds.first(where: { $0.id == cloud }) else { throw Self.noCloud }
        let registration = try registering.current(cloud)
        let signInURI = address + Self.signInCallback
        var view = RegistrationView(
            registration, choice, redirectURI: redirectURI,
            signInURI: try entraSignIn == nil ? nil : signInURI, typed: context.form,
            asOf: now(), in: try context.somebody.zone
        ).values
        view["clouds"] = clouds.map {
            ["id": $0.id, "title": $0.title, "isChosen": $0.id == cloud] as [String: Any]
        }
        view["signIn"] = Self.signInView(registration, uri: signInURI, isFromFile: signIn.entra != nil)
        view["overridden"] = origins.isOverridden
        if let problem { view["problem-\(problem.field)"] = problem.description }
        if problem?.field == "client-id", let tenant = context.form["tenant-id"], UUID(uuidString: tenant) == nil {
            view["problem-tenant-id"] = "The Directory (tenant) ID is a GUID, too."
        }
        view["trouble"] = trouble.map { TroubleView($0, asOf: now(), in: (try? context.somebody.zone) ?? .gmt).values }
        return try show(
            Page(
                section: .registration, title: "Application registration", template: .registration, view: view,
                status: status), request, context)
    }
}
