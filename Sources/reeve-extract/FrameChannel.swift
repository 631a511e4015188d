import Glibc
import Model

/// Frames over two descriptors. An owner that is gone ends the worker.
struct FrameChannel: Sendable {
    let input: Int32
    let output: Int32

    func send(_ frame: ExtractionFrame) {
        guard FileContent.write(frame.bytes, to: output) else { exit(0) }
    }

    /// - Returns: nil when the owner has no more.
    func nextJob() -> (name: String, bytes: [UInt8], limits: ExtractionLimits)? {
        guard case .job(let name, let size, let limits)? = receive() else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(size, limits.input + 1))
        while case .content(let piece)? = receive() {
            if piece.isEmpty { return (name, bytes, limits) }
            bytes += piece
        }
        return nil
    }

    private func receive() -> ExtractionFrame? {
        guard let header = take(ExtractionFrame.headerLength) else { return nil }
        let length = header.dropFirst().enumerated().reduce(0) { $0 | Int($1.element) << ($1.offset * 8) }
        guard length <= ExtractionFrame.longest, let body = take(length) else { return nil }
        return ExtractionFrame(kind: header[0], body: body)
    }

    private func take(_ count: Int) -> [UInt8]? {
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = read(input, buffer.baseAddress.map { $0 + filled }, count - filled)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else {
                    isWhole = false
                    return
                }
                filled += got
            }
        }
        return isWhole ? bytes : nil
    }
}
