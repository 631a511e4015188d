import Hummingbird
import Model

/// `content` of the answer that shows an entry, as it comes back from a program that read the entry, changed something and sends it whole.
struct EntrySentBack: Decodable, Sendable {
    struct Table: Decodable, Sendable {
        var primary: String?
        var columns: [String]?
        var supporting: Int?
    }
    var expression: String?
    var words: [String]?
    var table: Table?
    var documents: [String]?
    var percent: Int?
    var caseCounts: Bool?
    var exclusionWords: [String]?
    var raising: [String]?
    var lowering: [String]?

    /// Of tables and documents only hashes are kept, so that their names alone cannot change.
    /// - Throws: `Problem` 422.
    func checkNames(against known: CustomEntry.Means) throws {
        switch known {
        case .dataset(let kept, _):
            let others = kept.filter { !$0.isPrimary }.map(\.name)
            let primary = kept.first(where: \.isPrimary)?.name
            guard let table, table.primary ?? primary != primary || table.columns ?? others != others else { return }
            throw Problem(.unprocessableContent, "content.table: columns change with the csv of table alone.")
        case .fingerprint(let kept, _):
            guard let documents, documents != kept else { return }
            throw Problem(.unprocessableContent, "content.documents: documents change with their text alone.")
        default: return
        }
    }
}
