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
        var detail: String?
        var again: Date?
        /// Whether its labels are those that the file bears, be there none: it was read, or SharePoint said so.
        var knowsLabels = false
        /// Whether the detail is about what is in the file, and not about how it could not be had.
        let isOpened: Bool

        init(_ extraction: Extraction, _ standing: ContentStanding? = nil) {
            self.extraction = extraction
            self.standing = standing ?? ContentStanding(extraction.status)
            isOpened = standing == nil
            detail = extraction.status == .ok ? nil : extraction.detail ?? extraction.status.rawValue
            knowsLabels = standing == nil && [.ok, .partial].contains(extraction.status) || !extraction.labels.isEmpty
        }

        /// The ids of the labels; nil where nobody knows.
        var labelIDs: Set<String>? { knowsLabels ? Set(extraction.labels.map(\.labelID)) : nil }
    }

    func run(_ file: ContentCandidate) async throws {
        try Task.checkCancellation()
        var read = try await read(file)
        try await askForLabel(file, &read)
        var names = DocumentNames(read.extraction, scan: reading.scan)
        let matches = reading.matches(in: read.extraction, &names)
        if read.isOpened { read.detail = names.masked(read.detail) }
        read.extraction.labels = names.masked(read.extraction.labels)
        try await keep(file, read, matches)
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
            read.detail = [read.detail, "label unknown: \(error.coverage.detail)"].compactMap(\.self)
                .joined(separator: "; ")
            if error.mayPass { read.again = session.now().addingTimeInterval(ContentSettings.retryAfter) }
        }
    }

    private func keep(_ file: ContentCandidate, _ read: Read, _ matches: [FileContent.Matched]) async throws {
        let (id, run, now) = (session.id, session.run.number, session.now())
        let known = try session.store.entity(FileContent.self, of: id, owner: file.driveID, id: file.id)
        // A file in which nothing was found is no entity; one that cannot be read any more keeps its place until somebody can say.
        let isWorthKeeping = !matches.isEmpty || known != nil && !read.standing.coverage.isComplete
        guard isWorthKeeping else {
            let resolved = try await session.write { writer in
                try writer.settle(
                    file, read.standing, detail: read.detail, again: read.again, labels: read.labelIDs)
                return try writer.forget(.fileContent, owner: file.driveID, id: file.id, run: run, at: now)
            }
            await session.counts.add(resolved)
            return
        }
        let extraction = read.extraction
        var content = FileContent(
            id: file.id, driveID: file.driveID, name: file.name, status: extraction.status)
        content.detail = read.detail
        content.matches = matches
        content.labels = extraction.labels.map(FileContent.Label.init)
        content.location = try session.store.entity(Drive.self, of: id, id: file.driveID)?.location
        var reach = try FileReach(store: session.store, integration: id, drive: file.driveID, options: session.options)
        try reach.update(&content, by: file)
        let entity = try StoredEntity(content)
        try await session.write { writer in
            try writer.settle(
                file, read.standing, detail: read.detail, again: read.again, labels: read.labelIDs)
            try writer.keep(entity, round: run, run: run)
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
