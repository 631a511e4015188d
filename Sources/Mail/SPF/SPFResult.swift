/// The results of RFC 7208 §2.6, in its words.
public enum SPFResult: String, Hashable, Sendable, CaseIterable {
    case none, neutral, pass, fail
    case softFail = "softfail"
    case tempError = "temperror"
    case permError = "permerror"
}
