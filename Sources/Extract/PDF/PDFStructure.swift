import CQPDF
import Glibc
import Model

/// The objects of a PDF, by qpdf: what stands beside the pages.
final class PDFStructure {
    enum Opening { case open, encrypted, damaged }

    struct ID: Hashable {
        var number: Int
        var generation = 0
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var qpdf: qpdf_data?
    private(set) var opening = Opening.open
    let objectCount: Int

    /// - Parameter bytes: must outlive this.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
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

    deinit {
        // An error that nobody has asked for is printed.
        if qpdf_has_error(qpdf) != 0 { _ = qpdf_get_error(qpdf) }
        qpdf_cleanup(&qpdf)
    }

    var pageCount: Int { Int(qpdf_get_num_pages(qpdf)) }
    var trailer: PDFObject { PDFObject(handle: qpdf_get_trailer(qpdf), qpdf: qpdf) }

    var root: PDFObject { PDFObject(handle: qpdf_get_root(qpdf), qpdf: qpdf) }

    func object(_ id: ID) -> PDFObject {
        let (number, generation) = (Int32(clamping: id.number), Int32(clamping: id.generation))
        return PDFObject(handle: qpdf_get_object_by_id(qpdf, number, generation), qpdf: qpdf)
    }

    /// - Parameter number: from 0 on.
    func page(_ number: Int) -> PDFObject { PDFObject(handle: qpdf_get_page_n(qpdf, number), qpdf: qpdf) }

    /// Objects that counting to the number of objects does not meet: those of later generations, and those beyond a number
    /// that is too low; by their beginnings in the file.
    func otherObjects(atMost most: Int) -> [ID] {
        var found = Set<ID>()
        var place = 6
        while place + 3 <= bytes.count, found.count < most {
            guard bytes[place] == 0x6F, bytes[place + 1] == 0x62, bytes[place + 2] == 0x6A, bytes[place - 1] <= 0x20
            else {
                place += 1
                continue
            }
            var end = place - 1
            if let generation = number(before: &end), let number = number(before: &end), number > 0,
                generation > 0 || number >= objectCount
            {
                found.insert(ID(number: number, generation: generation))
            }
            place += 3
        }
        return found.sorted { ($0.number, $0.generation) < ($1.number, $1.generation) }
    }

    /// Of at most nine digits, blanks behind it.
    private func number(before end: inout Int) -> Int? {
        while end >= 0, bytes[end] <= 0x20 { end -= 1 }
        var (value, scale, count) = (0, 1, 0)
        while end >= 0, (0x30...0x39).contains(bytes[end]), count < 9 {
            value += Int(bytes[end] - 0x30) * scale
            scale *= 10
            count += 1
            end -= 1
        }
        return count > 0 ? value : nil
    }

    /// Whether layers are kept from being seen, at least in some views.
    var hidesLayers: Bool {
        let properties = root["/OCProperties"]
        let configuration = properties["/D"]
        return !configuration["/OFF"].items.isEmpty || configuration["/BaseState"].isNamed("/OFF")
            || !configuration["/AS"].items.isEmpty
    }

    /// The document with all layers to be seen; nil where it cannot be written.
    func showingLayers() -> [UInt8]? {
        qpdf_oh_remove_key(qpdf, qpdf_get_root(qpdf), "/OCProperties")
        guard qpdf_init_write_memory(qpdf) & 2 == 0 else { return nil }
        // The id of a copy that nobody keeps.
        qpdf_set_static_ID(qpdf, 1)
        qpdf_set_preserve_encryption(qpdf, 0)
        qpdf_set_stream_data_mode(qpdf, qpdf_s_preserve)
        guard qpdf_write(qpdf) & 2 == 0, let buffer = qpdf_get_buffer(qpdf) else { return nil }
        return Array(UnsafeBufferPointer(start: buffer, count: qpdf_get_buffer_length(qpdf)))
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

    /// The content of a stream behind its filters, within the budget.
    ///
    /// - Parameter most: bytes; a longer one is a limit.
    func content(_ extractor: Extractor, atMost most: Int = .max) throws -> [UInt8] {
        var data: UnsafeMutablePointer<UInt8>?
        var count = 0
        guard qpdf_oh_get_stream_data(qpdf, handle, qpdf_dl_none, nil, &data, &count) & 2 == 0 else {
            throw Halt.damaged("a stream cannot be read")
        }
        guard let data else { return [] }
        defer { free(data) }
        let raw = Array(UnsafeBufferPointer(start: data, count: count))
        let names = dictionary["/Filter"].orItems.compactMap(\.name)
        if names.isEmpty { try extractor.budget.spend(bytes: raw.count) }
        return try PDFFilters(extractor: extractor, most: most)
            .decode(raw, names: names, parameters: dictionary["/DecodeParms"].orItems)
    }

    /// The items of an array, or the object alone.
    private var orItems: [PDFObject] { isArray ? items : [self] }

    var number: Double? {
        qpdf_oh_is_number(qpdf, handle) != 0 ? qpdf_oh_get_numeric_value(qpdf, handle) : nil
    }

    /// Without its slash.
    var name: String? {
        guard qpdf_oh_is_name(qpdf, handle) != 0, let name = qpdf_oh_get_name(qpdf, handle) else { return nil }
        return String(String(cString: name).dropFirst())
    }

    /// Number and generation of an indirect object.
    var id: PDFStructure.ID {
        PDFStructure.ID(
            number: Int(qpdf_oh_get_object_id(qpdf, handle)), generation: Int(qpdf_oh_get_generation(qpdf, handle)))
    }

    /// Of a page, or of the nodes above it.
    func inherited(_ key: String) -> PDFObject {
        var node = self
        for _ in 0..<32 {
            let value = node[key]
            if value.isDictionary || value.isArray { return value }
            node = node["/Parent"]
        }
        return node
    }
}
