import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

/// Pages of lists that are read whole.
struct ListPlaceTests {
    private let letters = ["a", "b", "c", "d", "e"]

    private func page(_ seek: Seek<ListPlace>, of list: [String]? = nil) -> Slice<Placed<String>> {
        (list ?? letters).page(seek, limit: 2) { $0 }
    }

    @Test func `goes forward and back without losing anything`() throws {
        let first = page(.start)
        #expect(first.elements.map(\.element) == ["a", "b"])
        #expect(!first.hasPrevious && first.hasNext)
        let second = page(.after(try #require(first.elements.last).place))
        #expect(second.elements.map(\.element) == ["c", "d"])
        let last = page(.after(try #require(second.elements.last).place))
        #expect(last.elements.map(\.element) == ["e"])
        #expect(last.hasPrevious && !last.hasNext)
        #expect(page(.before(try #require(second.elements.first).place)).elements.map(\.element) == ["a", "b"])
    }

    @Test func `finds its place where the list has moved, and goes on where the element is gone`() {
        let place = ListPlace(id: "b", index: 1)
        #expect(page(.after(place), of: ["x", "a", "b", "c"]).elements.map(\.element) == ["c"])
        #expect(page(.after(place), of: ["a", "c", "d"]).elements.map(\.element) == ["c", "d"])
    }

    @Test(arguments: [-5, 99, Int.max, Int.min]) func `a place that no list gave out is no crash`(index: Int) {
        #expect(page(.after(ListPlace(id: "zz", index: index))).elements.count <= 2)
        #expect(page(.before(ListPlace(id: "zz", index: index))).elements.count <= 2)
    }

    @Test func `policies and domains come page by page, here and for programs`() async throws {
        let fixture = try await PeopleFixture()
        let domains = try (0..<7).map { try StoredEntity(Domain(verified: "d\($0).example")) }
        try await fixture.base.store.write(fixture.integration.id) { writer in
            for domain in domains { try writer.keep(domain, round: 1, run: 1) }
        }
        try await fixture.test { visitor in
            for index in 0..<5 {
                _ = try await visitor.call(
                    .post, "/api/v1/policies",
                    #"{"kind":"blocked","patternKind":"domain","pattern":"bad\#(index).example"}"#)
            }
            for (list, count) in [
                ("policies", 5), ("domains", 8), ("dlp/profiles", 7), ("dlp/labels", 0), ("dlp/entries", 50),
            ] {
                var (seen, pages, cursor) = (0, 0, "")
                repeat {
                    let answer = try await visitor.get("/api/v1/\(list)?limit=2\(cursor)").object()
                    let items = try #require(answer["items"] as? [Any])
                    #expect(items.count <= 2)
                    (seen, pages) = (seen + items.count, pages + 1)
                    cursor = (answer["next"] as? String).map { "&cursor=\($0)" } ?? ""
                } while !cursor.isEmpty
                #expect(list.hasPrefix("dlp") ? seen >= count : seen == count, "\(list): \(seen)")
                #expect(pages == max(1, (seen + 1) / 2), "\(list)")
            }
            let policies = try await visitor.page("/policies?limit=2")
            #expect(policies.contains("2 of 5 policies"))
            #expect(policies.contains("rel=\"next\""))
            let whole = try await visitor.page("/policies")
            #expect(!whole.contains("rel=\"next\""))
            let shown = try await visitor.page("/domains?limit=3&domain=d6.example")
            #expect(shown.contains("3 of 8 domains") || shown.contains("2 of 8 domains"))
            #expect(shown.contains(#"aria-current="page"><span class="split"><span class="break">d6.example"#))
        }
    }
}
