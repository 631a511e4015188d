/// Latin spellings of Georgian and Armenian words.
enum CaucasianLetters {
    static func latin(_ word: [UInt32]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        for custom in 0..<2 {
            var spelled: [UInt8] = []
            var index = 0
            while index < word.count {
                // Armenian ու is one vowel.
                if word[index] == 0x578, index + 1 < word.count, word[index + 1] == 0x582 {
                    spelled += [0x75]
                    index += 2
                    continue
                }
                if let row = table[word[index]] { spelled += row[min(custom, row.count - 1)] }
                index += 1
            }
            if !spelled.isEmpty, !found.contains(spelled) { found.append(spelled) }
        }
        return found
    }

    private static let table = LetterTable.parse(
        """
        ა a|ბ b|გ g|დ d|ე e|ვ v|ზ z|თ t|ი i|კ k|ლ l|მ m|ნ n|ო o|პ p|ჟ zh,j|რ r|ს s|ტ t|უ u|ფ p,f|ქ k,q|ღ gh,g|ყ q,k
        შ sh|ჩ ch|ც ts,c|ძ dz,z|წ ts,tz|ჭ ch|ხ kh,h|ჯ j,dj|ჰ h
        ա a|բ b|գ g|դ d|ե e,ye|զ z|է e|ը y,e|թ t|ժ zh,j|ի i|լ l|խ kh,h|ծ ts,tz|կ k|հ h|ձ dz,tz|ղ gh,g|ճ ch,j|մ m|յ y,h|ն n
        շ sh|ո o,vo|չ ch|պ p|ջ j|ռ r|ս s|վ v|տ t|ր r|ց ts,tz|ւ v,w|փ p|ք k,q|օ o|ֆ f|և ev
        """)
}
