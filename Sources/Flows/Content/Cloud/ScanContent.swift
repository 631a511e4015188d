import Foundation
import Graph
import Model
import Store

/// One file: downloaded, read, searched, settled.
struct ScanContent: Sendable {
    let session: Session
    let reading: ContentReading

    /// What came of reading a file.
    private struct Read {
        var extraction: Extraction
        var standing: ContentStanding
        /// In words of the product and names of what is in the file.
        var reason: ExtractionReason?
        var again: Date?
        /// Whether its labels are those that the file bears, be there none: it was read, or SharePoint said so.
        var knowsLabels = false

        init(_ extraction: Extraction, _ standing: ContentStanding? = nil) {
            self.extraction = extraction
            self.standing = standing ?? ContentStanding(extraction.status)
            reason =
                extraction.status == .ok ? nil : extraction.reason ?? ExtractionReason(extraction.status.rawValue)
            knowsLabels = standing == nil && [.ok, .partial].contains(extraction.status) || !extraction.labels.isEmpty
        }
    }

    func run(_ file: ContentCandidate) async throws {
        try Task.checkCancellation()
        var read = try await read(file)
        try await askForLabel(file, &read)
        var names = reading.documentNames(of: read.extraction)
        let matches = reading.matches(in: read.extraction, &names)
        read.extraction.labels = names.masked(read.extraction.labels)
        let labels = read.extraction.labels.map(FileContent.Label.init)
        try await KeepContent(session: session).run(
            file,
            ContentOutcome(
                standing: read.standing, status: read.extraction.status, detail: names.masked(read.reason),
                again: read.again, labels: labels, knowsLabels: read.knowsLabels, matches: matches))
    }

    private func read(_ file: ContentCandidate) async throws -> Read {
        let limits = session.content
        if let size = file.size, size > limits.largest {
            let detail = "larger than \(limits.largest >> 20) MB"
            return Read(Extraction(status: .limit, detail: detail), .tooLarge)
        }
        do {
            let bytes = try await session.graph.content(ofItem: file.id, in: file.driveID)
            return Read(await limits.extract(bytes, file.name))
        } catch let error as GraphError {
            if error.isFatal { throw error }
            return refused(error)
        }
    }

    private func refused(_ error: GraphError) -> Read {
        let (state, detail) = error.contentCoverage
        let standing: ContentStanding =
            switch state {
            case .denied: .denied
            case .throttled: .throttled
            case .notApplicable: .gone
            case .ok, .error: .failed
            }
        var read = Read(Extraction(status: .error, detail: detail), standing)
        if standing.isRefusal { read.again = session.now().addingTimeInterval(ContentSettings.retryAfter) }
        return read
    }

    /// A file that is not downloaded or cannot be opened may bear a label all the same: SharePoint is asked, where a label is looked for.
    private func askForLabel(_ file: ContentCandidate, _ read: inout Read) async throws {
        let isUnread = [.tooLarge, .encrypted, .limit, .error].contains(read.standing)
        guard isUnread, reading.wantsLabels, read.extraction.labels.isEmpty, ContentKind.mayBearLabel(file.name) else {
            return
        }
        do {
            read.extraction.labels = try await session.graph.labels(ofItem: file.id, in: file.driveID)
            read.knowsLabels = true
        } catch let error as GraphError {
            if error.isFatal { throw error }
            let unknown: ExtractionReason = "label unknown: \(error.coverage.detail)"
            read.reason = read.reason.map { "\($0); \(unknown)" } ?? unknown
            if error.mayPass { read.again = session.now().addingTimeInterval(ContentSettings.retryAfter) }
        }
    }
}

extension GraphError {
    /// As coverage says it, in the words that fit a file: a link that is void is no reason to list anything anew.
    fileprivate var contentCoverage: (state: CoverageState, detail: String) {
        if case .resync = self { (.error, "410") } else { coverage }
    }

    /// Whether the file's label may be told another time though the file stays the same.
    fileprivate var mayPass: Bool {
        switch self {
        case .refused(_, 423, let code, _): code.lowercased() == "filedecryptiondeferred"
        case .throttled, .failed: true
        default: false
        }
    }
}
