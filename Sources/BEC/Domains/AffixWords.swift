/// Words that are put before or behind a company's name to make a second domain of it.
enum AffixWords {
    /// Whether the rest of a label is only such words, digits and hyphens.
    static func explains(_ rest: Substring) -> Bool {
        let trimmed = rest.filter { $0 != "-" && !$0.isNumber }
        if trimmed.isEmpty { return true }
        if words.contains(trimmed) { return true }
        return rest.split(separator: "-").allSatisfy { part in
            words.contains(String(part)) || part.allSatisfy(\.isNumber) || splitsInTwo(part)
        }
    }

    private static func splitsInTwo(_ part: Substring) -> Bool {
        guard part.utf8.count <= 24 else { return false }
        return part.indices.dropFirst().contains { cut in
            words.contains(String(part[..<cut])) && words.contains(String(part[cut...]))
        }
    }

    private static let words = Set(text.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let text = """
        abroad access account accounts accounting accountspayable active ad admin administration ads advisory africa
        agency alert alerts america ap api app apps ar asia at audit auth award backup bank banking benefits bill
        billing biz board book booking brasil brazil business buy ca cafe capital card care careers center central
        centre ceo cert cfo chat check china claim claims click client clients cloud club co com community compliance
        connect consult consulting contact contract contracts coo corp corporate corporation credit crm customer
        customers data de deals delivery desk dev digital direct director docs document documents download drive edi
        email emails employee employees energy enterprise erp eu europe events exec executive express extra extranet
        file files fin finance financial financials firm forms forum foundation fr fund funds gateway germany global
        gmbh go gov grp group groupe gruppe guard headoffice health hello help helpdesk hk holding holdings home
        hosting hotline hq hr hub ibank id identity in inc india industries info infos information inside insurance
        internal international intl intranet invest investment investments investor investors invoice invoices
        invoicing io ir is it job jobs join kontakt kundenservice lab labs law ldt learning legal life limited link
        live llc llp log login loginto logistics logon ltd ltda mail mailbox mailer mails main manage management
        manager market marketing media member members message messages messenger mfa mobile my myaccount net network
        news newsletter notice notification notifications notify now office officer official offices ok one online
        onlineservice operations order orders org outlook owa page pages partner partners partnership password pay
        payable payables payment payments payroll people personal phone plus po portal post press priority privacy
        pro procurement profile project projects purchase purchasing receivables recovery recruit recruiting
        recruitment refund registration remit remittance report reports reply res reset review rh rsvp sa safe sales
        sarl sas secure secured security seguro server servers service servicedesk services servicios servico share
        shared sharepoint shipping shop sign signin site smtp soft software solution solutions spa srl sso staff
        status store studio suite supplier suppliers supply support supporto suporte survey sync system systems tax
        team teams tech technologies technology test the ticket tickets tl tools trade trading training transfer
        travel treasury trust uk united update updates us usa user users vendor vendors verification verified verify
        vip voice voicemail vpn wallet web webmail website wire work workplace world www your zone
        """
}
