/// Latin spellings of a Cyrillic word by the customs of several languages and times.
enum Cyrillic {
    /// Lower-case ASCII; English first, then passport, Ukrainian, German, French and South Slavic custom.
    static func latin(_ word: [UInt32]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        for custom in 0..<customs {
            var spelled: [UInt8] = []
            for letter in word {
                if let row = table[letter] { spelled += row[min(custom, row.count - 1)] }
            }
            if !spelled.isEmpty, !found.contains(spelled) { found.append(spelled) }
        }
        return found
    }

    private static let customs = 6

    /// Letter, then its spelling by custom; a custom that is not given is the last one given. `-` is nothing.
    private static let rows = """
        а a|б b|в v,v,v,w,v|г g,g,h,g,g|ґ g|д d|е e|ё yo,e,e,jo,io,e|є ye,ie,ye,je,ie|ж zh,zh,zh,sch,j,z|з z,z,z,s,z
        и i,i,y,i,i|і i|ї yi,i,yi,ji,i|й y,i,y,j,i,j|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u,u,u,u,ou,u|ф f
        х kh,kh,kh,ch,kh,h|ц ts,ts,ts,z,ts,c|ч ch,ch,ch,tsch,tch,c|ш sh,sh,sh,sch,ch,s|щ shch,shch,shch,schtsch,chtch,sht
        ъ -,ie,-,-,-,a|ы y|ь -|э e|ю yu,iu,yu,ju,iou,ju|я ya,ia,ya,ja,ia,ja|ў w,u,w,u,ou
        ђ dj,dj,dj,dj,dj,d|ј j,y,j,j,y,j|љ lj,ly,lj,lj,ly,lj|њ nj,ny,nj,nj,ny,nj|ћ c,ch,c,c,ch,c|џ dz,dzh,dz,dz,dj|ѓ g|ќ k|ѕ z
        қ k,q,k,k,k|ғ g,gh,g,g,g|ә a|ү u|ұ u|ө o|ң ng,n,ng,ng,ng|һ h
        """
    private static let table: [UInt32: [[UInt8]]] = LetterTable.parse(rows)
}

/// Rows of `letter spelling,spelling` between bars.
enum LetterTable {
    static func parse(_ rows: String) -> [UInt32: [[UInt8]]] {
        var table: [UInt32: [[UInt8]]] = [:]
        for row in rows.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
            let fields = row.split(separator: " ")
            guard fields.count == 2, let letter = fields[0].unicodeScalars.first else { continue }
            table[letter.value] = fields[1].split(separator: ",").map { $0 == "-" ? [] : Array($0.utf8) }
        }
        return table
    }
}
