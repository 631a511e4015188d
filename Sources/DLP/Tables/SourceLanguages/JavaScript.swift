extension SourceLanguage {
    static let javaScript = SourceLanguage(
        "source_javascript", "JavaScript",
        own: [
            "=> {", "require(", "module.exports", "=== ", "!== ", "console.log", "document.", "window.", ".then(",
            "JSON.", "undefined", "addEventListener", "from '", "new Promise", ".map(", ".forEach(", "`${",
            "process.argv",
            "process.env",
        ],
        shared: ["const ", "let ", "function ", "function(", "import ", "export ", "async ", "await ", "var "],
        example: #"""
            'use strict';
            const fs = require('fs');
            const path = require('path');

            class OrderBook {
              constructor(file) {
                this.file = file;
                this.orders = [];
              }

              async load() {
                const text = await fs.promises.readFile(path.resolve(this.file), 'utf8');
                this.orders = JSON.parse(text);
                return this;
              }

              total(name) {
                return this.orders.filter((order) => order.name === name).map((order) => order.price).reduce((a, b) => a + b, 0);
              }
            }

            function report(book) {
              if (book.orders === undefined) {
                return null;
              }
              console.log(book.total('tea'));
              return book;
            }

            new OrderBook('orders.json').load().then(report);
            module.exports = { OrderBook };
            """#)
}
