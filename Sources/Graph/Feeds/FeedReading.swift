import JSONPull

extension Record {
    /// A record of a list or of a delta round, where `@removed` marks what is gone.
    init(_ subject: consuming Subject, id: String, isRemoved: Bool = false) {
        if id.isEmpty {
            self = .skip
        } else {
            self = isRemoved ? .forget(id: id) : .keep(subject, id: id)
        }
    }
}

extension JSONReader {
    /// Passes a value and tells whether it was an object: Graph marks many things by an object that may be empty.
    mutating func isObject() throws(JSONError) -> Bool {
        try optionalObject { (_, _) throws(JSONError) in }
    }

    /// Passes a value and tells whether it was an object with something in it.
    mutating func isFilledObject() throws(JSONError) -> Bool {
        var isFilled = false
        try optionalObject { (_, _) throws(JSONError) in isFilled = true }
        return isFilled
    }
}
