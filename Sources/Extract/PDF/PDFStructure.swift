import CQPDF
import Glibc

/// The objects of a PDF, by qpdf: what stands beside the pages.
final class PDFStructure {
    enum Opening { case open, encrypted, damaged }

    private var qpdf: qpdf_data?
    private(set) var opening = Opening.open
    let objectCount: Int

    /// - Parameter bytes: must outlive this.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let qpdf = qpdf_init()
        self.qpdf = qpdf
        qpdf_silence_errors(qpdf)
        qpdf_set_suppress_warnings(qpdf, 1)
        let code = bytes.withMemoryRebound(to: CChar.self) {
            qpdf_read_memory(qpdf, "document", $0.baseAddress, UInt64(bytes.count), nil)
        }
        guard code & 2 == 0 else {
            let fault = qpdf_has_error(qpdf) != 0 ? qpdf_get_error_code(qpdf, qpdf_get_error(qpdf)) : qpdf_e_internal
            opening = fault == qpdf_e_password ? .encrypted : .damaged
            objectCount = 0
            return
        }
        let trailer = qpdf_get_trailer(qpdf)
        objectCount = Int(qpdf_oh_get_int_value(qpdf, qpdf_oh_get_key(qpdf, trailer, "/Size")))
    }

    deinit { qpdf_cleanup(&qpdf) }

    var pageCount: Int { Int(qpdf_get_num_pages(qpdf)) }
    var trailer: PDFObject { PDFObject(handle: qpdf_get_trailer(qpdf), qpdf: qpdf) }

    func object(_ number: Int) -> PDFObject {
        PDFObject(handle: qpdf_get_object_by_id(qpdf, Int32(clamping: number), 0), qpdf: qpdf)
    }

    /// Handles that are not needed any more.
    func release() { qpdf_oh_release_all(qpdf) }
}

/// One object; valid until the structure releases its handles.
struct PDFObject {
    let handle: qpdf_oh
    let qpdf: qpdf_data?

    var isDictionary: Bool { qpdf_oh_is_dictionary(qpdf, handle) != 0 }
    var isStream: Bool { qpdf_oh_is_stream(qpdf, handle) != 0 }
    var isArray: Bool { qpdf_oh_is_array(qpdf, handle) != 0 }
    var isIndirect: Bool { qpdf_oh_is_indirect(qpdf, handle) != 0 }
    /// The dictionary of a stream, or the object itself.
    var dictionary: PDFObject { isStream ? PDFObject(handle: qpdf_oh_get_dict(qpdf, handle), qpdf: qpdf) : self }

    subscript(key: String) -> PDFObject { PDFObject(handle: qpdf_oh_get_key_if_dict(qpdf, handle, key), qpdf: qpdf) }

    func isNamed(_ name: String) -> Bool { qpdf_oh_is_name_and_equals(qpdf, handle, name) != 0 }

    /// UTF-8 of a text string; nil for anything else.
    var text: String? {
        guard qpdf_oh_is_string(qpdf, handle) != 0, let text = qpdf_oh_get_utf8_value(qpdf, handle) else { return nil }
        return String(cString: text)
    }

    var items: [PDFObject] {
        guard isArray else { return [] }
        return (0..<min(qpdf_oh_get_array_n_items(qpdf, handle), 10_000)).map {
            PDFObject(handle: qpdf_oh_get_array_item(qpdf, handle, $0), qpdf: qpdf)
        }
    }

    /// The names, each with its slash.
    var keys: [String] {
        guard isDictionary else { return [] }
        var keys: [String] = []
        qpdf_oh_begin_dict_key_iter(qpdf, handle)
        while qpdf_oh_dict_more_keys(qpdf) != 0, keys.count < 10_000 {
            guard let key = qpdf_oh_dict_next_key(qpdf) else { break }
            keys.append(String(cString: key))
        }
        return keys
    }

    private func stream(_ level: qpdf_stream_decode_level_e) -> [UInt8]? {
        var data: UnsafeMutablePointer<UInt8>?
        var count = 0
        guard qpdf_oh_get_stream_data(qpdf, handle, level, nil, &data, &count) & 2 == 0, let data else { return nil }
        defer { free(data) }
        return Array(UnsafeBufferPointer(start: data, count: count))
    }

    /// The content of a stream; deflated ones, however often, are decompressed within the budget.
    func content(_ extractor: Extractor) throws -> [UInt8] {
        let filter = dictionary["/Filter"]
        let names = filter.isArray ? filter.items : [filter]
        guard let raw = stream(qpdf_dl_none) else { return [] }
        guard names.allSatisfy({ $0.isNamed("/FlateDecode") }), dictionary["/DecodeParms"].keys.isEmpty else {
            // What qpdf decodes has no limit, so that only small streams are left to it.
            let content = raw.count < 1 << 18 ? stream(qpdf_dl_generalized) ?? raw : raw
            try extractor.budget.spend(bytes: content.count)
            return content
        }
        var content = raw
        for _ in names {
            var next: [UInt8] = []
            try extractor.inflate(content[...], as: .zlib) { next.append(contentsOf: $0) }
            content = next
        }
        return content
    }
}
