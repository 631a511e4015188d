import Foundation
import NIOCore

/// Why the system refused something, as it says so itself: `address already in use`.
func systemWords(_ error: any Error) -> String {
    switch error {
    case let error as IOError: String(cString: strerror(error.errnoCode)).lowercased()
    case SocketAddressError.unknown, SocketAddressError.unsupported: "there is no such host"
    case let error as any CustomStringConvertible & Error: error.description
    default: "\(error)"
    }
}
