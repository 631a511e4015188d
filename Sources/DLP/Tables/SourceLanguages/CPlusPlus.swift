extension SourceLanguage {
    static let cPlusPlus = SourceLanguage(
        "source_cpp", "C++",
        own: [
            "#include <iostream>", "#include <vector>", "#include <string>", "#include <memory>",
            "#include <algorithm>", "#include <map>", "std::", "template <", "template<", "private:", "virtual ",
            "constexpr ", "unique_ptr", "const auto&", "noexcept", "cout <<", "using namespace ",
            "typename ", "operator", "public:", "nullptr", "static_cast<", "\nnamespace ", "friend ", "enable_if",
        ],
        shared: ["#include <", "inline ", "class ", "namespace ", "override", "auto ", "::"],
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
}
