extension Contoso {
    static let organization = #"""
        {"id":"{tenant}","displayName":"Contoso","createdDateTime":"@-2400d","countryLetterCode":"US","preferredLanguage":"en",
         "tenantType":"AAD","onPremisesSyncEnabled":true,"onPremisesLastSyncDateTime":"@-1h",
         "technicalNotificationMails":["it@contoso.example"]}
        """#

    static let domains = #"""
        [
        {"id":"contoso.example","isDefault":true,"isRoot":true,"supportedServices":["Email","OfficeCommunicationsOnline"],
         "passwordValidityPeriodInDays":90,"passwordNotificationWindowInDays":14},
        {"id":"contoso.onmicrosoft.com","isInitial":true,"isRoot":true,"supportedServices":["Email","OfficeCommunicationsOnline"],
         "passwordValidityPeriodInDays":2147483647,"passwordNotificationWindowInDays":14},
        {"id":"sales.contoso.example","isRoot":false,"supportedServices":["Email"]},
        {"id":"shop.contoso.example","isRoot":false,"supportedServices":["Email"]},
        {"id":"login.contoso.example","isRoot":false,"authenticationType":"Federated","supportedServices":[]},
        {"id":"northwind.example","isRoot":true,"supportedServices":["Email"]},
        {"id":"mail.northwind.example","isRoot":false,"supportedServices":["Email"]},
        {"id":"tailspin.example","isRoot":true,"supportedServices":["Email"]},
        {"id":"wingtip.example","isRoot":true,"supportedServices":["Email"]},
        {"id":"adventure-works.example","isRoot":true,"supportedServices":["Email"]},
        {"id":"lucerne.example","isRoot":true,"supportedServices":["Email"]},
        {"id":"fabrikam.example","isRoot":true,"isVerified":false,"supportedServices":[]}
        ]
        """#

    static let labels = #"""
        [
        {"id":"4e4234dd-377b-42a3-935b-0e42f138fa23","name":"General","displayName":"General","description":"General data, not for public use.",
         "toolTip":"Apply this label to general non-public data.","autoTooltip":"","priority":10,"isDefault":true,"hasProtection":false,
         "isEndpointProtectionEnabled":true,"actionSource":"manual","sublabels":[]},
        {"id":"8cf764ac-ef2b-4787-8ccd-0a8a65e7bafa","name":"Confidential","displayName":"Confidential","description":"",
         "toolTip":"Business data that could harm Contoso if shared.","autoTooltip":"","priority":20,"isDefault":false,"hasProtection":false,
         "isEndpointProtectionEnabled":true,"actionSource":"manual","sublabels":[
          {"id":"a20cbae4-0c05-448c-b342-cb6c618d0957","name":"All Employees","displayName":"All Employees","description":"",
           "toolTip":"Everyone at Contoso can open it.","autoTooltip":"","priority":21,"isDefault":false,"hasProtection":true,
           "isEndpointProtectionEnabled":true,"actionSource":"manual","sublabels":[]},
          {"id":"b31dcbf5-1d16-459d-8453-dc7d729e1a68","name":"Board Only","displayName":"Board Only","description":"",
           "toolTip":"Members of the board only.","autoTooltip":"","priority":22,"isDefault":false,"hasProtection":true,
           "isEndpointProtectionEnabled":true,"actionSource":"manual","sublabels":[]}]}
        ]
        """#

    static let previewLabels = #"""
        [
        {"id":"4e4234dd-377b-42a3-935b-0e42f138fa23","name":"General","description":"General data, not for public use.","color":"#000000",
         "sensitivity":10,"tooltip":"Apply this label to general non-public data.","isActive":true,"isAppliable":true,
         "contentFormats":["file","email"],"hasProtection":false,"parent":null},
        {"id":"8cf764ac-ef2b-4787-8ccd-0a8a65e7bafa","name":"Confidential","description":"","color":"#ff8c00","sensitivity":20,
         "tooltip":"Business data that could harm Contoso if shared.","isActive":true,"isAppliable":false,
         "contentFormats":["file","email"],"hasProtection":false,"parent":null},
        {"id":"a20cbae4-0c05-448c-b342-cb6c618d0957","name":"All Employees","description":"","color":"","sensitivity":21,
         "tooltip":"Everyone at Contoso can open it.","isActive":true,"isAppliable":true,"contentFormats":["file","email"],
         "hasProtection":true,"parent":{"id":"8cf764ac-ef2b-4787-8ccd-0a8a65e7bafa","name":"Confidential","description":"",
          "color":"#ff8c00","sensitivity":20,"tooltip":"","isActive":true}},
        {"id":"b31dcbf5-1d16-459d-8453-dc7d729e1a68","name":"Board Only","description":"","color":"","sensitivity":22,
         "tooltip":"Members of the board only.","isActive":false,"isAppliable":true,"contentFormats":["file","email"],
         "hasProtection":true,"parent":{"id":"8cf764ac-ef2b-4787-8ccd-0a8a65e7bafa","name":"Confidential","description":"",
          "color":"#ff8c00","sensitivity":20,"tooltip":"","isActive":true}}
        ]
        """#
}
