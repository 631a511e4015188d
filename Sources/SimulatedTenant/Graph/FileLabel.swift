/// What SharePoint answers where it is asked for a file's sensitivity labels.
public enum FileLabel: Sendable, Equatable {
    case none
    /// A label of a tenant, by their ids.
    case label(id: String, tenant: String)
    /// 423: it cannot be taken out of the file (`fileDoubleKeyEncrypted`, `fileDecryptionNotSupported`, `fileDecryptionDeferred`).
    case locked(String)
}

extension Reply {
    static let labelAction = "extractSensitivityLabels"

    /// Files of other kinds are refused.
    private static let kinds = ["docx", "docm", "xlsx", "xlsm", "xlsb", "pptx", "pptm", "ppsx", "pdf"]

    /// `POST /drives/{id}/items/{id}/extractSensitivityLabels`.
    func labels(_ tree: DriveTree, _ id: String) throws(GraphFailure) -> SimulatedAnswer {
        guard let place = tree.place(id) else { throw .noItem }
        let item = tree.item(place)
        guard case .file = item.form, let ending = item.name.split(separator: ".").last?.lowercased(),
            Self.kinds.contains(ending)
        else {
            var failure = GraphFailure.badRequest("The file type is not supported.", code: "notSupported")
            failure.assumed = ["label-kinds"]
            throw failure
        }
        var labels: [JSON] = []
        switch item.label {
        case .none: break
        case .label(let id, let tenant):
            labels.append([
                "sensitivityLabelId": .string(id), "assignmentMethod": "standard", "tenantId": .string(tenant),
            ])
        case .locked(let code):
            throw GraphFailure(status: 423, code: code, message: "The file is locked for extracting labels.")
        }
        let context = context("microsoft.graph.extractSensitivityLabelsResult")
        let result: JSON = ["labels": .array(labels)]
        var answer = one(configuration.wrapsLabels ? ["value": result] : result, context: context)
        answer.headers += Assumption.headers(["label-shape"])
        return answer
    }
}
