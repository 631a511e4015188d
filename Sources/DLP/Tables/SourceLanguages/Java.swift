extension SourceLanguage {
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
}
