/// The words synthetic people and groups are named with. Plain ASCII without quotes, so that they go into JSON as they are.
enum SyntheticNames {
    static let given: [StaticString] = [
        "Ada", "Aiko", "Alma", "Amir", "Anton", "Asha", "Beata", "Bela", "Bruno", "Carla", "Chen", "Clara", "Dana",
        "David",
        "Dina", "Elif", "Elena", "Emil", "Erik", "Esra", "Farid", "Felix", "Frida", "Gita", "Greta", "Hana", "Hugo",
        "Ida",
        "Ines", "Ivan", "Jana", "Jonas", "Julia", "Kaito", "Karim", "Katja", "Lars", "Leila", "Lena", "Lucas", "Maja",
        "Marco",
        "Mina", "Mila", "Nadia", "Nils", "Nora", "Omar", "Olga", "Pablo", "Paula", "Petra", "Rafael", "Rita", "Rosa",
        "Sami",
        "Sofia", "Stefan", "Tara", "Tomas", "Uma", "Vera", "Viktor", "Yara",
    ]
    static let family: [StaticString] = [
        "Abbott", "Adler", "Andersen", "Baker", "Banerjee", "Becker", "Berg", "Bianchi", "Blanc", "Castro", "Chang",
        "Costa",
        "Dahl", "Diaz", "Dubois", "Eriksen", "Evans", "Ferrari", "Fischer", "Fuchs", "Garcia", "Gupta", "Haas",
        "Hansen",
        "Hoffman", "Ibrahim", "Ito", "Jansen", "Jensen", "Kaya", "Keller", "Khan", "Kim", "Klein", "Kovacs", "Larsen",
        "Lehmann", "Lopez", "Martin", "Mendes", "Meyer", "Moreau", "Murphy", "Nagy", "Nakamura", "Nguyen", "Novak",
        "Olsen",
        "Owens", "Park", "Patel", "Pereira", "Petrov", "Ricci", "Rossi", "Sato", "Schmidt", "Silva", "Singh", "Tanaka",
        "Toth", "Vogel", "Weber", "Yilmaz",
    ]
    static let titles: [StaticString] = [
        "Account Manager", "Analyst", "Architect", "Assistant", "Buyer", "Consultant", "Controller", "Designer",
        "Developer",
        "Director", "Engineer", "Planner", "Product Manager", "Recruiter", "Technician", "Writer",
    ]
    static let themes: [StaticString] = [
        "Atlas", "Beacon", "Cedar", "Delta", "Ember", "Falcon", "Granite", "Harbor", "Indigo", "Juniper", "Kestrel",
        "Lantern",
        "Meadow", "Nimbus", "Orchard", "Pioneer",
    ]
    static let files: [StaticString] = [
        "Agenda", "Budget", "Contract", "Draft", "Forecast", "Handbook", "Invoice", "Minutes", "Notes", "Offer", "Plan",
        "Pricing", "Report", "Roadmap", "Schedule", "Summary",
    ]
}
