extension SourceLanguage {
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
}
