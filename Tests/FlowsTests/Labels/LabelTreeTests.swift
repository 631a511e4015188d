import Foundation
import Model
import Testing

@testable import Flows
@testable import Store

struct LabelTreeTests {
    private func label(_ id: String, in parent: String? = nil, priority: Int? = nil) -> KeptLabel {
        var label = SensitivityLabel(id: id)
        label.name = id.uppercased()
        label.parentID = parent
        label.priority = priority
        return KeptLabel(label: label, firstSeen: Date(timeIntervalSince1970: 0))
    }

    private func paths(_ labels: [KeptLabel]) -> [String] {
        let tree = LabelTree(labels)
        return tree.rows.map { tree.path(of: $0.label) }
    }

    @Test func `names every level`() {
        let labels = [label("c", in: "b"), label("a"), label("b", in: "a"), label("d", in: "c")]
        #expect(paths(labels) == ["A", "A \\ B", "A \\ B \\ C", "A \\ B \\ C \\ D"])
        #expect(LabelTree(labels).rows.map(\.depth) == [0, 1, 2, 3])
    }

    @Test func `brothers stand by priority, those without one last`() {
        #expect(paths([label("x"), label("b", priority: 2), label("a", priority: 10)]) == ["B", "A", "X"])
    }

    @Test func `a parent that no list names is not passed over in silence`() {
        #expect(paths([label("b", in: "gone")]) == ["… \\ B"])
    }

    @Test func `labels that are each other's parents are told once each`() {
        let rows = LabelTree([label("a", in: "b"), label("b", in: "a"), label("c", in: "c")]).rows
        #expect(Set(rows.map(\.label.id)) == ["a", "b", "c"] && rows.count == 3)
    }

    @Test func `a chain of ten thousand ends`() {
        let chain = (0..<10_000).map { label("l\($0)", in: $0 > 0 ? "l\($0 - 1)" : nil) }
        let tree = LabelTree(chain)
        #expect(tree.rows.count == 10_000)
        #expect(tree.rows.last.map { tree.path(of: $0.label) }?.hasPrefix("… \\ L9968") == true)
    }
}
