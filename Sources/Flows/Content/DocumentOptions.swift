import Foundation
import Model

/// The section `documents` of the settings: how documents are read.
public struct DocumentOptions: Codable, Hashable, Sendable {
    /// Whether tesseract reads the text in images and in pages that are images: seconds a page.
    public var readImages = false
    /// Documents that are read at once, each by a process of up to 512 MB.
    public var workers = ProcessInfo.processInfo.activeProcessorCount
    public var limits = DocumentLimits()

    public init() {}

    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        readImages = try box.decodeIfPresent(Bool.self, forKey: .readImages) ?? readImages
        workers = try box.decodeIfPresent(Int.self, forKey: .workers) ?? workers
        limits = try box.decodeIfPresent(DocumentLimits.self, forKey: .limits) ?? limits
    }

    public enum CodingKeys: String, CodingKey, CaseIterable, Sendable { case readImages, workers, limits }

    public var extraction: ExtractionLimits { limits.extraction(readsImages: readImages) }
}
