extension SourceLanguage {
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
}
