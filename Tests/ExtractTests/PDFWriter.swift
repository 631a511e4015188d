/// Writes PDF documents of one page for tests: objects 1 to 4 are catalogue, pages, page and content.
struct PDFWriter {
    private var objects: [(number: Int, generation: Int, body: [UInt8])] = []
    /// What stands in the catalogue, in the page and in its resources beside the usual.
    var catalogue = ""
    var page = ""
    var content = ""
    /// What the trailer says instead of the number of objects.
    var size: Int?

    init(_ content: String = "", catalogue: String = "", page: String = "", size: Int? = nil) {
        self.content = content
        self.catalogue = catalogue
        self.page = page
        self.size = size
    }

    func adding(_ body: String, generation: Int = 0) -> PDFWriter { adding(Array(body.utf8), generation: generation) }

    func adding(_ dictionary: String, stream: [UInt8]) -> PDFWriter {
        adding(
            Array("<<\(dictionary)/Length \(stream.count)>>stream\n".utf8) + stream + Array("\nendstream".utf8),
            generation: 0)
    }

    private func adding(_ body: [UInt8], generation: Int) -> PDFWriter {
        var next = self
        next.objects.append((objects.count + 5, generation, body))
        return next
    }

    var bytes: [UInt8] {
        var out = Array("%PDF-1.7\n".utf8)
        let stream = "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream"
        let usual = [
            "<</Type/Catalog/Pages 2 0 R\(catalogue)>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R\(page)>>", stream,
        ]
        let all =
            usual.enumerated().map { (number: $0.offset + 1, generation: 0, body: Array($0.element.utf8)) } + objects
        var table = "0000000000 65535 f \n"
        for object in all {
            let digits = String(out.count)
            let generation = String(object.generation)
            table +=
                String(repeating: "0", count: 10 - digits.count) + digits + " "
                + String(repeating: "0", count: 5 - generation.count) + generation + " n \n"
            out += Array("\(object.number) \(object.generation) obj\n".utf8) + object.body + Array("\nendobj\n".utf8)
        }
        let start = out.count
        let trailer = "trailer<</Root 1 0 R/Size \(size ?? all.count + 1)>>\nstartxref\n\(start)\n%%EOF\n"
        return out + Array("xref\n0 \(all.count + 1)\n\(table)\(trailer)".utf8)
    }
}
