/// Words that say that the number beside them is none of a person's.
enum OtherNumbers {
    /// For values that a word far before names but nothing checks.
    static let references = [
        "ref", "ref no", "ref number", "reference", "reference no", "reference number", "referenz",
        "référence", "referencia", "riferimento", "kenmerk", "referência", "case number", "case no",
        "vendor", "vendor no", "vendor number", "az.", "aktenz.", "vertrag", "vertragsnummer", "vertragsnr",
        "contract no",
        "contract number", "kvk", "expediente", "policy no", "policy number", "policennummer", "matrikelnummer",
        "matrikelnr", "org.nr", "orgnr", "bankgiro", "blz", "bankleitzahl",
    ]

    /// What is typed in to take part in a meeting.
    static let meetings = [
        "conference id", "meeting id", "webinar id", "passcode", "access code", "participant code", "konferenz-id",
        "telefonkonferenz-id", "besprechungs-id", "id de conférence", "id de conferencia", "id conferenza",
        "conferentie-id", "id da conferência", "konferens-id", "konference-id", "identyfikator konferencji",
    ]

    /// For numbers named by a word that is said of networks too.
    static let networks = [
        "route", "routes", "router", "routers", "metric", "gateway", "next hop", "ospf", "bgp", "subnet",
    ]

    static let words = [
        "order", "order no", "order number", "orders", "invoice", "inv", "purchase order", "tracking", "shipment",
        "parcel", "imei",
        "iccid", "isbn", "issn", "ean", "gtin", "upc", "barcode", "sku", "part no", "part number", "serial",
        "serial number",
        "article no", "ticket", "timestamp", "epoch", "nanos", "filetime", "build", "commit", "request id",
        "session id", "batch",
        "auftragsnummer", "bestellnummer", "rechnungsnummer", "artikelnummer", "sendungsnummer", "seriennummer",
        "commande",
        "facture", "rechnung", "reading", "meter", "zählerstand", "pid", "rss", "bytes", "inode", "waybill",
        "consignment", "MAC",
        "pedido", "factura", "fattura", "ordine", "zamówienie", "faktura", "bestelling", "factuur", "注文番号",
        "bestellung", "order confirmation", "confirmation", "confirmation no", "confirmation number", "s/n", "receipt",
        "receipt no", "receipt number", "reservation", "reservation no", "reservation number", "booking",
        "booking number", "customer no", "customer number", "customer id", "kundennummer", "kundennr",
        "employee id", "employee no", "employee number", "personalnummer", "vorgangsnummer", "aktenzeichen",
        "dossiernummer", "numéro de dossier", "número de expediente", "zaaknummer", "sagsnr", "sagsnummer",
        "ärendenummer",
    ]
}
