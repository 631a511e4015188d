import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// A file that pages load: part of the program, so that it fits the pages.
struct Asset: Sendable {
    let name: String
    let type: String
    let text: String

    static let all = [
        Asset(name: "reeve.css", type: "text/css; charset=utf-8", text: stylesheet),
        Asset(name: "reeve.js", type: "text/javascript; charset=utf-8", text: script),
    ]

    /// Changes with the files: a browser may keep them for as long as it likes.
    static let version: String = {
        var hash = SHA256()
        for asset in all { hash.update(data: Data(asset.text.utf8)) }
        return hash.finalize().prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }()
}

extension WebServer {
    var assetRoutes: [Route] {
        Asset.all.map { asset in
            .plain(.get, "/assets/{version}/\(asset.name)") { _, _ in
                Response.text(
                    asset.text, type: asset.type,
                    headers: [.cacheControl: "public, max-age=31536000, immutable"])
            }
        }
    }
}
