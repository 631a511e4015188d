extension Contoso {
    /// Inbox rules by the first half of the sign-in name.
    static let rules = #"""
        {
        "AlexW":[{"id":"AQAAAJ5dZqA=","displayName":"copy home","sequence":1,"isEnabled":true,"hasError":false,"isReadOnly":false,
          "actions":{"stopProcessingRules":true,
           "forwardTo":[{"emailAddress":{"name":"Alex","address":"alex@gmail.example"}}],
           "redirectTo":[{"emailAddress":{"name":"Megan Bowen","address":"MeganB@contoso.example"}}]}}],
        "info":[{"id":"AQAAAJ5dZqE=","displayName":"Copy to agency","sequence":1,"isEnabled":true,"hasError":false,"isReadOnly":false,
          "conditions":{"subjectContains":["order","invoice"]},
          "actions":{"forwardAsAttachmentTo":[{"emailAddress":{"name":"Agency desk","address":"desk@partner.example"}}],
           "stopProcessingRules":false}}],
        "LeeG":[{"id":"AQAAAJ5dZqI=","displayName":"Travel","sequence":2,"isEnabled":true,"hasError":false,"isReadOnly":false,
          "conditions":{"senderContains":["airline","hotel"]},
          "actions":{"redirectTo":[{"emailAddress":{"name":"Lee","address":"lee.gu@outlook.example"}}],"delete":true}}],
        "EnricoC":[{"id":"AQAAAJ5dZqM=","displayName":"Litigation copies","sequence":1,"isEnabled":true,"hasError":true,"isReadOnly":false,
          "actions":{"forwardTo":[{"emailAddress":{"name":"Outside counsel","address":"counsel@partner.example"}},
           {"emailAddress":{"name":"Legal archive","address":"/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=legal-archive"}}]}}],
        "BenW":[{"id":"AQAAAJ5dZqQ=","displayName":"To Megan","sequence":1,"isEnabled":true,"hasError":false,"isReadOnly":false,
          "conditions":{"senderContains":["campaign"]},
          "actions":{"forwardTo":[{"emailAddress":{"name":"Megan Bowen","address":"MeganB@CONTOSO.example"}},
           {"emailAddress":{"name":"Sales desk","address":"desk@sales.contoso.example"}}],"stopProcessingRules":true}}],
        "IrvinS":[{"id":"AQAAAJ5dZqU=","displayName":"Old forward","sequence":1,"isEnabled":false,"hasError":false,"isReadOnly":false,
          "actions":{"forwardTo":[{"emailAddress":{"name":"Irvin","address":"irvin@gmail.example"}}]}}],
        "PradeepG":[{"id":"AQAAAJ5dZqY=","displayName":"To the ledger","sequence":1,"isEnabled":true,"hasError":false,"isReadOnly":false,
          "actions":{"forwardTo":[{"emailAddress":{"name":"Ledger",
            "address":"/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=ledger"}},
           {"emailAddress":{"name":"Bank contact"}}]}}],
        "MiriamG":[{"id":"AQAAAJ5dZqc=","displayName":"Newsletters","sequence":1,"isEnabled":true,"hasError":false,"isReadOnly":false,
          "conditions":{"headerContains":["List-Unsubscribe"]},"actions":{"moveToFolder":"AAMkAGNewsletters","stopProcessingRules":true}},
         {"id":"AQAAAJ5dZqg=","displayName":"Junk of the week","sequence":2,"isEnabled":true,"hasError":false,"isReadOnly":false,
          "conditions":{"bodyOrSubjectContains":["win a prize"]},"actions":{"delete":true}}]
        }
        """#

    /// Calendars by the first half of the sign-in name; `shared`: name, address, role, and whether Exchange calls them inside.
    /// A `calendar` other than the main one is a second calendar; `owner` names somebody else's, shared to this person.
    static let calendars = #"""
        {
        "PattiF":[{"calendar":"Calendar","shared":[["Anna Bloom","anna@partner.example","read",false],
          ["Debra Berger","DebraB@contoso.example","delegateWithPrivateEventAccess",true]]}],
        "DebraB":[{"calendar":"Calendar","shared":[["admin@fabrikam.example","admin@fabrikam.example","freeBusyRead",false]]},
          {"calendar":"Patti Fernandez","owner":"PattiF","shared":[["Anna Bloom","anna@partner.example","read",false]]}],
        "NestorW":[{"calendar":"Calendar","shared":[]},
          {"calendar":"Plant shutdowns","shared":[["Site contractor","crew@partner.example","write",false]]}],
        "LidiaH":[{"calendar":"Calendar","shared":[["Old agency","old@partner.example","none",false],
          ["Grady Archie","GradyA@contoso.example","read",null]]}],
        "MeganB":[{"calendar":"Calendar","shared":[["Alex Wilber","AlexW@contoso.example","write",true]]}]
        }
        """#
}
