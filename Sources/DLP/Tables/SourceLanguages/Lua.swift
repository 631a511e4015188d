extension SourceLanguage {
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
}
