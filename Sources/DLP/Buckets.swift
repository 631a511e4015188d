/// Lists by a small number, in one piece of memory, so that reading one touches no reference count. Whoever makes it frees it.
struct Buckets<Item> {
    private let starts: UnsafeMutablePointer<Int32>
    private let items: UnsafeMutablePointer<Item>
    private let bucketCount: Int
    private let itemCount: Int

    init(_ lists: [[Item]]) {
        let all = lists.flatMap { $0 }
        bucketCount = lists.count
        itemCount = all.count
        starts = .allocate(capacity: lists.count + 1)
        items = .allocate(capacity: max(all.count, 1))
        var place: Int32 = 0
        for (at, list) in lists.enumerated() {
            (starts + at).initialize(to: place)
            place += Int32(list.count)
        }
        (starts + lists.count).initialize(to: place)
        for (at, item) in all.enumerated() { (items + at).initialize(to: item) }
    }

    /// The list of a number; empty where there are none so large.
    @inline(__always)
    subscript(bucket: Int) -> UnsafeBufferPointer<Item> {
        guard bucket >= 0, bucket < bucketCount else { return UnsafeBufferPointer(start: nil, count: 0) }
        let start = Int(starts[bucket])
        return UnsafeBufferPointer(start: items + start, count: Int(starts[bucket + 1]) - start)
    }

    func free() {
        items.deinitialize(count: itemCount)
        items.deallocate()
        starts.deallocate()
    }
}
