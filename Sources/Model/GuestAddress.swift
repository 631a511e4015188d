/// When two addresses of people from outside are those of one.
public enum GuestAddress {
    /// What the addresses of one guest have in common: letters in lower case, and `_` for `@`. The name that a guest signs in by
    /// (`gus_partner.example#ext#@...`) has no other, so that an address read out of it may have its `@` elsewhere than the guest's own.
    public static func key(_ address: String) -> String { address.lowercased().replacing("@", with: "_") }

    /// Each guest once, sorted. Of two with their `@` in different places the one with the earlier was told: out of a name the last `_` is
    /// taken for it.
    public static func distinct(_ addresses: [String]) -> [String] {
        Dictionary(addresses.map { (key($0), $0) }) { one, other in
            let (name, otherName) = (one.prefix { $0 != "@" }, other.prefix { $0 != "@" })
            return (name.count, one) <= (otherName.count, other) ? one : other
        }.values.sorted()
    }
}
