/// Why a command cannot do what was asked: one line that says what, why and what to do next.
struct Failure: Error, CustomStringConvertible {
    let description: String
    let status: Int32

    init(_ line: String, status: Int32 = 1) {
        description = line
        self.status = status
    }
}
