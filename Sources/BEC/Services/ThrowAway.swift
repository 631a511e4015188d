import Mail
import Model

/// Domains and suffixes under which mailboxes are made to be thrown away.
enum ThrowAway {
    static let replaceable = ReplaceableTable(
        "throw-away-domains",
        builtIn: TableOrigin(
            source: "providers of mailboxes for some minutes", version: "collected by hand", date: "2026-11",
            licence: "facts"),
        row: "a domain in small letters such as mail.example", fits: MailDomain.isOne)

    /// - Parameter domain: lower-case A-labels.
    static func contains(_ domain: String) -> Bool {
        if names.contains(domain) { return true }
        if let organization = PublicSuffix.organizationalDomain(of: domain), names.contains(organization) {
            return true
        }
        guard let dot = domain.lastIndex(of: ".") else { return false }
        return suffixes.contains(String(domain[domain.index(after: dot)...]))
    }

    /// Suffixes sold for a trifle, where abuse outweighs use in every published count of phishing by suffix.
    private static let suffixes: Set<String> = [
        "bar", "beauty", "bid", "buzz", "cam", "cf", "cfd", "click", "club", "cyou", "date", "download", "email", "fit",
        "ga", "gdn", "gq", "hair", "host", "icu", "kim", "link", "live", "loan", "makeup", "men", "ml", "mom",
        "monster",
        "online", "party", "pw", "quest", "racing", "rest", "review", "sbs", "science", "shop", "site", "skin", "space",
        "store", "stream", "support", "surf", "tk", "today", "top", "trade", "uno", "vip", "wang", "website", "win",
        "work", "xin", "xyz", "zip",
    ]

    private static let names = Set(
        (replaceable.ownWords ?? text.split(whereSeparator: \.isWhitespace)).map(String.init))

    private static let text = """
        0-mail.com 10minutemail.com 10minutemail.net 20minutemail.com 33mail.com anonaddy.com anonaddy.me armyspy.com burnermail.io
        byom.de cuvox.de dayrep.com deadaddress.com discard.email discardmail.com discardmail.de dispostable.com dodgit.com
        dropmail.me duck.com e4ward.com einrot.com emailondeck.com fakeinbox.com fakemail.net fleckens.hu getairmail.com
        getnada.com grr.la guerrillamail.biz guerrillamail.com guerrillamail.de guerrillamail.info guerrillamail.net
        guerrillamail.org guerrillamailblock.com gustr.com harakirimail.com incognitomail.com inboxkitten.com jetable.org jourrapide.com
        mail-temporaire.fr mail.tm mailcatch.com maildrop.cc mailexpire.com mailinator.com mailinator.net mailnesia.com
        mailnull.com mailsac.com mailtemp.info mintemail.com moakt.com mohmal.com mt2015.com mytemp.email mytrashmail.com nada.email
        opayq.com owlymail.com pokemail.net rhyta.com sharklasers.com simplelogin.com slmail.me sneakemail.com spam4.me
        spamex.com spamgourmet.com superrito.com teleworm.us temp-mail.io temp-mail.org tempail.com tempinbox.com tempmail.com tempmail.net
        tempmailo.com tempr.email temporary-mail.net throwawaymail.com trash-mail.com trashmail.com trashmail.de trashmail.me trashmail.net
        trbvm.com wegwerfemail.de wegwerfmail.de yopmail.com yopmail.fr zetmail.com
        """
}
