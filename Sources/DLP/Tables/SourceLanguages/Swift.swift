extension SourceLanguage {
    static let swift = SourceLanguage(
        "source_swift", "Swift",
        own: [
            "import Foundation", "import SwiftUI", "import Testing", "guard let ", "if let ", "public struct ",
            "private let ", "private func ", "init(", "@Test", "some View", "??", "mutating func", "guard ",
            "fileprivate ", "\nextension ", "switch self", "@inlinable", "static func ", "public static ",
            "[UInt8]", "Sendable", " in\n", "-> Bool", "-> Int", "-> String", "= try ", "public func ",
            "#expect(", ": String", "Self.", "UnsafePointer",
        ],
        shared: [
            "func ", "let ", "struct ", "extension ", " -> ", "nil", "self.", "enum ", "case .", "protocol ", "public ",
            "throws", "private ", "var ",
        ],
        example: #"""
            import Foundation

            /// An order of a shop.
            public struct Order: Hashable, Sendable {
                public let name: String
                public var price: Double?

                public init(name: String, price: Double? = nil) {
                    self.name = name
                    self.price = price
                }
            }

            extension Order {
                /// The price with tax.
                func total(tax: Double) throws -> Double {
                    guard let price else { throw Missing.price }
                    return price * (1 + tax)
                }
            }

            private enum Missing: Error {
                case price
            }

            func report(_ orders: [Order]) -> String {
                let totals = orders.compactMap { try? $0.total(tax: 0.2) }
                if let most = totals.max() {
                    return "most: \(most)"
                }
                return orders.first?.name ?? "none"
            }
            """#)
}
