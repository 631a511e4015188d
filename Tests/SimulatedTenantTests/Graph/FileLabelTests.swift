import HTTPTypes
import Testing

@testable import SimulatedTenant

struct FileLabelTests {
    private let label = FileLabel.label(id: "a20cbae4-0c05-448c-b342-cb6c618d0957", tenant: "t-1")

    private func answer(
        _ label: FileLabel, of item: String = "Handbook.docx", method: HTTPRequest.Method = .post,
        wrapped: Bool = false,
        permissions: Set<String> = ["Files.Read.All"]
    ) async throws -> DoorVisit.Answer {
        let visit = DoorVisit {
            $0.wrapsLabels = wrapped
            $0.permissions = permissions
        }
        visit.tenant.graph.edit { $0.setLabel(label, on: "Handbook.docx", of: "All Company") }
        let drive = Contoso.driveID("group:All Company")
        let path = "/v1.0/drives/\(drive)/items/\(OpaqueID.item(named: drive + item))/extractSensitivityLabels"
        return try await visit.send(method, path, ["Authorization": "Bearer \(visit.token())"])
    }

    @Test(arguments: [false, true]) func `names the label and its tenant`(wrapped: Bool) async throws {
        let answer = try await answer(label, wrapped: wrapped)
        let result = wrapped ? answer.json["value"] : answer.json
        let first = result?["labels"]?.elements.first
        #expect(first?["sensitivityLabelId"] == "a20cbae4-0c05-448c-b342-cb6c618d0957")
        #expect(first?["tenantId"] == "t-1")
        #expect(answer.header("x-reeve-assumed") == "label-shape")
    }

    @Test func `a file without a label has none`() async throws {
        #expect(try await answer(.none).json["labels"] == [])
    }

    @Test func `is refused for what has no labels, is locked or is not there`() async throws {
        #expect(try await answer(label, of: "Policies/").code == "notSupported")
        #expect(try await answer(label, of: "Nothing.docx").status == 404)
        let locked = try await answer(.locked("fileDoubleKeyEncrypted"))
        #expect(locked.status == 423 && locked.code == "fileDoubleKeyEncrypted")
    }

    @Test func `asks for a permission to files, and for POST`() async throws {
        #expect(try await answer(label, permissions: ["User.Read.All"]).status == 403)
        #expect(try await answer(label, method: .get).status == 400)
    }
}
