import Foundation
import Model
import Store

extension Protect {
    /// When something ends by itself.
    public enum End: Sendable, Hashable {
        /// As it was; what is not there yet has no end.
        case unchanged
        case never
        case on(Date)

        var date: Date? {
            if case .on(let date) = self { return date }
            return nil
        }

        func laid(over earlier: Date?) -> Date? { self == .unchanged ? earlier : date }
    }

    /// What is said of an entry. What is not said stays as it is.
    public struct Terms: Sendable, Hashable {
        public var comment: String?
        public var end: End

        public init(comment: String? = nil, end: End = .unchanged) {
            self.comment = comment
            self.end = end
        }

        /// - Parameter expires: nil says nothing.
        public init(comment: String? = nil, expires: Date?) {
            self.init(comment: comment, end: expires.map { .on($0) } ?? .unchanged)
        }
    }

    /// A secondary address and what is said of it. What is not said stays as it is.
    public struct SecondaryTerms: Sendable, Hashable {
        public var address: String
        public var end: End
        public var needsAuthentication: Bool?

        public init(address: String, end: End = .unchanged, needsAuthentication: Bool? = nil) {
            self.address = address
            self.end = end
            self.needsAuthentication = needsAuthentication
        }

        /// - Parameter expires: nil says nothing.
        public init(address: String, expires: Date?, needsAuthentication: Bool? = nil) {
            self.init(
                address: address, end: expires.map { .on($0) } ?? .unchanged, needsAuthentication: needsAuthentication)
        }

        func laid(over known: [ProtectedPerson.SecondaryEmail]) -> ProtectedPerson.SecondaryEmail {
            let key = Protection.addressKey(address)
            let earlier = known.first { Protection.addressKey($0.address) == key }
            return .init(
                address: address, expires: end.laid(over: earlier?.expires),
                needsAuthentication: needsAuthentication ?? earlier?.needsAuthentication ?? false)
        }
    }
}
