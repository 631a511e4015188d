extension Contoso {
    /// `kind`: team, dynamic (a team by rule), security, mailSecurity, distribution. Members by the first half of the
    /// sign-in name; `group:` before the name of a group.
    static let groups = #"""
        [
        {"displayName":"All Company","kind":"team","visibility":"Public","mail":"allcompany@contoso.example",
         "members":["AdeleV","MeganB","AlexW","DiegoS","GradyA","HenriettaM","IsaiahL","JohannaL","JoniS","LeeG","LidiaH","LynneR",
          "MiriamG","NestorW","PattiF","PradeepG","AllanD","DebraB","ChristieC","IrvinS","BenW","EmilyB","EnricoC","MistyS","CameronW"]},
        {"displayName":"Board","kind":"team","visibility":"Private","mail":"board@contoso.example","members":["PattiF","MiriamG","BenW","DebraB"]},
        {"displayName":"Marketing","kind":"team","visibility":"Private","mail":"marketing@contoso.example","members":["MeganB","AlexW","MiriamG"]},
        {"displayName":"Sales","kind":"team","visibility":"Private","mail":"sales@contoso.example",
         "members":["BenW","IsaiahL","MistyS","AdeleV","anna_partner.example#EXT#@contoso.onmicrosoft.com"]},
        {"displayName":"HR","kind":"team","visibility":"HiddenMembership","mail":"hr@contoso.example","members":["DiegoS","PattiF"]},
        {"displayName":"Engineering","kind":"team","visibility":"Private","mail":"engineering@contoso.example",
         "members":["JohannaL","HenriettaM","CameronW","GerhartM"]},
        {"displayName":"Retail Staff","kind":"dynamic","visibility":"Private","mail":"retail@contoso.example","members":["AdeleV","ChristieC","LynneR"]},
        {"displayName":"Executives","kind":"security","members":["PattiF","MiriamG","BenW","NestorW"]},
        {"displayName":"Protected People","kind":"security","members":["group:Executives","AllanD","DiegoS"]},
        {"displayName":"Project Alpha","kind":"security","members":["group:Project Beta","IrvinS"]},
        {"displayName":"Project Beta","kind":"security","members":["group:Project Alpha","LidiaH"]},
        {"displayName":"Accounts Payable","kind":"mailSecurity","mail":"ap@contoso.example","members":["PradeepG","EmilyB","SaraD"]},
        {"displayName":"Announcements","kind":"distribution","mail":"announce@contoso.example","members":["group:All Company","DebraB"]},
        {"displayName":"Former Interns","kind":"security","members":[]}
        ]
        """#
}
