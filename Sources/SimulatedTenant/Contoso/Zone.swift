extension Contoso {
    /// The DNS zone of Contoso's domains in master-file form; a line `; servfail NAME` marks a name that must answer SERVFAIL.
    public static let zone = #"""
        $ORIGIN example.
        $TTL 300
        example. IN SOA ns1.contoso.example. hostmaster.contoso.example. 2026010101 3600 600 86400 300
        example. IN NS ns1.contoso.example.
        ns1.contoso.example. IN A 192.0.2.53

        ; the company's own domain: everything in order
        contoso.example. IN MX 10 mx.contoso.example.
        mx.contoso.example. IN A 192.0.2.25
        contoso.example. IN TXT "v=spf1 include:_spf.contoso.example -all"
        contoso.example. IN TXT "MS=ms12345678"
        _spf.contoso.example. IN TXT "v=spf1 ip4:192.0.2.0/28 ip6:2001:db8:25::/48 mx:contoso.example -all"
        _dmarc.contoso.example. IN TXT "v=DMARC1; p=reject; sp=reject; rua=mailto:dmarc@contoso.example"

        ; DMARC of the parent applies; an included record lets everybody in
        sales.contoso.example. IN TXT "v=spf1 include:_spf.contoso.example include:_spf.mailblast.example -all"
        _spf.mailblast.example. IN TXT "v=spf1 ip4:198.51.100.0/24 +all"

        ; servfail shop.contoso.example.

        ; +all, and a DMARC record that only watches
        northwind.example. IN TXT "v=spf1 ip4:203.0.113.7 +all"
        _dmarc.northwind.example. IN TXT "v=DMARC1; p=none; rua=mailto:dmarc@northwind.example"
        mail.northwind.example. IN TXT "v=spf1 ip4:203.0.113.8 -all"

        ; neither SPF nor DMARC
        tailspin.example. IN TXT "google-site-verification=abcdefg"
        tailspin.example. IN A 203.0.113.80

        ; redirect, a record in several strings, sub-domains left out
        wingtip.example. IN TXT "v=spf1 redirect=" "_spf.contoso.example"
        _dmarc.wingtip.example. IN TXT "v=DMARC1; p=reject; " "sp=none; " "rua=mailto:dmarc@wingtip.example"

        ; half of the mail only
        adventure-works.example. IN TXT "V=SPF1 include:_spf.contoso.example ~all"
        _dmarc.adventure-works.example. IN TXT "v=DMARC1; p=quarantine; pct=50"

        ; test mode
        lucerne.example. IN TXT "v=spf1 include:_spf.contoso.example ?all"
        _dmarc.lucerne.example. IN TXT "v=DMARC1; p=quarantine; t=y"

        ; not verified by the tenant, so nobody asks
        fabrikam.example. IN TXT "v=spf1 +all"

        onmicrosoft.com. IN SOA ns1.contoso.example. hostmaster.contoso.example. 2026010101 3600 600 86400 300
        onmicrosoft.com. IN NS ns1.contoso.example.
        contoso.onmicrosoft.com. IN TXT "v=spf1 include:_spf.contoso.example -all"
        com. IN SOA ns1.contoso.example. hostmaster.contoso.example. 2026010101 3600 600 86400 300
        com. IN NS ns1.contoso.example.
        """#
}
