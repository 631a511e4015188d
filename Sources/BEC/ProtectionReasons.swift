/// Why each person is protected: few different lists of reasons, so each is kept once.
struct ProtectionReasons: Sendable {
    private var lists: [[String]] = []
    private var places: [[String]: UInt32] = [:]
    private var ofPerson: [UInt32] = []

    mutating func append(_ reasons: [String]) {
        let place = places[reasons] ?? UInt32(lists.count)
        if place == lists.count {
            lists.append(reasons)
            places[reasons] = place
        }
        ofPerson.append(place)
    }

    func reasons(of person: Int32) -> [String] { lists[Int(ofPerson[Int(person)])] }
}
