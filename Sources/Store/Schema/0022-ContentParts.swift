/// The words by which files are found stand by kinds, so that a profile, an entry and a label can be told from each other. They are made
/// anew from the evidence.
let schema0022: [String] = [
    "UPDATE instance SET words = NULL WHERE words IS NOT NULL",
    "DELETE FROM content_words",
]
