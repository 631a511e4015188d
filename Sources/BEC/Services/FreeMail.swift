import Model

/// Domains where anybody gets a mailbox without showing who they are.
enum FreeMail {
    static let replaceable = ReplaceableTable(
        "free-mail-domains",
        builtIn: TableOrigin(
            source: "providers of mailboxes for everybody", version: "collected by hand", date: "2026-11",
            licence: "facts"),
        row: "a domain in small letters such as mail.example", fits: MailDomain.isOne)

    /// - Parameter domain: lower-case A-labels.
    static func contains(_ domain: String) -> Bool {
        if names.contains(domain) { return true }
        guard let dot = domain.firstIndex(of: ".") else { return false }
        return families.contains(String(domain[..<dot])) && isCountrySuffix(domain[domain.index(after: dot)...])
    }

    /// `com`, a country, or `co.`/`com.` and a country.
    private static func isCountrySuffix(_ suffix: Substring) -> Bool {
        let parts = suffix.split(separator: ".")
        switch parts.count {
        case 1: return parts[0] == "com" || parts[0].count == 2
        case 2: return (parts[0] == "co" || parts[0] == "com") && parts[1].count == 2
        default: return false
        }
    }

    /// Providers that use their name under many suffixes.
    private static let families: Set<String> = [
        "yahoo", "hotmail", "outlook", "live", "gmx", "yandex", "rediffmail", "aol", "googlemail", "ymail",
    ]

    private static let names = Set(
        (replaceable.ownWords ?? text.split(whereSeparator: \.isWhitespace)).map(String.init))

    private static let text = """
        1und1.de 010.com 126.com 139.com 150mail.com 163.com 163.net 188.com 189.cn 21cn.com 2die4.com 30gigs.com 4email.net
        50mail.com 9online.fr abv.bg accountant.com adinet.com.uy aim.com airmail.net alibaba.com alice.it aliceadsl.fr aliyun.com
        allmail.net alumni.com ameritech.net aol.com arcor.de arnet.com.ar artlover.com asia.com asia-mail.com att.net
        atlas.cz atlas.sk azet.sk barid.com bbox.fr bellsouth.net berlin.com bezeqint.net bigfoot.com bigmir.net bigpond.com bigpond.net.au bk.ru
        blueyonder.co.uk bluewin.ch bol.com.br bt.com btinternet.com btopenworld.com c2i.net caramail.com centrum.cz centrum.sk
        centurylink.net charter.net chello.at chello.nl chello.cz clear.net.nz club-internet.fr columbus.rr.com comcast.net
        consultant.com contractor.net cox.net cs.com cyberdude.com cybergal.com daum.net dbmail.com dcemail.com dir.bg disroot.org doctor.com docomo.ne.jp
        dr.com dodo.com.au e-mail.ua earthlink.net email.com email.cz email.de email.it email.ru emailn.de engineer.com europe.com eml.cc
        eircom.net execs.com ezweb.ne.jp fastmail.com fastmail.fm fastmail.net fastmail.us fibertel.com.ar financier.com
        fmail.co.uk foxmail.com free.fr freemail.gr freemail.hu freemail.it freenet.de freeserve.co.uk frontier.com frontiernet.net fsmail.net
        gmail.com gmail.ru gmx.at gmx.ch gmx.com gmx.de gmx.es gmx.fr gmx.info gmx.net gmx.org gmx.us googlemail.com
        globo.com globomail.com graduate.org hanmail.net haltospam.com hey.com hispavista.com home.nl homemail.com home.se hotmail.com hotmail.co.uk hushmail.com hush.com hush.ai i.ua
        icloud.com ig.com.br iinet.net.au iname.com in.com inbox.com inbox.lt inbox.lv inbox.ru indiatimes.com infinito.it inmail24.com inorbit.com interia.pl interia.eu
        interfree.it internode.on.net inwind.it iol.it iol.pt itelefonica.com.br jubii.dk juno.com kabelmail.de kakao.com katamail.com keemail.me
        kolumbus.fi kpnmail.nl laposte.net lavabit.com lawyer.com legislator.com libero.it libertysurf.fr linuxmail.org list.ru
        live.com live.co.uk live.fr live.nl lobbyist.com luukku.com lycos.com lycos.de lycos.co.uk mac.com magenta.de mail.bg mail.com mail.ch mail.dk mail.ee
        mail.de mail.kz mail.ru mail.ua mailbox.org mailcity.com mailfence.com mailo.com maktoob.com me.com meta.ua minister.com mindspring.com mixmail.com
        msn.com my.com myself.com mynet.com myway.com naver.com nate.com neostrada.pl netaddress.com netcabo.pt netcourrier.com netease.com net.hr netscape.net netvigator.com
        netzero.com netzero.net neuf.fr nifty.com ntlworld.com null.net nycap.rr.com numericable.fr o2.co.uk o2.pl o2online.de oi.com.br onet.eu onet.pl online.de online.no onmail.com
        op.pl openmailbox.org optonline.net optusnet.com.au orange.fr orange.net orange.es otenet.gr outlook.com ozemail.com.au oath.com
        pacbell.net pandora.be pobox.com poczta.fm poczta.onet.pl pochta.ru populus.net post.com post.cz posteo.de posteo.net post.sk prodigy.net prodigy.net.mx programmer.net prokonto.pl
        proton.me protonmail.ch protonmail.com pm.me ptd.net qq.com quicknet.nl q.com r7.com rambler.ru rambler.ua realtyagent.com rediffmail.com representative.com
        roadrunner.com rocketmail.com rogers.com runbox.com sapo.pt sbcglobal.net scarlet.be scientist.com seznam.cz secretary.com sfr.fr shaw.ca sify.com sina.cn sina.com sky.com skynet.be
        skynet.com socal.rr.com sohu.com sonnet.co.uk softbank.ne.jp spoko.pl spray.se startmail.com stofanet.dk suddenlink.net sunrise.ch superonline.com surewest.net sympatico.ca swissonline.ch
        t-online.de t-online.hu talk21.com talktalk.net techie.com tele2.nl tele2.se telefonica.net telenet.be telia.com teleline.es telkomsa.net telus.net teletu.it terra.cl terra.com terra.com.br terra.es tim.it tin.it tiscali.co.uk
        tiscali.fr tiscali.it tlen.pl tom.com tpg.com.au tut.by tutamail.com tutanota.com tutanota.de tuta.com tuta.io tvcablenet.be tyt.by ukr.net umpire.com uol.com.br uol.com.ar upcmail.nl
        usa.com usa.net vahoo.com verizon.net versatel.nl videotron.ca vip.163.com vip.qq.com vip.sina.com virgilio.it virginmedia.com virgin.net visitmail.com vodafone.it vodafone.de vodafone.nl voila.fr vivaldi.net volny.cz vp.pl
        walla.co.il walla.com wanadoo.es wanadoo.fr web.de webmail.co.za webmail.hu whale-mail.com windowslive.com windstream.net wp.eu wp.pl writeme.com workmail.com wowway.com xs4all.nl xtra.co.nz xplornet.com
        ya.ru yahoo.com yandex.com yandex.ru yeah.net yopmail.net ymail.com z6.com zahav.net.il ziggo.nl zipmail.com.br zoho.com zoho.eu zoho.in zohomail.com zohomail.eu zonnet.nl zoznam.sk
        """
}
