/// What the destinations of RTF hold.
enum RTFDestinations {
    /// Destinations without text of a person.
    static let hidden: Set<String> = [
        "fonttbl", "colortbl", "stylesheet", "pict", "listtable", "listoverridetable", "rsidtbl", "generator",
        "themedata",
        "colorschememapping", "datastore", "latentstyles", "xmlnstbl", "filetbl", "revtbl", "listtext", "pntext",
        "mmathPr",
        "nonshppict", "datafield", "objclass", "wgrffmtfilter", "bkmkstart", "bkmkend",
        "creatim", "revtim", "printim", "atnid", "atrfstart", "atrfend", "atndate", "nextfile", "passwordhash",
    ]
    /// Destinations with some, even behind `\*`.
    static let shown: Set<String> = [
        "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "footnote", "annotation",
        "atnauthor", "info", "title", "author", "subject", "keywords", "doccomm", "comment", "company", "manager",
        "operator",
        "category", "hlinkbase", "fldinst", "fldrslt", "docvar", "shptxt", "shpinst", "objdata", "userprops",
        "propname", "staticval",
        "ftnsep", "shppict", "formfield", "ffdeftext", "fftext", "result", "ffl", "moMath", "moMathPara",
    ]
    /// Destinations that are lines of their own.
    static let ending: Set<String> = [
        "footnote", "annotation", "header", "footer", "fldinst", "docvar", "shptxt", "title", "author", "subject",
        "keywords", "doccomm", "comment", "company", "manager", "operator", "category", "hlinkbase", "atnauthor", "ffl",
        "moMath", "sv",
    ]
    /// By the number of a font's character set.
    static let codePages: [Int: Int] = [
        0: 1252, 77: 10_000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
        178: 1256,
        186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437,
    ]
    /// Properties of shapes that a person has written: WordArt, alternative text, the text of a tip.
    static let shapeTexts: Set<String> = ["gtextUNICODE", "wzDescription", "wzTooltip"]
}
