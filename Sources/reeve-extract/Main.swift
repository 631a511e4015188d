import Extract
import Glibc
import Model

/// Reads documents for its owner: jobs come in on standard input, segments go out on standard output, both as
/// `ExtractionFrame`s. It puts walls around itself before it reads the first byte of a document.
///
/// With `--text FILE` it prints what it reads, for people; with REEVE_TRY_WALLS in the environment, what the walls refuse.
@main
enum Worker {
    static func main() {
        signal(SIGPIPE, SIG_IGN)
        // Not an argument: behind bubblewrap there is no /proc, and without it no argument is seen.
        if getenv("REEVE_TRY_WALLS") != nil { exit(WallTrial.run()) }
        let arguments = CommandLine.arguments
        if arguments.count == 3, arguments[1] == "--text" {
            exit(show(arguments[2]))
        }
        // The runtime has the arguments from /proc, which bubblewrap leaves out: none is a service as well.
        guard arguments.count < 2 else {
            write("usage: reeve-extract [--text FILE]; without arguments it serves frames on standard input\n", to: 2)
            exit(64)
        }
        let walls = Walls.raise(workFolder: Programs.workFolder)
        serve(walls: walls)
    }

    private static func serve(walls: String) {
        let channel = FrameChannel(input: 0, output: 1)
        channel.send(.ready(walls: walls))
        while let (name, bytes, limits) = channel.nextJob() {
            Walls.allowProcessorTime(milliseconds: limits.processorTime + 2_000)
            let extraction = extract(bytes, named: name, limits: limits, tools: Programs.tools(limits)) {
                channel.send(.segment($0))
            }
            for label in extraction.labels { channel.send(.label(label)) }
            channel.send(.end(status: extraction.status, reason: extraction.reason))
        }
    }

    private static func show(_ path: String) -> Int32 {
        guard let bytes = FileContent.read(path) else {
            write("reeve-extract: \(path) cannot be read\n", to: 2)
            return 1
        }
        _ = Walls.raise(workFolder: Programs.workFolder)
        let limits = ExtractionLimits()
        Walls.allowProcessorTime(milliseconds: limits.processorTime + 2_000)
        let extraction = extract(bytes, named: path, limits: limits, tools: Programs.tools(limits)) { segment in
            write("== \(segment.part) [\(segment.kind)] \(segment.places.first?.name ?? "")\n\(segment.text)\n", to: 1)
        }
        for label in extraction.labels {
            write("== label \(label.labelID) site \(label.siteID) \(label.carrier.rawValue) \(label.part)\n", to: 1)
        }
        write("== \(extraction.status.rawValue) \(extraction.detail ?? "")\n", to: 1)
        return 0
    }

    private static func write(_ text: String, to descriptor: Int32) {
        _ = FileContent.write(Array(text.utf8), to: descriptor)
    }
}
