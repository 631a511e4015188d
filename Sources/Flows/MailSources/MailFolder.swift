import Foundation
import Glibc

/// A folder of messages: a Maildir (`cur` and `new`), or one with `.eml` files and further folders.
enum MailFolder {
    /// What is to be read in it, in the order of the names; paths begin with the folder's as given.
    static func contents(_ path: String) throws(MailTrouble) -> [String] {
        let base = path.hasSuffix("/") ? String(path.dropLast()) : path
        let boxes = ["cur", "new"].map { "\(base)/\($0)" }.filter(isFolder)
        guard boxes.isEmpty else {
            var messages: [String] = []
            for box in boxes { messages += try names(in: box).map { "\(box)/\($0)" }.filter { !isFolder($0) } }
            // Maildir++ keeps further folders beside, their names beginning with a dot.
            return messages + (try names(in: base, hidden: true).map { "\(base)/\($0)" }.filter(isMaildir))
        }
        return try names(in: base).map { "\(base)/\($0)" }.filter { isFolder($0) || isMessage($0) }
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// What tells a folder from others under another name, so that links in a circle come to an end.
    static func identity(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

    private static func isMaildir(_ path: String) -> Bool { isFolder("\(path)/cur") || isFolder("\(path)/new") }

    /// Pipes and devices that lie in a folder are passed over: opening one waits for whoever writes it.
    private static func isMessage(_ path: String) -> Bool {
        guard path.lowercased().hasSuffix(".eml") else { return false }
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let type = try? FileManager.default.attributesOfItem(atPath: target)[.type] as? FileAttributeType
        return type == nil || type == .typeRegular
    }

    private static func names(in folder: String, hidden: Bool = false) throws(MailTrouble) -> [String] {
        guard let handle = opendir(folder) else { throw MailTrouble(path: folder, errno: errno) }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != "..", name.hasPrefix(".") == hidden else { continue }
            names.append(name)
        }
        return names.sorted()
    }
}
