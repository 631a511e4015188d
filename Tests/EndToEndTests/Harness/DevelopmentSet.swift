import Foundation

/// The labelled documents and the program that scores findings in them, where they lie beside the checkout.
enum DevelopmentSet {
    static let folder = Requirements.checkout.deletingLastPathComponent().appending(path: "shared/data/dlp-dev")

    struct Scores {
        /// The columns of the line of all files.
        let files: [String]
        let textF1: Double
    }

    static func scores(files: Answer, texts: Answer, in reeve: Reeve) async throws -> Scores {
        let lines = try files.objects().flatMap(ofFile) + texts.objects().filter { $0["detector"] != nil }
        let written = try lines.map {
            String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) + "\n"
        }
        let findings = try reeve.write(written.joined(), to: "findings.jsonl")
        let program = folder.appending(path: "evaluate.py").path
        let run = try Running(
            Requirements.python ?? "", [program, findings], environment: ["PATH": "/usr/bin:/bin"], folder: reeve.folder
        )
        let said = try await run.answer().lines.map { $0.split(separator: " ").map(String.init) }
        let f1 = said.first { $0.first == "MICRO" }?.last.flatMap { Double($0) }
        return Scores(files: Array(said.first { $0.first == "ALL" }?.dropFirst() ?? []), textF1: f1 ?? 0)
    }

    /// What is told of a file by its name in the set, a line each for its status and labels, values without offsets.
    private static func ofFile(_ line: [String: Any]) -> [[String: Any]] {
        var line = line
        line["doc"] = "files/" + (((line["doc"] as? String) ?? "") as NSString).lastPathComponent
        guard line["status"] == nil else {
            let labels = (line["labels"] as? [[String: String]]) ?? []
            let status: [String: Any] = ["doc": line["doc"] ?? "", "status": line["status"] ?? ""]
            return [status] + labels.map { ["doc": line["doc"] ?? "", "label": $0] }
        }
        line["start"] = nil
        line["end"] = nil
        return [line]
    }
}
