import Foundation
import HTTPTypes
import Model
import Posture
import SimulatedTenant
import Store

@testable import Flows

extension ContosoFixture {
    static let money = "Financial Information"

    /// The ids of the files that were downloaded since the last time somebody asked, in their order.
    func takeDownloads() -> [String] {
        takeRequests().compactMap(\.path).filter { $0.hasSuffix("/content") }.compactMap { path in
            path.split(separator: "/").dropLast().last.map(String.init)
        }
    }

    func contentInstances() throws -> [Instance] {
        try instances().filter { instance in Check.content.contains { $0.id == instance.check } }
    }

    func contentCoverage(of example: String) throws -> CoverageCount? {
        try coverage(.fileContents).first { $0.example == example }
    }
}

extension Instance {
    /// The rows of its matches.
    var matches: [Evidence] { if case .records(let rows)? = evidence["matches"] { rows } else { [] } }
}

extension Evidence {
    func texts(_ key: String) -> [String] { if case .list(let list)? = self[key] { list } else { [] } }
}
