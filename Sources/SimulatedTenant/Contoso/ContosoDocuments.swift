extension Contoso {
    /// What stands in the files with these names. All people and numbers are invented; the numbers have the check digits of real ones.
    static let documents: [String: String] = [
        "Payroll 2026.xlsx": """
        Name,Social Security Number,IBAN,Net
        Adele Vance,536-90-4399,GB29 NWBK 6016 1331 9268 19,5210.00
        Alex Wilber,489-36-8350,GB82 WEST 1234 5698 7654 32,4870.50
        Lee Gu,514-14-8905,DE89 3704 0044 0532 0130 00,6120.00
        Patti Fernandez,690-05-5315,FR14 2004 1010 0505 0001 3M02 606,9900.00

        """,
        "Guests.csv": """
        Name,Phone,Passport number
        Ines Moreau,+33 6 12 34 56 78,12AB34567
        Tom Barrett,+44 7700 900123,533401372

        """,
        "Card orders.csv": """
        Order,Customer,Card number,Expires,CVV
        1001,Northwind,4929 4212 3460 0821,04/28,123
        1002,Fabrikam,5425 2334 3010 9903,11/27,456
        1003,Tailspin,3714 496353 98431,09/29,7890

        """,
        "Test rig.conf": """
        # Test rig of pump 7
        host = rig7.contoso.example
        aws_access_key_id = AKIAQ3EGRVRJ7Q2N5XZP
        aws_secret_access_key = wJ4lrXUtnF3MIbK7MDkNGbPxRfiCYq82vLzTaYwE

        """,
        "deploy.sh": """
        #!/bin/sh
        # Puts the store's pages on the server.
        export IBAN_OF_RENT="NL91 ABNA 0417 1643 00"
        rsync -a build/ web1.contoso.example:/srv/www/

        """,
        "Readme.md": """
        # Scripts
        Nothing secret here: see the vault.

        """,
    ]
}
