import Model
import Testing

struct ExtractedSegmentTests {
    @Test(arguments: [[], [0], [3], [0, 4, 9], [2, 5, 5, 7, 30]])
    func `an offset lies in the last place that begins at it or before`(offsets: [Int]) {
        let places = offsets.enumerated().map { ExtractedSegment.Place(offset: $1, name: "row \($0)") }
        let segment = ExtractedSegment(part: "", kind: .table, text: "", places: places)
        for offset in 0...40 {
            #expect(segment.place(at: offset) == places.last { $0.offset <= offset }?.name, "\(offset)")
        }
    }
}
