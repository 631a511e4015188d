extension Detector {
    /// Medicines by the names of their active ingredients and by well-known brands.
    static let drugName = Detector(
        id: "drug_name", title: "Medicine (drug name or active ingredient)", family: .health,
        check: "in a list of names",
        find: .listed(DrugNames.all), need: .word,
        words: [
            "prescribed", "prescription", "prescriptions", "rx", "medication", "medications", "medicine", "dosage",
            "dose",
            "tablet", "tablets", "capsule", "capsules", "mg daily", "twice daily", "once daily", "pharmacy", "refill",
            "drug", "drug name", "active ingredient", "verschrieben", "rezept", "medikament", "medikamente",
            "ordonnance",
            "médicament", "comprimé", "comprimés", "receta", "medicamento", "farmaco", "compresse", "medicijn",
            "recept",
            "leki", "tabletki", "medikation", "dauermedikation", "medikamentenplan", "medikamentenliste",
            "arzneimittel",
            "takes", "taking", "eingenommen", "médication", "traitement médicamenteux", "medicación",
            "medicación actual", "medicação", "terapia farmacologica", "farmaci", "medicatie", "medicijnen",
            "läkemedel", "MEDS",
            "medicin", "lääkitys", "lék", "léky", "薬剤", "处方", "약물",
        ],
        hits: [
            "Prescribed metformin 500 mg", "He takes warfarin", "Medikation: Ramipril", "Rx: Lisinopril 10mg tablets",
            "medication,since\nwarfarin,2021\n", "Discharge meds: amoxicillin, bisoprolol",
            "home_meds = [\"warfarin\"]",
        ],
        misses: ["metformin", "prescribed reading", "take two tablets", "he fed the meds warfarin"])

    /// Diseases by name.
    static let icd10Description = Detector(
        id: "icd10_description", title: "Diagnosis by name (ICD-10-CM description)", family: .health,
        check: "in the table of April 2026",
        find: .listed(DiagnosisNames.all), need: .word,
        words: Detector.icd10.words + [
            "patient", "patients", "history of", "suffers from", "treated for",
        ],
        hits: ["Diagnosis: type 2 diabetes mellitus", "the patient has Malignant melanoma of skin"],
        misses: ["type 2 diabetes mellitus", "diagnosis: tired"])
}
