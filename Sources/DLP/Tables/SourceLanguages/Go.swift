extension SourceLanguage {
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
}
