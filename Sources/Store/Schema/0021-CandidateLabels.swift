/// Which sensitivity labels a file bears, ids with a blank between them: a label that is asked for later needs no file to be read that
/// bears others or none. Null where nobody knows, as of files that were read before this was kept.
let schema0021: [String] = ["ALTER TABLE content_candidate ADD COLUMN labels TEXT"]
