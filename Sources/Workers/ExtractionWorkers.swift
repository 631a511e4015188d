import Dispatch
import Glibc
import Model

/// Workers that read documents, behind walls, a few at once. What one document does to its worker costs that document alone.
public actor ExtractionWorkers {
    /// A worker that has read so many is replaced.
    private static let mostJobs = 20

    private let executable: String
    /// Nil until the first document, where nobody chose one.
    private var sandbox: Sandbox?
    private var detection: Task<Sandbox, Never>?
    private var free: Int
    private var idle: [WorkerProcess] = []
    private var waiting: [CheckedContinuation<Void, Never>] = []
    /// What the last worker said stands around it; nil before the first one.
    private var walls: String?

    /// - Parameters:
    ///   - executable: the path of `reeve-extract`.
    ///   - size: how many read at once; at least one does.
    ///   - sandbox: nil for the strongest one that works here.
    public init(executable: String, size: Int, sandbox: Sandbox?) {
        self.executable = executable
        self.sandbox = sandbox
        free = max(1, size)
    }

    /// The worker that was installed beside the running command; nil where there is none.
    public static func installedExecutable() -> String? {
        var target = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &target, target.count)
        guard count > 0 else { return nil }
        let path = String(decoding: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let worker = path[..<slash] + "/reeve-extract"
        return access(String(worker), X_OK) == 0 ? String(worker) : nil
    }

    /// Which walls stand, for the coverage report; nil until a document has been read.
    public var note: String? { walls.map { [sandbox?.note, $0].compactMap(\.self).joined(separator: "; ") } }

    /// Whether documents were read without namespaces.
    public var isWithoutNamespaces: Bool { walls != nil && sandbox == .ownWalls }

    /// Reads a document. Never throws: whatever happens is a status.
    public func extract(
        _ bytes: [UInt8], named name: String, limits: ExtractionLimits = ExtractionLimits()
    ) async -> Extraction {
        guard bytes.count <= limits.input else {
            return Extraction(status: .limit, detail: "larger than \(limits.input >> 20) MB")
        }
        await acquire()
        defer { release() }
        // A worker may have been harmed by an earlier document: only a new one's end is this document's doing.
        while true {
            if let extraction = await read(bytes, named: name, limits: limits, by: idle.popLast()) { return extraction }
        }
    }

    /// - Returns: nil where a worker ended that had read other documents before.
    private func read(
        _ bytes: [UInt8], named name: String, limits: ExtractionLimits, by used: WorkerProcess?
    ) async -> Extraction? {
        let (executable, sandbox) = (executable, await chosenSandbox())
        let answer = await onThread { () -> (WorkerProcess, Result<Extraction, any Error>)? in
            guard var worker = used ?? WorkerProcess(executable: executable, sandbox: sandbox) else { return nil }
            let result = Result { try worker.read(bytes, named: name, limits: limits) }
            return (worker, result)
        }
        guard let (worker, result) = answer else {
            return Extraction(status: .error, detail: "the extraction worker \(executable) does not start")
        }
        walls = worker.walls
        do {
            let extraction = try result.get()
            // Limits and faults leave nothing behind that is known, but nobody has to rely on it.
            if worker.jobCount < Self.mostJobs, extraction.status != .limit, extraction.status != .error {
                idle.append(worker)
            } else {
                await retire(worker)
            }
            return extraction
        } catch {
            await retire(worker)
            var extraction = worker.gathered
            if case WorkerProcess.Fault.late = error {
                extraction.status = .limit
                extraction.reason = "reading it took more than \(ExtractionLimits.words(milliseconds: limits.wallTime))"
                return extraction
            }
            extraction.reason = "reading it ended the worker"
            return worker.jobCount == 1 ? extraction : nil
        }
    }

    private func chosenSandbox() async -> Sandbox {
        if let sandbox { return sandbox }
        let trial = detection ?? Task { await onThread { Sandbox.detect() } }
        detection = trial
        let found = await trial.value
        sandbox = found
        return found
    }

    private func retire(_ worker: WorkerProcess) async {
        await onThread { worker.end() }
    }

    /// Ends the idle workers; those that read go on.
    public func stop() async {
        let workers = idle
        idle = []
        for worker in workers { await retire(worker) }
    }

    private func acquire() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func release() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }

    /// Reading from a worker blocks, so it does not belong on the threads that run tasks.
    private func onThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: body()) }
        }
    }
}
