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

    static func isTextless(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        return textless.contains(name[name.index(after: dot)...].lowercased())
    }
}
