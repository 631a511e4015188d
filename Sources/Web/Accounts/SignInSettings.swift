import Flows
import Foundation
import Store

/// How people sign in to the dashboard.
public struct SignInSettings: Sendable {
    public var limits = SessionLimits()
    /// What a guess at a stolen hash costs.
    public var cost = PasswordHash.Cost.standard
    /// Failed sign-ins to one account, and from one address, in a quarter of an hour before there is a wait.
    public var failuresPerAccount = 10
    public var failuresPerAddress = 30

    /// Sign-in with Microsoft; nil where it is not set up.
    public var entra: EntraSignIn?

    public init() {}
}
