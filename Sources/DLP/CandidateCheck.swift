/// Asks a detector whether what has its shape is one of its values.
struct CandidateCheck {
    let probes: UnsafeBufferPointer<Probe>
    let text: TextBytes
    let buffer: UnsafeMutableBufferPointer<UInt8>

    /// Letters and digits of the longest value that is checked.
    static let capacity = 128

    /// A value in one of a detector's forms.
    @inline(__always)
    func form(_ place: Int, _ need: Detector.Need, _ range: Range<Int>, into found: inout [Candidate]) {
        guard let value = compact(range, inCapitals: true), probes[place].accept(value) else { return }
        add(place, range, need: need, value, into: &found)
    }

    /// A word of letters and digits, or an anchor, that a finder may make a value of.
    func finder(_ place: Int, _ range: Range<Int>, into found: inout [Candidate]) {
        guard let value = probes[place].examine(text, range) else { return }
        add(place, value, need: probes[place].needOf?(text, value) ?? probes[place].need, nil, into: &found)
    }

    func token(_ place: Int, _ range: Range<Int>, into found: inout [Candidate]) {
        guard range.count <= Self.capacity,
            probes[place].accept(Characters(base: text.base + range.lowerBound, count: range.count))
        else { return }
        add(place, range, need: probes[place].needOf?(text, range) ?? probes[place].need, nil, into: &found)
    }

    /// A word or phrase of a detector's list.
    func listed(_ place: Int, _ range: Range<Int>, into found: inout [Candidate]) {
        found.append(
            Candidate(
                detector: place, start: range.lowerBound, end: range.upperBound, need: probes[place].need, kind: nil,
                isSample: false))
    }

    private func add(
        _ place: Int, _ range: Range<Int>, need: Detector.Need, _ compacted: Characters?, into found: inout [Candidate]
    ) {
        var (kind, isSample): (String?, Bool) = (nil, false)
        if probes[place].isTold, let value = compacted ?? compact(range) {
            kind = probes[place].kind?(value)
            isSample = probes[place].samples.contains(value.text)
        }
        found.append(
            Candidate(
                detector: place, start: range.lowerBound, end: range.upperBound, need: need, kind: kind,
                isSample: isSample))
    }

    /// The letters and digits of a part of the text; nil where there are more than any check takes.
    @inline(__always)
    private func compact(_ range: Range<Int>, inCapitals: Bool = false) -> Characters? {
        var count = 0
        let mask: UInt8 = inCapitals ? 0xDF : 0xFF
        for place in range {
            let byte = text.base[place]
            guard byte.isAlphanumeric else { continue }
            guard count < buffer.count else { return nil }
            buffer[count] = byte.isDigit ? byte : byte & mask
            count += 1
        }
        return buffer.baseAddress.map { Characters(base: UnsafePointer($0), count: count) }
    }
}
