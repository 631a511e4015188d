/// A folder of messages: a Maildir (`cur` and `new`), or one with `.eml` files and further folders.
enum MailFolder {
    /// What is to be read in it, in the order of the names.
    static func contents(_ folder: LocalPath) throws(MailTrouble) -> [LocalPath] {
        let boxes = boxes(of: folder)
        guard boxes.isEmpty else {
            var messages: [LocalPath] = []
            for box in boxes { messages += try entries(of: box).filter { !$0.isFolder } }
            // Maildir++ keeps further folders beside, their names beginning with a dot.
            return messages + (try entries(of: folder, hidden: true).filter { !Self.boxes(of: $0).isEmpty })
        }
        return try entries(of: folder).filter { $0.isFolder || isMessage($0) }
    }

    private static func boxes(of folder: LocalPath) -> [LocalPath] {
        ["cur", "new"].map { folder.appending(LocalPath($0)) }.filter(\.isFolder)
    }

    /// Pipes and devices that lie in a folder are passed over.
    private static func isMessage(_ path: LocalPath) -> Bool {
        path.text.lowercased().hasSuffix(".eml") && path.isOrdinary
    }

    private static func entries(of folder: LocalPath, hidden: Bool = false) throws(MailTrouble) -> [LocalPath] {
        do throws(LocalPath.Refusal) {
            return try folder.names().filter { $0.isHidden == hidden }.map { folder.appending($0) }
        } catch {
            throw MailTrouble(path: folder.text, errno: error.code)
        }
    }
}
