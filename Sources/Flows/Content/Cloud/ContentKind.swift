/// What a file's name tells of its content, before anything is downloaded.
enum ContentKind {
    /// Pictures, sound, films, programs, fonts, drawings: what holds no text that is read here.
    private static let textless: Set<String> = [
        "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "ico", "psd", "ai", "ase", "raw", "cr2",
        "nef",
        "mp3", "wav", "m4a", "aac", "flac", "ogg", "wma",
        "mp4", "mov", "avi", "mkv", "wmv", "webm", "m4v", "mpg", "mpeg",
        "exe", "dll", "msi", "so", "dylib", "class", "o", "bin", "iso", "img", "vhd", "vhdx", "vmdk", "apk", "dmg",
        "ttf", "otf", "woff", "woff2", "eot",
        "dwg", "dxf", "stl", "step", "stp", "blend", "max",
    ]

    /// Kinds of files whose sensitivity labels SharePoint knows.
    /// <https://learn.microsoft.com/purview/sensitivity-labels-sharepoint-onedrive-files>
    private static let labelled: Set<String> = [
        "docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xlsb", "xltx", "xltm", "pptx", "pptm", "ppsx", "ppsm", "potx",
        "potm", "pdf",
    ]

    static func isTextless(_ name: String) -> Bool { ending(name).map(textless.contains) ?? false }

    static func mayBearLabel(_ name: String) -> Bool { ending(name).map(labelled.contains) ?? false }

    private static func ending(_ name: String) -> String? {
        name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    }
}
