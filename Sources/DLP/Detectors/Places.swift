/// Words that name a place or a thing by a letter and a number: `seat F10`, `Zimmer B20`.
enum Places {
    private static let words: Set<String> = [
        "aisle", "apartment", "apt", "area", "bay", "bed", "berth", "block", "booth", "box", "building", "bus",
        "cabin", "carriage", "cell", "column", "corridor", "counter", "deck", "desk", "door", "drawer", "entrance",
        "exit", "flat", "flight", "floor", "gate", "hall", "highway", "house", "junction", "lane", "level", "line",
        "locker", "lot", "model", "office", "page", "parking", "plate", "platform", "plot", "pod", "rack", "road",
        "room", "route", "row", "seat", "section", "shelf", "slot", "space", "stall", "stand", "station", "suite",
        "table", "terminal", "theatre", "theater", "track", "tower", "unit", "version", "ward", "wing", "zone",
        "abschnitt", "ausgang", "bett", "betten", "gang", "gebäude", "gleis", "halle", "haus", "parkplatz", "platz",
        "raum", "regal", "reihe", "saal", "schrank", "seite", "sitz", "sitzplatz", "stellplatz", "stock", "tisch",
        "tor", "trakt", "zimmer",
        "allée", "bâtiment", "bureau", "chambre", "couloir", "étage", "lit", "place", "porte", "quai", "rangée",
        "salle", "siège", "sortie",
        "asiento", "aula", "cama", "edificio", "fila", "habitación", "mesa", "planta", "puerta", "sala", "salida",
        "camera", "letto", "posto", "reparto", "stanza", "uscita",
        "assento", "leito", "porta", "quarto", "vaga",
        "afdeling", "bedden", "kamer", "stoel", "uitgang", "verdieping", "zaal",
        "gabinet", "łóżko", "miejsce", "oddział", "piętro", "pokój",
    ]
    private static let longest = 16

    /// Whether one stands right before a place, with a blank or what else parts it from its number between them.
    static func names(before start: Int, in text: TextBytes) -> Bool {
        var end = start
        while end > start - 3, text[end - 1] == 32 || "#:.-".utf8.contains(text[end - 1]) { end -= 1 }
        guard end < start else { return false }
        var first = end
        while end - first < longest, text[first - 1].isLetter || text[first - 1] >= 0x80 { first -= 1 }
        guard end - first > 2 else { return false }
        let word = text.string(first..<end).lowercased()
        return words.contains(word) || (word.hasSuffix("s") && words.contains(String(word.dropLast())))
    }
}
