extension SourceLanguage {
    static let c = SourceLanguage(
        "source_c", "C",
        own: [
            "#include <stdio.h>", "#include <stdlib.h>", "#include <string.h>", "#include \"", "#define ", "#ifndef ",
            "int main(", "typedef ", "sizeof(", "malloc(", "printf(", "char *", "const char", "unsigned ", "uint32_t",
            "== NULL",
        ],
        shared: ["#endif", "static ", "struct ", "void ", "->", "NULL", "return 0;"],
        example: #"""
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>

            struct node {
                struct node *next;
                char *name;
            };

            static struct node *push(struct node *head, const char *name) {
                struct node *fresh = malloc(sizeof(*fresh));
                if (fresh == NULL) {
                    return head;
                }
                fresh->name = strdup(name);
                fresh->next = head;
                return fresh;
            }

            int main(int argc, char **argv) {
                struct node *head = NULL;
                for (int i = 1; i < argc; i++) {
                    head = push(head, argv[i]);
                }
                while (head != NULL) {
                    printf("%s\n", head->name);
                    head = head->next;
                }
                return 0;
            }
            """#)

    static let cPlusPlus = SourceLanguage(
        "source_cpp", "C++",
        own: [
            "#include <iostream>", "#include <vector>", "#include <string>", "#include <memory>",
            "#include <algorithm>", "#include <map>", "std::", "template <", "template<", "private:", "virtual ",
            "constexpr ", "unique_ptr", "const auto&", "noexcept", "cout <<", "using namespace ",
        ],
        shared: ["namespace ", "public:", "override", "auto ", "nullptr", "::"],
        example: #"""
            #include <iostream>
            #include <memory>
            #include <string>
            #include <vector>

            namespace shop {

            class Item {
            public:
                explicit Item(std::string name, double price) : name_(std::move(name)), price_(price) {}
                virtual ~Item() = default;
                virtual double total() const noexcept { return price_; }

            private:
                std::string name_;
                double price_;
            };

            template <typename T>
            double sum(const std::vector<std::unique_ptr<T>>& items) {
                double all = 0;
                for (const auto& item : items) {
                    all += item->total();
                }
                return all;
            }

            }  // namespace shop

            int main() {
                std::vector<std::unique_ptr<shop::Item>> items;
                items.push_back(std::make_unique<shop::Item>("tea", 2.5));
                std::cout << shop::sum(items) << std::endl;
            }
            """#)

    static let cSharp = SourceLanguage(
        "source_csharp", "C#",
        own: [
            "using System;", "using System.", "{ get; set; }", "{ get; }", "private readonly ", "async Task",
            "public async ", "Console.WriteLine", "public override ", "new List<", "IEnumerable<", "[HttpGet",
            ".ToList()", "public record ", "sealed class",
        ],
        shared: ["namespace ", "public class ", "await ", "string ", "var ", "=> ", "internal "],
        example: #"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;

            namespace Shop.Orders
            {
                public class Order
                {
                    public string Name { get; set; }
                    public decimal Price { get; set; }
                }

                public class OrderBook
                {
                    private readonly List<Order> orders = new List<Order>();

                    public async Task<decimal> TotalAsync(string name)
                    {
                        await Task.Delay(1);
                        var chosen = orders.Where(order => order.Name == name).ToList();
                        return chosen.Sum(order => order.Price);
                    }

                    public void Print()
                    {
                        foreach (var order in orders)
                        {
                            Console.WriteLine(order.Name);
                        }
                    }
                }
            }
            """#)

    static let go = SourceLanguage(
        "source_go", "Go",
        own: [
            "package main", "\npackage ", "func (", "import (", "if err != nil", ":= ", "fmt.", "defer ", "go func",
            "chan ", "interface{", "struct {", "[]string", "[]byte", "map[string]", "errors.", "context.Context",
        ],
        shared: ["func ", "return nil", "range ", "nil, err"],
        example: #"""
            package main

            import (
            	"errors"
            	"fmt"
            	"os"
            )

            type order struct {
            	name  string
            	price float64
            }

            func total(orders []order) (float64, error) {
            	if len(orders) == 0 {
            		return 0, errors.New("no orders")
            	}
            	sum := 0.0
            	for _, one := range orders {
            		sum += one.price
            	}
            	return sum, nil
            }

            func main() {
            	prices := map[string]float64{"tea": 2.5}
            	var orders []order
            	for name, price := range prices {
            		orders = append(orders, order{name, price})
            	}
            	sum, err := total(orders)
            	if err != nil {
            		fmt.Fprintln(os.Stderr, err)
            		os.Exit(1)
            	}
            	fmt.Println(sum)
            }
            """#)

    static let haskell = SourceLanguage(
        "source_haskell", "Haskell",
        own: [
            "module ", " where\n", "import qualified ", "import Data.", "import Control.", " :: ", "deriving ",
            "newtype ", "instance ", "Maybe ", "IO ()", "{-# LANGUAGE", "mapM_ ", "<$>",
        ],
        shared: [" -> ", "data ", "case ", " of\n", " <- ", "let ", " do\n", "Just ", "Nothing", "where\n"],
        example: #"""
            {-# LANGUAGE OverloadedStrings #-}
            module Main where

            import qualified Data.Map as Map
            import Data.List (sortOn)
            import Control.Monad (forM_)

            data Order = Order
              { orderName :: String
              , orderPrice :: Double
              } deriving (Show, Eq)

            type Book = Map.Map String Order

            insertOrder :: Order -> Book -> Book
            insertOrder order = Map.insert (orderName order) order

            cheapest :: Book -> Maybe Order
            cheapest book = case sortOn orderPrice (Map.elems book) of
              [] -> Nothing
              (first : _) -> Just first

            main :: IO ()
            main = do
              let book = foldr insertOrder Map.empty [Order "tea" 2.5, Order "coffee" 3]
              forM_ (Map.elems book) $ \order -> do
                putStrLn (orderName order)
              print (cheapest book)
            """#)

    static let java = SourceLanguage(
        "source_java", "Java",
        own: [
            "import java.", "import javax.", "import org.", "public static void main", "@Override", "System.out.",
            "private final ", "private static ", "public interface ", "new ArrayList", "List<", "public void ", "@Test",
            "Map<", ".stream()", "import com.",
        ],
        shared: ["package ", "public class ", "throws ", "implements ", "extends ", "String ", "final "],
        example: #"""
            package com.example.shop;

            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;

            public class OrderBook implements Book {
                private final List<Order> orders = new ArrayList<>();
                private static final int MOST = 100;

                @Override
                public void add(Order order) throws FullException {
                    if (orders.size() >= MOST) {
                        throw new FullException("full");
                    }
                    orders.add(order);
                }

                public double total(String name) {
                    return orders.stream().filter(order -> order.getName().equals(name)).mapToDouble(Order::getPrice).sum();
                }

                public static void main(String[] args) {
                    OrderBook book = new OrderBook();
                    System.out.println(book.total("tea"));
                }
            }
            """#)

    static let javaScript = SourceLanguage(
        "source_javascript", "JavaScript",
        own: [
            "=> {", "require(", "module.exports", "=== ", "!== ", "console.log", "document.", "window.", ".then(",
            "JSON.", "undefined", "addEventListener", "from '", "new Promise", ".map(",
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

    static let lua = SourceLanguage(
        "source_lua", "Lua",
        own: [
            "local function ", "\nend\n", " then\n", "elseif ", " ~= ", "ipairs(", "pairs(", "require(", "require \"",
            ":new(", "setmetatable(", "__index", "--[[", "for _, ", "table.insert(", "string.format(",
        ],
        shared: ["local ", "function ", "nil", "..", "self.", "-- ", " do\n"],
        example: #"""
            local json = require("json")

            local Book = {}
            Book.__index = Book

            -- A book of orders.
            function Book.new(name)
              local self = setmetatable({}, Book)
              self.name = name
              self.orders = {}
              return self
            end

            function Book:add(order)
              if order == nil then
                return false
              elseif order.price ~= nil then
                table.insert(self.orders, order)
              end
              return true
            end

            local function total(book)
              local sum = 0
              for _, order in ipairs(book.orders) do
                sum = sum + order.price
              end
              return sum
            end

            local book = Book.new("tea")
            book:add({ name = "tea", price = 2.5 })
            print(string.format("%s: %.2f", book.name, total(book)))
            return Book
            """#)

    static let python = SourceLanguage(
        "source_python", "Python",
        own: [
            "\ndef ", "    def ", "\nimport ", "\nfrom ", "elif ", "if __name__ ==", "except ", "with open(",
            "    return ", "lambda ", "__init__", "@property", "async def ", "-> ",
        ],
        shared: ["self.", "class ", "None", "True", "raise ", "\"\"\"", "for ", " in ", "print(", "try:"],
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

    static let r = SourceLanguage(
        "source_r", "R",
        own: [
            " <- function(", "library(", "%>%", "data.frame(", "ggplot(", "paste0(", "paste(", "sapply(", "lapply(",
            "read.csv(", "summary(", "stopifnot(", "aes(", "is.na(", "nrow(", "dplyr",
        ],
        shared: ["<- ", "c(", "TRUE", "FALSE", "NULL", "mean(", "str("],
        example: #"""
            library(ggplot2)
            library(dplyr)

            # Orders of a shop.
            read_orders <- function(path) {
              orders <- read.csv(path, stringsAsFactors = FALSE)
              stopifnot(nrow(orders) > 0)
              orders$total <- orders$price * orders$count
              orders
            }

            summarise_orders <- function(orders, by = NULL) {
              if (is.null(by)) {
                return(mean(orders$total, na.rm = TRUE))
              }
              orders %>% group_by(name) %>% summarise(total = mean(total))
            }

            orders <- read_orders("orders.csv")
            prices <- sapply(orders$price, function(x) x * 1.2)
            missing <- is.na(prices)
            print(paste0("orders: ", nrow(orders)))
            ggplot(orders, aes(x = name, y = total)) + geom_col()
            result <- data.frame(name = c("tea", "coffee"), price = c(2.5, 3))
            summary(result)
            """#)

    static let rust = SourceLanguage(
        "source_rust", "Rust",
        own: [
            "let mut ", "use std::", "use crate::", "impl ", "pub fn ", "pub struct ", "-> Result<", "&str",
            "#[derive(", "println!", "::new()", "Ok(", "Err(", "&mut ", "&self", "unwrap()", "Option<", "vec![",
            "pub(crate)",
        ],
        shared: ["fn ", "match ", "Some(", "mod ", " => "],
        example: #"""
            use std::collections::HashMap;
            use std::fmt;

            #[derive(Debug, Clone)]
            pub struct Order {
                name: String,
                price: f64,
            }

            pub struct Book {
                orders: HashMap<String, Order>,
            }

            impl Book {
                pub fn new() -> Self {
                    Book { orders: HashMap::new() }
                }

                pub fn add(&mut self, order: Order) -> Result<(), fmt::Error> {
                    match self.orders.get(&order.name) {
                        Some(_) => Err(fmt::Error),
                        None => {
                            self.orders.insert(order.name.clone(), order);
                            Ok(())
                        }
                    }
                }
            }

            fn main() {
                let mut book = Book::new();
                book.add(Order { name: "tea".to_string(), price: 2.5 }).unwrap();
                println!("{}", book.orders.len());
            }
            """#)

    static let swift = SourceLanguage(
        "source_swift", "Swift",
        own: [
            "import Foundation", "import SwiftUI", "import Testing", "guard let ", "if let ", "public struct ",
            "private let ", "private func ", "init(", "@Test", "some View", "??", "mutating func",
        ],
        shared: [
            "func ", "let ", "struct ", "extension ", " -> ", "nil", "self.", "enum ", "case .", "protocol ", "public ",
            "throws",
        ],
        example: #"""
            import Foundation

            /// An order of a shop.
            public struct Order: Hashable, Sendable {
                public let name: String
                public var price: Double?

                public init(name: String, price: Double? = nil) {
                    self.name = name
                    self.price = price
                }
            }

            extension Order {
                /// The price with tax.
                func total(tax: Double) throws -> Double {
                    guard let price else { throw Missing.price }
                    return price * (1 + tax)
                }
            }

            private enum Missing: Error {
                case price
            }

            func report(_ orders: [Order]) -> String {
                let totals = orders.compactMap { try? $0.total(tax: 0.2) }
                if let most = totals.max() {
                    return "most: \(most)"
                }
                return orders.first?.name ?? "none"
            }
            """#)
}
