/// Character references: by number, and the names that occur in text.
enum HTMLReferences {
    /// - Parameter name: what stands between `&` and `;`.
    static func text(of name: String) -> String? {
        guard name.hasPrefix("#") else { return names[name] }
        let digits = name.dropFirst()
        let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
        guard let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits),
            let scalar = Unicode.Scalar(code), code != 0
        else { return nil }
        return String(Character(scalar))
    }

    static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var out = ""
        var rest = Substring(String(decoding: bytes, as: UTF8.self))
        while let mark = rest.firstIndex(of: "&") {
            out += rest[..<mark]
            rest = rest[rest.index(after: mark)...]
            if let end = rest.prefix(32).firstIndex(of: ";"), let text = text(of: String(rest[..<end])) {
                out += text
                rest = rest[rest.index(after: end)...]
            } else {
                out += "&"
            }
        }
        return out + rest
    }

    private static let names: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}", "ensp": " ",
        "emsp": " ", "thinsp": " ", "numsp": " ", "puncsp": " ", "hairsp": " ", "emsp13": " ", "emsp14": " ",
        "MediumSpace": " ", "NonBreakingSpace": "\u{A0}", "Tab": "\t", "NewLine": "\n", "ThinSpace": " ", "zwnj": "",
        "zwj": "", "ndash": "\u{2013}", "mdash": "\u{2014}", "hyphen": "-",
        "lsquo": "\u{2018}", "rsquo": "\u{2019}", "ldquo": "\u{201C}", "rdquo": "\u{201D}", "hellip": "…",
        "middot": "·",
        "bull": "•", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§", "copy": "©", "reg": "®",
        "deg": "°",
        "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä", "aring": "å", "aelig": "æ",
        "ccedil": "ç",
        "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì", "iacute": "í", "icirc": "î",
        "iuml": "ï",
        "ntilde": "ñ", "ograve": "ò", "oacute": "ó", "ocirc": "ô", "otilde": "õ", "ouml": "ö", "oslash": "ø",
        "ugrave": "ù", "uacute": "ú", "ucirc": "û", "uuml": "ü", "szlig": "ß", "Agrave": "À", "Aacute": "Á",
        "Acirc": "Â",
        "Auml": "Ä", "Aring": "Å", "AElig": "Æ", "Ccedil": "Ç", "Egrave": "È", "Eacute": "É", "Ecirc": "Ê",
        "Ntilde": "Ñ",
        "Ouml": "Ö", "Oslash": "Ø", "Uuml": "Ü", "sol": "/", "period": ".", "comma": ",", "colon": ":", "commat": "@",
        "num": "#", "lowbar": "_", "dash": "-", "minus": "-", "equals": "=", "plus": "+",
    ]
}
