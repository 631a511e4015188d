/// A sensitivity label in force on a document, as the file itself says.
public struct DocumentLabel: Hashable, Sendable {
    /// Where in the file it stands.
    public enum Carrier: String, CaseIterable, Sendable {
        case labelInfo = "labelinfo"
        case customProperties = "custom_properties"
        /// In clear beside the encrypted package (MS-OFFCRYPTO 2.6.2).
        case dataSpaces = "data_spaces"
        case pdfInfo = "pdf_info"
        case xmp
        case mailHeader = "email_header"
        case propertySet = "property_set"
        case openDocument = "odf_meta"
        case rtfProperties = "rtf_properties"
        /// Not in the file as far as it could be read: SharePoint says so.
        case sharePoint = "sharepoint"
    }

    /// A GUID in lower case, without braces.
    public var labelID: String
    /// The tenant whose label it is: a GUID likewise; empty where the file does not say.
    public var siteID: String
    /// Never from `LabelInfo.xml`, which has no names.
    public var name: String?
    /// `Privileged` is by hand, `Standard` by default or rule.
    public var method: String?
    /// 1 header, 2 footer, 4 watermark, 8 encryption.
    public var contentBits: Int?
    public var carrier: Carrier
    /// The document inside of the file that carries it, empty for the file itself.
    public var part: String

    public init(
        labelID: String, siteID: String, name: String? = nil, method: String? = nil, contentBits: Int? = nil,
        carrier: Carrier, part: String = ""
    ) {
        self.labelID = labelID
        self.siteID = siteID
        self.name = name
        self.method = method
        self.contentBits = contentBits
        self.carrier = carrier
        self.part = part
    }
}

extension DocumentLabel {
    /// Whether it is one of another organization than a tenant's. One that does not say whose it is is nobody's.
    public func isForeign(to tenant: String) -> Bool { Self.isForeign(site: siteID, to: tenant) }

    static func isForeign(site: String, to tenant: String) -> Bool {
        !site.isEmpty && site.lowercased() != tenant.lowercased()
    }
}
