import HTTPTypes
import JSONPull
import Model

/// Why a successful answer is no page.
enum PageProblem: Error {
    /// It ends too early: worth asking again.
    case cutShort(GraphError)
    case final(GraphError)

    var error: GraphError {
        switch self {
        case .cutShort(let error), .final(let error): error
        }
    }

    init(_ error: JSONError, path: String) {
        let malformed = GraphError.malformed(path: path, what: error.problem.words(error.offset))
        self = error.problem == .unexpectedEnd ? .cutShort(malformed) : .final(malformed)
    }
}

extension GraphClient {
    /// Decodes a page and judges its links.
    func changes<Owner, Subject>(
        _ feed: Feed<Owner, Subject>, for owner: Owner, in body: [UInt8], of request: GraphRequest
    ) throws(PageProblem) -> Changes<Subject> {
        let page: DecodedPage<Subject>
        do throws(JSONError) {
            page = try JSONReader.read(body) { (reader) throws(JSONError) in try feed.decode(&reader, owner) }
        } catch {
            throw PageProblem(error, path: request.path)
        }
        if page.hasError { throw .final(.malformed(path: request.path, what: "an error inside a 200")) }
        if let missing = page.missing { throw .final(.malformed(path: request.path, what: "no \(missing)")) }
        if page.skipped > 0 { counter.add { $0.skippedRecords += page.skipped } }
        do { return try changes(page, of: request) } catch { throw .final(error) }
    }

    private func changes<Subject>(_ page: DecodedPage<Subject>, of request: GraphRequest) throws(GraphError) -> Changes<
        Subject
    > {
        guard let link = page.nextLink ?? page.deltaLink else {
            return Changes(kept: page.kept, forgotten: page.forgotten, cursor: nil, isLast: true)
        }
        let target = try GraphRequest.target(of: link, origin)
        if page.nextLink != nil, target == request.target { throw .endless(path: request.path) }
        return Changes(kept: page.kept, forgotten: page.forgotten, cursor: link, isLast: page.nextLink == nil)
    }
}

extension JSONError.Problem {
    fileprivate func words(_ offset: Int) -> String {
        switch self {
        case .unexpectedEnd: "it ends too early (byte \(offset))"
        case .tooDeep: "it is nested too deep"
        default: "no JSON (\(rawValue), byte \(offset))"
        }
    }
}
