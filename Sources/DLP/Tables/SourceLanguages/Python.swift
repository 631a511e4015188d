extension SourceLanguage {
    static let python = SourceLanguage(
        "source_python", "Python",
        own: [
            "\ndef ", "    def ", "elif ", "if __name__ ==", "with open(", "lambda ", "__init__", "@property",
            "async def ", "(self", "):\n", " is None", " is not None", "isinstance(", " not in ", "not None",
        ],
        shared: [
            "\nimport ", "\nfrom ", "except ", "return ", "-> ", "self.", "class ", "None", "True", "raise ", "\"\"\"",
            "for ", " in ", "print(", "try:",
        ],
        example: #"""
            """Orders of a shop."""
            import json
            import sys
            from dataclasses import dataclass


            @dataclass
            class Order:
                name: str
                price: float


            class OrderBook:
                def __init__(self, path):
                    self.path = path
                    self.orders = []

                def load(self):
                    try:
                        with open(self.path) as file:
                            self.orders = [Order(**row) for row in json.load(file)]
                    except FileNotFoundError:
                        self.orders = []
                    return self

                def total(self, name=None):
                    return sum(order.price for order in self.orders if name is None or order.name == name)


            if __name__ == "__main__":
                book = OrderBook(sys.argv[1]).load()
                print(book.total())
            """#)
}
