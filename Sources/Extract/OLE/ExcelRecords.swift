/// The records of a workbook stream, each with its continuations.
struct ExcelRecords {
    struct Record {
        var kind: Int
        var body: ArraySlice<UInt8>
        var continuations: [ArraySlice<UInt8>] = []
    }

    private let stream: [UInt8]
    private var place = 0
    private(set) var isCutOff = false

    init(_ stream: [UInt8]) { self.stream = stream }

    var startsWithBeginning: Bool { stream.u16(at: 0) == 0x0809 }

    mutating func next() -> Record? {
        guard var record = single() else { return nil }
        while stream.u16(at: place) == 0x003C, let more = single() { record.continuations.append(more.body) }
        return record
    }

    private mutating func single() -> Record? {
        guard let kind = stream.u16(at: place), let size = stream.u16(at: place + 2) else { return nil }
        // What follows the last record is padding.
        guard kind != 0 || size != 0 else { return nil }
        let body = stream.bytes(at: place + 4, count: size)
        if body.count < size { isCutOff = true }
        place += 4 + size
        return Record(kind: kind, body: body)
    }
}
