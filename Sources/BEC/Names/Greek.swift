/// Latin spellings of a Greek word: ISO 843 by letter, and by sound.
enum Greek {
    static func latin(_ word: [UInt32]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        for custom in 0..<3 {
            let spelled = spell(word, custom)
            if !spelled.isEmpty, !found.contains(spelled) { found.append(spelled) }
        }
        return found
    }

    private static func spell(_ word: [UInt32], _ custom: Int) -> [UInt8] {
        var spelled: [UInt8] = []
        var index = 0
        while index < word.count {
            if index + 1 < word.count, let pair = pairs[[word[index], word[index + 1]]] {
                var choice = pair[min(custom, pair.count - 1)]
                if index == 0, custom == 0, let first = starts[[word[index], word[index + 1]]] { choice = first }
                spelled += choice
                index += 2
                continue
            }
            if let row = table[word[index]] { spelled += row[min(custom, row.count - 1)] }
            index += 1
        }
        return spelled
    }

    private static let rows = """
        α a|β v,v,b|γ g,y,g|δ d|ε e|ζ z|η i,i,e|θ th|ι i|κ k,k,c|λ l|μ m|ν n|ξ x,ks,x|ο o|π p|ρ r|σ s|ς s|τ t
        υ y,i,y|φ f,f,ph|χ ch,h,ch|ψ ps|ω o
        """
    private static let pairRows = """
        ου ou,u,ou|αυ av,af,au|ευ ev,ef,eu|μπ mp,b,mp|ντ nt,d,nt|γκ gk,g,nk|γγ ng|γχ nch,nh,nch|ει ei,i,ei|οι oi,i,oi|αι ai,e,ai|τζ tz,j,tz
        """
    private static let table = LetterTable.parse(rows)
    private static let starts: [[UInt32]: [UInt8]] = [
        scalars("μπ"): Array("b".utf8), scalars("ντ"): Array("d".utf8), scalars("γκ"): Array("g".utf8),
    ]
    private static let pairs: [[UInt32]: [[UInt8]]] = {
        var table: [[UInt32]: [[UInt8]]] = [:]
        for row in pairRows.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
            let fields = row.split(separator: " ")
            guard fields.count == 2 else { continue }
            table[scalars(String(fields[0]))] = fields[1].split(separator: ",").map { Array($0.utf8) }
        }
        return table
    }()

    private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
