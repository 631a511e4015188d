import Foundation

/// A small PDF whose page draws a form ten times, which draws another ten times, and so on: its pages are never finished.
enum SlowPDF {
    static var bytes: Data {
        let head = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>>>", form(""),
        ]
        for number in 6..<26 { objects.append(form(head + "/Resources<</XObject<</X \(number) 0 R>>>>")) }
        objects.append("<<\(head)/Length 1>>stream\n \nendstream")
        var file = "%PDF-1.4\n"
        var table = ""
        for (number, object) in objects.enumerated() {
            table += String(repeating: "0", count: 10 - "\(file.utf8.count)".count) + "\(file.utf8.count) 00000 n \n"
            file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let count = objects.count + 1
        let end = "trailer<</Size \(count)/Root 1 0 R>>\nstartxref\n\(file.utf8.count)\n%%EOF"
        return Data("\(file)xref\n0 \(count)\n0000000000 65535 f \n\(table)\(end)".utf8)
    }

    private static func form(_ head: String) -> String {
        let content = String(repeating: "/X Do ", count: 10)
        return "<<\(head)/Length \(content.count)>>stream\n\(content)\nendstream"
    }
}
