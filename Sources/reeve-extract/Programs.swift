import Extract
import Glibc
import Model

/// The programs that read what no library of a fitting licence reads, and the clocks.
enum Programs {
    /// A folder of its own that nobody else uses; the owner names it.
    static let workFolder = getenv("REEVE_WORK_FOLDER").map { String(cString: $0) } ?? "/tmp"

    static func tools(_ limits: ExtractionLimits) -> Tools {
        Tools(
            pageText: path(of: "pdftotext").map { pageText(by: $0, limits) },
            pageImage: path(of: "pdftoppm").map { pageImage(by: $0, limits) },
            imageText: path(of: "tesseract").map { imageText(by: $0, limits, layout: "3") },
            // With the direction of the lines, where its data is installed.
            turnedImageText: path(of: "tesseract").map { imageText(by: $0, limits, layout: "1") },
            processorTime: { processorTime() }, clock: { clock() })
    }

    private static func pageText(by program: String, _ limits: ExtractionLimits) -> Tools.PageText {
        { bytes, order, lastPage, milliseconds in
            run(program, limits, on: bytes, suffix: "pdf", milliseconds) { file in
                let layout = order == .layout ? ["-layout"] : []
                return ["-q", "-enc", "UTF-8", "-l", "\(lastPage)"] + layout + [file, "-"]
            }
        }
    }

    /// Grey, 2800 pixels along the longer side: about 240 dots an inch of a letter.
    private static func pageImage(by program: String, _ limits: ExtractionLimits) -> Tools.PageImage {
        { bytes, page, milliseconds in
            run(program, limits, on: bytes, suffix: "pdf", milliseconds) { file in
                ["-q", "-gray", "-f", "\(page)", "-l", "\(page)", "-scale-to", "2800", file]
            }
        }
    }

    private static func imageText(
        by program: String, _ limits: ExtractionLimits, layout: String
    ) -> Tools.ImageText {
        { bytes, milliseconds in
            run(program, limits, on: bytes, suffix: "image", milliseconds) { [$0, "-", "--psm", layout] }
        }
    }

    private static func path(of name: String) -> String? {
        ["/usr/bin/\(name)", "/usr/local/bin/\(name)"].first { access($0, X_OK) == 0 }
    }

    private static func run(
        _ program: String, _ limits: ExtractionLimits, on bytes: [UInt8], suffix: String, _ milliseconds: Int,
        arguments: (_ file: String) -> [String]
    ) -> Tools.Answer {
        let file = "\(workFolder)/document-\(getpid()).\(suffix)"
        defer { unlink(file) }
        guard FileContent.save(bytes, as: file) else {
            return .init(text: [], fault: "no room for a copy of the document", isLimit: true)
        }
        let seconds = max(1, min(milliseconds, limits.processorTime) / 1000 - 1)
        return Subprocess(program: program, arguments: arguments(file), seconds: seconds)
            .run(atMost: limits.text, milliseconds: milliseconds)
    }

    /// Of this process and of the programs it has run.
    private static func processorTime() -> Int {
        [RUSAGE_SELF, RUSAGE_CHILDREN].map { who in
            var usage = rusage()
            getrusage(__rusage_who_t(who.rawValue), &usage)
            let micro = Int(usage.ru_utime.tv_usec) + Int(usage.ru_stime.tv_usec)
            return (Int(usage.ru_utime.tv_sec) + Int(usage.ru_stime.tv_sec)) * 1000 + micro / 1000
        }.reduce(0, +)
    }

    static func clock() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
