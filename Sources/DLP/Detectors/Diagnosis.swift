extension Detector {
    static let icd10 = Detector(
        id: "icd10", title: "Diagnosis code (ICD-10-CM)", family: .health, check: "in the code table of April 2026",
        find: .word(.letterFirst, lengths: 3...7, examine: diagnosisCode, need: needOfCode), need: .word,
        words: [
            "icd", "icd10", "icd-10", "icd-10-cm", "diagnosis", "diagnoses", "diagnosis code", "diagnosed",
            "diagnosed with", "dx", "dx code",
            "admitted with", "diagnose", "diagnosen", "diagnoseschlüssel", "DIAGNOSTIC!", "diagnostic code",
            "diagnostic principal", "diagnostic associé", "diagnostic relié", "diagnostic de", "code diagnostic",
            "diagnóstico", "diagnosi",
            "rozpoznanie", "diagnos",
            "clinical code", "medical condition", "diagnosekode", "診断",
            "icd 10", "icd 10 gm", "icd code", "icd codes", "cie 10", "cie10", "cim 10", "cim10", "cid 10", "cid10",
            "mkn 10", "mkb 10", "мкб", "мкб-10", "DIAG", "diag code", "diag cd", "diagn", "diagnosecode",
            "diagnosis cd",
            "diagnoza", "diagnozy", "diagnozę", "diagnozie", "rozpoznania", "rozpoznaniem", "диагноз", "диагноза",
            "διάγνωση", "diagnoosi", "diagnóza", "diagnóstica", "diagnosticos", "diagnósticos", "diagnosticado",
            "diagnosticada", "diagnostico", "diagnostiqué", "diagnostiquée", "diagnostiziert", "diagnosticato",
            "diagnosticata", "gediagnosticeerd", "hauptdiagnose", "nebendiagnose", "entlassungsdiagnose",
            "verdachtsdiagnose", "aufnahmediagnose", "einweisungsdiagnose", "entlassdiagnose", "diagnose code",
            "hoofddiagnose", "code cim", "código cie", "codigo cie", "病名", "診断名", "診斷", "诊断", "진단", "tanı", "teşhis",
            "DIAGNOSTIK", "diag.", "diag:", "CID:", "cid principal", "código cid", "codigo cid", "huvuddiagnos",
            "bidiagnos",
            "diagnoskod", "diagnoskoder", "hoveddiagnose", "bidiagnose", "aktionsdiagnose", "päädiagnoosi",
            "sivudiagnoosi", "diagnoosikoodi", "dijagnoza", "діагноз", "疾病编码", "疾病代码", "诊断编码", "傷病名", "निदान",
            "kod choroby", "icd kód", "bno kód", "assessment and plan", "التشخيص", "אבחנה",
        ],
        hits: [
            "Diagnosis: H35.389", "dx M12.369 palindromic", "icd10=S72141K", "admitted with E11.9", "CIE-10 S92.156B",
            "диагноз T32.31", "diag_code: E11.9",
            "id,icd\n1,J45.909/E11.9\n",
        ],
        misses: [
            "H35.389", "Diagnosis: H99.999", "diagnosis on page A4", "DG1|1|ICD10|x^Asthma^I10||",
            "#pragma GCC diagnostic\n#include <X11/Xlib.h>", "diagnosis: run tput -T450",
            "icd F10 key to open devtools", "press F12 for diagnosis", "F121\tBasic diagnostics management\t\tNO",
            "Models: M54, E11, J45; seat F41; diagnosis pending",
        ])
}

/// Names of models, seats and versions look like categories of three characters: the word has to stand close before those.
private func needOfCode(_ text: TextBytes, _ code: Range<Int>) -> Detector.Need {
    code.count > 3 ? .word : .wordWithin(60)
}

/// Whether codes and slashes stand before a place: `J45.909/E11.9`.
/// - Parameter most: how many of them are looked at.
private func isBehindCode(_ start: Int, in text: TextBytes, most: Int = 8) -> Bool {
    guard most > 0, text[start - 1] == UInt8(ascii: "/") else { return false }
    var first = start - 1
    while first > start - 10, text[first - 1].isUpper || text[first - 1].isDigit || text[first - 1] == UInt8(ascii: ".")
    {
        first -= 1
    }
    let isClean = Boundary.isClean(before: first, in: text) || isBehindCode(first, in: text, most: most - 1)
    return isClean && text[first].isUpper
        && DiagnosisCodes.contains(text.slice(first..<start - 1).lazy.filter { $0 != UInt8(ascii: ".") })
}

private func diagnosisCode(_ text: TextBytes, _ word: Range<Int>) -> Range<Int>? {
    let start = word.lowerBound
    guard text[start].isUpper, text[start + 1].isDigit,
        Boundary.isClean(before: start, in: text) || isBehindCode(start, in: text)
    else { return nil }
    var end = word.upperBound
    if word.count == 3, text[end] == UInt8(ascii: "."), text[end + 1].isAlphanumeric {
        end += 1
        while text[end].isAlphanumeric, end < word.upperBound + 6 { end += 1 }
    }
    // In HL7 the last part of a coded value names the list of codes: `^I10|`.
    let isListName = text[start - 1] == UInt8(ascii: "^") && (text[end] == UInt8(ascii: "|") || text[end].isLineEnd)
    // A file of a folder, an option of a command.
    let isName =
        "<-".utf8.contains(text[start - 1]) || (text[end] == UInt8(ascii: "/") && text[end + 1].isLower)
        || (end - start == 3 && (Places.names(before: start, in: text) || Keyboard.isKey(start..<end, in: text)))
    guard !isListName, !isName, Boundary.isClean(after: end, in: text),
        DiagnosisCodes.contains(text.slice(start..<end).lazy.filter { $0 != UInt8(ascii: ".") })
    else { return nil }
    return start..<end
}
