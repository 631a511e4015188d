extension SourceLanguage {
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
}
