import Model

/// What a file's name tells of its content, before anything is downloaded.
enum ContentKind {
    /// Pictures, also of formats whose text cannot be read: what is in a file its content says, and a photo of a passport is one in any
    /// format.
    private static let pictures: Set<String> = [
        "jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "dib", "tif", "tiff", "webp",
        "heic", "heif", "heics", "heifs", "hif", "avif", "avifs", "jp2", "j2k", "jpf", "jpx", "jxl",
        "psd", "raw", "dng", "cr2", "cr3", "nef", "arw", "orf", "rw2",
    ]

    /// Sound, films, disk images, programs, fonts, drawings: what holds no text that is read here. An ending that says
    /// nothing of the content, such as `bin`, is none of them.
    private static let textless: Set<String> = [
        "ico", "ai", "ase",
        "mp3", "wav", "m4a", "aac", "flac", "ogg", "wma",
        "mp4", "mov", "avi", "mkv", "wmv", "webm", "m4v", "mpg", "mpeg",
        "exe", "dll", "msi", "so", "dylib", "class", "o", "iso", "img", "vhd", "vhdx", "vmdk", "apk", "dmg",
        "ttf", "otf", "woff", "woff2", "eot",
        "dwg", "dxf", "stl", "step", "stp", "blend", "max",
    ]

    /// Kinds of files whose sensitivity labels SharePoint knows.
    /// <https://learn.microsoft.com/purview/sensitivity-labels-sharepoint-onedrive-files>
    private static let labelled: Set<String> = [
        "docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xlsb", "xltx", "xltm", "pptx", "pptm", "ppsx", "ppsm", "potx",
        "potm", "pdf",
    ]

    /// Why a file is not downloaded, and how it stands; nil where its content decides.
    static func passed(_ name: String, readsImages: Bool) -> (standing: ContentStanding, detail: String)? {
        guard let ending = ending(name) else { return nil }
        if textless.contains(ending) { return (.kind, "a kind of file without text") }
        // In the words of what reads documents, which would say so of the picture itself.
        let isUnread = !readsImages && pictures.contains(ending)
        return isUnread ? (.unsupported, "an image, and text in images is not read") : nil
    }

    /// Files of other kinds that a label protects: the protection is around the whole file, and so is the label.
    /// <https://learn.microsoft.com/information-protection/develop/concept-supported-filetypes>
    private static let protected: Set<String> = [
        "pfile", "ptxt", "pxml", "ppdf", "pjpg", "pjpeg", "pjpe", "pjfif", "pjt", "ppng", "pgif", "pbmp", "ptif",
        "ptiff",
    ]

    static func mayBearLabel(_ name: String) -> Bool {
        ending(name).map { labelled.contains($0) || protected.contains($0) } ?? false
    }

    private static func ending(_ name: String) -> String? {
        name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    }
}
