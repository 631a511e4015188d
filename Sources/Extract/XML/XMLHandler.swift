/// What is done with the elements of an XML part. Names are local, without their prefix.
protocol XMLHandler: AnyObject {
    func start(_ name: String, _ attributes: XMLAttributes)
    func end(_ name: String)
    /// A piece of character data, in UTF-8; a text may come in several.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}
