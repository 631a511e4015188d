/// The number formats of a workbook by cell style.
final class CellFormats: XMLHandler {
    private var codes: [Int: NumberFormat] = [:]
    private var styles: [NumberFormat?] = []
    private var isInCellStyles = false

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
                return
            }
            define(id, code)
        case "cellXfs": isInCellStyles = true
        case "xf": if isInCellStyles { addStyle(format: attributes["numFmtId"].flatMap { Int($0) } ?? 0) }
        default: break
        }
    }

    func end(_ name: String) {
        if name == "cellXfs" { isInCellStyles = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    func define(_ id: Int, _ code: String) {
        guard codes.count < 10_000 else { return }
        codes[id] = NumberFormat(code)
    }

    func addStyle(format id: Int) {
        guard styles.count < 100_000 else { return }
        styles.append(codes[id] ?? NumberFormat.builtIn(id))
    }

    /// - Parameter number: as the file has it: `4.11E+15`.
    func text(of number: String, style: Int) -> String {
        guard let value = Double(number) else { return number }
        return text(of: value, style: style) ?? number
    }

    /// - Parameter id: of a number format, where no style names it.
    func text(of number: String, format id: Int) -> String {
        guard let value = Double(number), value.isFinite else { return number }
        let format = codes[id] ?? NumberFormat.builtIn(id)
        return format?.text(of: value) ?? NumberFormat.plain(value)
    }

    func text(of value: Double, style: Int) -> String? {
        guard value.isFinite else { return nil }
        let format = styles.indices.contains(style) ? styles[style] : nil
        return format?.text(of: value) ?? NumberFormat.plain(value)
    }
}
