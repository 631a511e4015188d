extension SourceLanguage {
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
}
