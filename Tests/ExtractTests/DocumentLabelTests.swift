import Model
import Testing

struct DocumentLabelTests {
    private let id = "f595767f-e2dc-41b7-85ff-027e644c123a"
    private let other = "debca6a1-a30b-4d5c-a2d8-964c170f0866"
    private let site = "fc39b4f9-8030-4991-aac8-428130afea3c"
    private let foreign = "19115fa0-da55-4662-aedf-13ab9b36fb9d"

    private func custom(_ id: String, enabled: String = "true", site: String? = nil, prefix: String = "MSIP_Label_")
        -> String
    {
        func property(_ key: String, _ value: String) -> String {
            "<property name=\"\(prefix)\(id)_\(key)\"><vt:lpwstr>\(value)</vt:lpwstr></property>"
        }
        let all =
            property("Enabled", enabled) + property("SiteId", site ?? self.site) + property("Name", "Confidential")
        return "<Properties xmlns:vt='vt'>\(all)</Properties>"
    }

    private let namespace = "http://schemas.microsoft.com/office/2020/mipLabelMetadata"

    private func info(
        _ id: String, state: String = "enabled=\"1\" removed=\"0\"", namespace: String? = nil
    ) -> String {
        "<clbl:labelList xmlns:clbl='\(namespace ?? self.namespace)'><clbl:label id=\"{\(id)}\" siteId=\"{\(site)}\" \(state) contentBits=\"2\"/></clbl:labelList>"
    }

    private func labels(custom: String? = nil, info: String? = nil) -> [String] {
        var package = Reading.word("<w:p/>")
        if let custom { package = package.adding("docProps/custom.xml", custom) }
        if let info { package = package.adding("docMetadata/LabelInfo.xml", info) }
        return Reading(package.bytes).result.labels.map(\.labelID)
    }

    @Test func `is read from custom properties`() throws {
        let package = Reading.word("").adding("docProps/custom.xml", custom(id))
        let label = try #require(Reading(package.bytes).result.labels.first)
        #expect(label.labelID == id && label.siteID == site && label.name == "Confidential")
        #expect(label.carrier == .customProperties)
    }

    @Test func `is read from LabelInfo, whatever the case and the braces`() {
        #expect(labels(info: info(id.uppercased())) == [id])
    }

    @Test func `is none in elements of another namespace, whatever their names are`() {
        #expect(labels(info: info(id, namespace: "http://schemas.microsoft.com/office/2020/otherMetadata")) == [])
        let attributes = "id='{\(id)}' siteId='{\(site)}' enabled='1' removed='0'"
        #expect(labels(info: "<labelList><label \(attributes)/></labelList>") == [])
        #expect(labels(info: "<labelList xmlns='\(namespace)'><label \(attributes)/></labelList>") == [id])
        let mixed = "<labelList xmlns='\(namespace)' xmlns:o='o'><o:label \(attributes)/></labelList>"
        #expect(labels(info: mixed) == [])
    }

    @Test func `is found by its relationship under another path`() {
        let rels =
            #"<R><Relationship Type="http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels" Target="/meta/l.xml"/></R>"#
        let package = Reading.word("").adding("_rels/.rels", rels).adding("meta/l.xml", info(id))
        #expect(Reading(package.bytes).result.labels.map(\.labelID) == [id])
    }

    @Test func `is none when it is not enabled or was removed`() {
        #expect(labels(custom: custom(id, enabled: "false")) == [])
        #expect(labels(info: info(id, state: "enabled=\"0\"")) == [])
        #expect(labels(info: info(id, state: "enabled=\"1\" removed=\"1\"")) == [])
    }

    @Test func `is that of LabelInfo where both speak for a tenant`() {
        #expect(labels(custom: custom(other), info: info(id)) == [id])
        #expect(labels(custom: custom(other), info: info(id, state: "enabled=\"1\" removed=\"true\"")) == [])
    }

    @Test func `may be one for each tenant`() {
        #expect(Set(labels(custom: custom(other, site: foreign), info: info(id))) == [id, other])
    }

    @Test func `is none for look-alike names`() {
        #expect(labels(custom: custom(id, prefix: "XMSIP_Label_")) == [])
        #expect(labels(custom: custom("not-a-guid")) == [])
    }

    @Test func `is read in clear beside an encrypted package`() {
        let file = CompoundWriter().adding("EncryptedPackage", "secret").adding(
            "\u{6}DataSpaces/TransformInfo/LabelInfo", info(id)
        ).adding("\u{6}DataSpaces/DataSpaceMap", "x").bytes()
        let reading = Reading(file, named: "a.docx")
        #expect(reading.status == .encrypted)
        #expect(reading.result.labels.map(\.labelID) == [id])
        #expect(reading.result.labels.map(\.carrier) == [.dataSpaces])
    }

    @Test func `is read from a message's header, encoded words and folds included`() {
        let mail = """
            From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMSIP_Labels: MSIP_Label_\(id)_Enabled=true;\r
             =?utf-8?q?MSIP=5FLabel=5F\(id)=5FSiteId=3D\(site)=3B?=\r\n\r\nhello
            """
        let reading = Reading(Array(mail.utf8))
        #expect(reading.result.labels.map(\.siteID) == [site])
        #expect(reading.result.labels.map(\.carrier) == [.mailHeader])
    }

    @Test func `is read from a header with blanks around every sign`() {
        let value = "MSIP_Label_\(id)_Enabled = true ; MSIP_Label_\(id)_SiteId = \(site) ; x = y"
        let reading = Reading(Array("From: a@b.example\nTo: c@d.example\nSubject: x\nmsip_labels: \(value)\n\nx".utf8))
        #expect(reading.result.labels.map(\.siteID) == [site])
    }

    @Test func `is read from OpenDocument metadata and RTF properties`() {
        let meta =
            "<m xmlns:meta='m'><meta:user-defined meta:name=\"MSIP_Label_\(id)_Enabled\">true</meta:user-defined></m>"
        let package = ZipWriter().adding("META-INF/manifest.xml", "<m/>").adding("content.xml", "<c/>").adding(
            "meta.xml", meta)
        #expect(Reading(package.bytes).result.labels.map(\.labelID) == [id])
        let rtf = #"{\rtf1{\*\userprops{\propname MSIP_Label_\#(id)_Enabled}\proptype30{\staticval true}}text}"#
        let reading = Reading(Array(rtf.utf8))
        #expect(reading.result.labels.map(\.labelID) == [id])
        #expect(reading.text == "text")
    }

    @Test func `is read from the user-defined properties of an old document`() {
        let name = Array("MSIP_Label_\(id)_Enabled\0".utf8)
        let value = Array("true\0".utf8)
        let dictionary = u32(1) + u32(2) + u32(name.count) + name
        let text = u32(0x1E) + u32(value.count) + value
        let section = u32(0) + u32(2) + u32(0) + u32(24) + u32(2) + u32(24 + dictionary.count) + dictionary + text
        let stream =
            u16(0xFFFE) + u16(0) + [UInt8](repeating: 0, count: 20) + u32(1) + [UInt8](repeating: 0, count: 16)
            + u32(48) + section
        let file = CompoundWriter().adding("\u{5}DocumentSummaryInformation", stream).bytes()
        let labels = Reading(file).result.labels
        #expect(labels.map(\.labelID) == [id])
        #expect(labels.map(\.carrier) == [.propertySet])
    }

    @Test func `is read from custom properties under any name, and from targets that begin with a dot`() {
        let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
        let rels = #"<R><Relationship Type="\#(type)" Target="./meta/own.xml"/></R>"#
        let package = Reading.word("").adding("_rels/.rels", rels).adding("meta/own.xml", custom(id))
        #expect(Reading(package.bytes).result.labels.map(\.labelID) == [id])
        let sites = "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels"
        let infos = #"<R><Relationship Type="\#(sites)" Target="./meta/l.xml"/></R>"#
        let other = Reading.word("").adding("_rels/.rels", infos).adding("meta/l.xml", info(id))
        #expect(Reading(other.bytes).result.labels.map(\.labelID) == [id])
    }

    @Test func `is read from a property of a message in eight bits`() {
        let message = CompoundWriter().adding("__properties_version1.0", [UInt8](repeating: 0, count: 32))
            .adding("__substg1.0_8001001E", "MSIP_Label_\(id)_Enabled=true;MSIP_Label_\(id)_SiteId=\(site);")
        #expect(Reading(message.bytes()).result.labels.map(\.labelID) == [id])
    }

    @Test func `names the document inside that carries it`() {
        let inner = Reading.word("").adding("docProps/custom.xml", custom(id)).bytes
        #expect(Reading(ZipWriter().adding("in/a.docx", inner).bytes).result.labels.map(\.part) == ["in/a.docx"])
    }
}
