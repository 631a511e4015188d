"""Texts as documents hold them, made from a seed: eight kinds, a value that must not leave in every four to eight kilobytes."""
import json, random

WORDS = {
    "en": """the of and to in a is that for it was on with as be at by this from or have an are not which we were their has been all but they
        you can more will if one would there about when so no out other into some than its only time new these two may first after people
        year report meeting customer office market project department quarter result plan company service product price team question answer
        agreement delivery business public special social using single excellent cell hotel until getting routine contact address number
        account bank card order invoice payment patient call mobile policy license passport tax health insurance security token service""",
    "de": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei
        einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde kann nie immer Jahr Bericht
        Sitzung Kunde Büro Markt Projekt Abteilung Quartal Ergebnis Plan Unternehmen Dienst Preis Frage Antwort Vertrag Lieferung Geschäft
        Rechnung Zahlung Konto Karte Steuer Versicherung Telefon Anschrift Mitarbeiter Gespräch Entscheidung Möglichkeit Übersicht""",
    "fr": """de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son aux cette été mais comme on
        nous fait ses leur sans être tout entre deux aussi très année rapport réunion client bureau marché projet service trimestre résultat
        plan société produit prix équipe question réponse contrat livraison affaire facture paiement compte carte impôt assurance téléphone
        adresse numéro santé sécurité décision possibilité général présence économie""",
    "es": """de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha sin sobre este ya entre cuando todo esta
        ser son dos también fue había era muy años hasta desde informe reunión cliente oficina mercado proyecto servicio trimestre resultado
        plan empresa producto precio equipo pregunta respuesta contrato entrega negocio factura pago cuenta tarjeta impuesto seguro teléfono
        dirección número salud seguridad decisión posibilidad""",
    "it": """di e che la il un a per in una non sono con si da come le dei nel alla più ci anche del ma al della gli delle ha questo o se lo molto tra
        anni suo stato dopo essere due solo tutti fatto relazione riunione cliente ufficio mercato progetto servizio trimestre risultato
        piano azienda prodotto prezzo squadra domanda risposta contratto consegna affare fattura pagamento conto carta imposta telefono
        indirizzo numero salute sicurezza decisione società""",
    "pl": """w i na z do się nie to że jest o jak po co za od tak ale przez dla tego już był przy ma być tylko które oraz może ich może lub pod także
        rok raport spotkanie klient biuro rynek projekt usługa kwartał wynik plan firma produkt cena zespół pytanie odpowiedź umowa dostawa
        faktura płatność konto karta podatek ubezpieczenie telefon adres numer zdrowie decyzja możliwość pracownik""",
    "ru": """и в не на что с он как это по но из у за то от о для же так все был бы мы до год отчёт встреча клиент офис рынок проект отдел квартал
        результат план компания услуга цена команда вопрос ответ договор поставка счёт оплата карта налог страхование телефон адрес номер""",
    "ja": """会議の資料を 本日中に お送りします。 顧客との 契約について 部署で 検討した 結果を 報告します。 来月の 計画と 予算を 確認してください。
        市場の 動きは 安定して います。 製品の 価格と 納期を 決めました。 担当者に 電話で 連絡しました。""",
}
SYLLABLES = "ba be bo ca ce co da de di fa fi ga go ha he ka la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi".split()
NAMES = "Ada Bo Carla Dmitri Elif Femi Greta Hana Ivo Jana Kofi Lena Marta Nils Olga Pavel Rosa Sven Tomás Uma Vera Wanda Yusuf Zoe".split()
NOUNS = "user order item page cell node token state index buffer result config client label number record column price total account".split()


class Text:
    """One kind at a time; the same seed gives the same text."""

    def __init__(self, seed):
        self.pick = random.Random(seed)

    def digits(self, count): return "".join(self.pick.choices("0123456789", k=count))

    def card(self):
        body = self.pick.choice("45") + str(self.pick.randrange(1, 6)) + self.digits(13)
        total = sum(sum(divmod(int(c) * (2 - i % 2), 10)) for i, c in enumerate(body))
        return body + str(-total % 10)

    def iban(self):
        account = self.digits(18)
        return f"DE{98 - int(account + '131400') % 97:02}{account}"

    def value(self):
        """A value with the words people write beside it."""
        kind = self.pick.randrange(8)
        if kind == 0: return "card " + self.card()
        if kind == 1: return "IBAN " + self.iban()
        if kind == 2: return f"SSN {self.pick.randrange(100, 660)}-{self.pick.randrange(11, 99)}-{self.pick.randrange(1000, 9999)}"
        if kind == 3: return f"Tel. +49 30 {self.digits(7)}"
        if kind == 4: return "passport A" + self.digits(8)
        if kind == 5: return "AKIA" + "".join(self.pick.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", k=16))
        return f"{self.pick.choice(NAMES).lower()}.{self.word().lower()}@contoso.com"

    def word(self): return "".join(self.pick.choices(SYLLABLES, k=self.pick.randrange(2, 5))).capitalize()

    def sentence(self, words):
        row = self.pick.choices(words, self.weights(len(words)), k=self.pick.randrange(7, 24))
        for _ in range(len(row) // 6): row[self.pick.randrange(len(row))] = self.word()
        if self.pick.random() < 0.15: row[-1] = self.pick.choice(["2026", "12 %", "3.5", "1,250.00", "14:30", "20"])
        return " ".join(row).capitalize() + ". "

    def weights(self, count): return [1 / (place + 3) for place in range(count)]

    def prose(self):
        words = WORDS[self.pick.choice("en en de fr es it pl ru ja".split())].split()
        return "".join(self.sentence(words) for _ in range(self.pick.randrange(4, 12))) + "\n"

    def letter(self):
        words = WORDS[self.pick.choice(["en", "de", "fr", "es"])].split()
        head = f"{self.pick.choice(NAMES)} {self.word()}\n{self.pick.randrange(1, 200)} {self.word()} Street\n\n{self.pick.randrange(1, 29)} March 2026\n\n"
        return head + "".join(self.prose_of(words) for _ in range(3)) + f"Kind regards,\n{self.pick.choice(NAMES)} {self.word()}\n\n"

    def prose_of(self, words): return "".join(self.sentence(words) for _ in range(5)) + "\n"

    def table(self, sign):
        kinds = self.pick.choices(["id", "day", "amount", "name", "city", "share", "count", "code"], k=self.pick.randrange(5, 10))
        return sign.join(kinds) + "\n" + "".join(sign.join(self.cell(kind) for kind in kinds) + "\n" for _ in range(self.pick.randrange(20, 80)))

    def cell(self, kind):
        if kind == "id": return str(self.pick.randrange(10_000, 9_999_999))
        if kind == "day": return f"2026-{self.pick.randrange(1, 13):02}-{self.pick.randrange(1, 29):02}"
        if kind == "amount": return f"{self.pick.randrange(99_999)}.{self.pick.randrange(100):02}"
        if kind == "name": return f"{self.pick.choice(NAMES)} {self.word()}"
        if kind == "city": return self.word()
        if kind == "share": return f"{self.pick.random():.4f}"
        if kind == "count": return str(self.pick.randrange(500))
        return f"{self.word()[:2].upper()}-{self.pick.randrange(1000)}"

    def csv(self): return self.table(",")

    def sheet(self): return f"Sheet{self.pick.randrange(1, 9)}\n" + self.table("\t") + "\n"

    def log(self):
        address = ".".join(str(self.pick.randrange(256)) for _ in range(4))
        stamp = f"2026-11-{self.pick.randrange(1, 29):02}T10:{self.pick.randrange(60):02}:{self.pick.randrange(60):02}.{self.digits(3)}Z"
        path = "/".join(self.word().lower() for _ in range(self.pick.randrange(1, 4)))
        return self.pick.choice([
            f"{stamp} INFO request {self.pick.getrandbits(64):016x} GET /{path} took {self.pick.random():.6f} s status 200 bytes {self.digits(5)}\n",
            f'{address} - - [{stamp}] "GET /{path}?id={self.digits(4)} HTTP/1.1" 200 {self.digits(5)} "-" "Mozilla/5.0 (X11; Linux x86_64)"\n',
            f"{stamp} WARN [{self.word().lower()}-{self.pick.randrange(16)}] retry {self.pick.randrange(5)} of 5: connection to {address}:5432 lost\n",
        ])

    def json(self):
        return json.dumps({
            "id": self.pick.randrange(10**7), "created": f"2026-03-{self.pick.randrange(1, 29):02}T08:00:00Z", "title": self.word(),
            "tags": [self.word().lower() for _ in range(4)], "size": {"width": self.pick.randrange(2000), "height": self.pick.randrange(2000)},
            "note": self.sentence(WORDS["en"].split()).strip(), "active": True, "ratio": round(self.pick.random(), 5),
            "etag": f"{self.pick.getrandbits(128):032x}", "parent": None}, ensure_ascii=False) + "\n"

    def source(self):
        a, b, c = self.pick.choices(NOUNS, k=3)
        name = self.word()
        return self.pick.choice([
            f"    def {a}_{name.lower()}(self, {b}, {c}=None):\n        \"\"\"Returns the {a} of a {b}.\"\"\"\n        if {c} is None:\n"
            f"            return self._{a}[{b}]\n        for {a} in range({self.pick.randrange(64)}):\n            {b} += {c} * 0x{self.pick.getrandbits(16):x}\n\n",
            f"static int {a}_{name.lower()}(struct {b} *{c}, size_t length) {{\n    if ({c} == NULL || length > {self.pick.randrange(4096)}) return -1;\n"
            f"    {c}->{a} = {b}_new({c}, length * sizeof(int)); /* {self.word()} owns it */\n    return 0;\n}}\n\n",
            f"  public func {a}{name}({b}: {name}, at {c}: Int) -> [{name}] {{\n    guard {c} < {b}.count else {{ return [] }}\n"
            f"    return {b}.map {{ $0.{a}(by: {self.pick.randrange(10)}) }} // see {name}.swift\n  }}\n\n",
        ])


#: Each kind by name: what makes a piece of it.
KINDS = {
    "prose in eight languages": Text.prose, "letters": Text.letter, "CSV tables": Text.csv, "spreadsheets, as extracted": Text.sheet,
    "log lines": Text.log, "JSON": Text.json, "program sources": Text.source,
}


def make(kind, size, seed=7):
    """About so many bytes of a kind, a value every four to eight kilobytes."""
    text, pieces, written = Text(seed), [], 0
    due = text.pick.randrange(4_000, 8_000)
    while written < size:
        piece = KINDS[kind](text)
        if written >= due:
            piece += text.value() + "\n"
            due = written + text.pick.randrange(4_000, 8_000)
        pieces.append(piece)
        written += len(piece.encode())
    return "".join(pieces)
