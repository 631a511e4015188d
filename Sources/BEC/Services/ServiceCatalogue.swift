import Model

/// Services that write to people in another person's name, and sign what they send.
enum ServiceCatalogue {
    /// The service that an address belongs to; nil for none.
    static func service(of address: EmailAddress) -> String? {
        if let name = mailboxes[address.description.lowercased()] { return name }
        var rest = address.domain[...]
        while true {
            if let name = domains[String(rest)] { return name }
            guard let dot = rest.firstIndex(of: ".") else { return nil }
            rest = rest[rest.index(after: dot)...]
        }
    }

    /// Whether both belong to one service.
    static func areOneService(_ first: EmailAddress, _ second: EmailAddress) -> Bool {
        guard let service = service(of: first) else { return false }
        return service == ServiceCatalogue.service(of: second)
    }

    private static let entries: [(key: String, name: String)] = text.split(separator: "\n").flatMap { line in
        let parts = line.split(separator: ":")
        return parts[1].split(separator: " ").map { (String($0), String(parts[0])) }
    }
    private static let domains = table { !$0.contains("@") }
    private static let mailboxes = table { $0.contains("@") }

    private static func table(_ wanted: (String) -> Bool) -> [String: String] {
        Dictionary(entries.filter { wanted($0.key) }.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Only domains whose mailboxes are the service's own; where anybody may have one, the single mailboxes.
    private static let text = """
        Adobe:adobe.com adobesign.com echosign.com documents.adobe.com
        Airtable:airtable.com mail.airtable.com
        Asana:asana.com
        Atlassian:atlassian.net atlassian.com jira.com trello.com bitbucket.org statuspage.io
        BambooHR:bamboohr.com
        Basecamp:basecamp.com 3.basecamp.com
        Bluejeans:bluejeans.com
        Box:box.com
        Calendly:calendly.com
        Canva:canva.com
        ClickUp:clickup.com
        Coda:coda.io
        Concur:concur.com concursolutions.com
        Coupa:coupahost.com coupa.com
        Docusign:docusign.net docusign.com
        Doodle:doodle.com
        Dropbox:dropbox.com dropboxmail.com hellosign.com dropboxsign.com
        Egnyte:egnyte.com
        Eventbrite:eventbrite.com
        Evernote:evernote.com
        Expensify:expensify.com
        Facebook:facebookmail.com
        Figma:figma.com
        Freshworks:freshdesk.com freshservice.com freshworks.com
        GitHub:github.com
        GitLab:gitlab.com
        Google:docs.google.com accounts.google.com calendar.google.com classroom.google.com googlegroups.com drive-shares-noreply@google.com drive-shares-dm-noreply@google.com calendar-notification@google.com calendar-server.bounces.google.com forms-receipts-noreply@google.com meetings-noreply@google.com meet-recordings-noreply@google.com sites-noreply@google.com chat-noreply@google.com groups-noreply@google.com noreply@google.com no-reply@google.com
        GoTo:goto.com gotomeeting.com logmein.com gotowebinar.com
        Greenhouse:greenhouse.io greenhouse-mail.io
        HubSpot:hubspot.com hubspotemail.net
        Intercom:intercom-mail.com intercom.io
        Lever:lever.co hire.lever.co
        LinkedIn:linkedin.com e.linkedin.com
        Loom:loom.com loom.io
        Lucid:lucid.app lucidchart.com
        Mailchimp:mailchimp.com
        Mentimeter:mentimeter.com
        Padlet:padlet.com
        Kahoot:kahoot.com kahoot.it
        Slido:sli.do slido.com
        Prezi:prezi.com
        Grammarly:grammarly.com
        Linear:linear.app
        Bitrix24:bitrix24.com
        Nextcloud:nextcloud.com
        Tresorit:tresorit.com
        Sync:sync.com
        pCloud:pcloud.com
        MediaFire:mediafire.com
        Citrix:citrix.com
        OneSpan:onespan.com esignlive.com
        Autentique:autentique.com.br
        Clicksign:clicksign.com
        DocHub:dochub.com
        Formstack:formstack.com
        Jotform:jotform.com
        Qualtrics:qualtrics.com qualtrics-survey.com
        Survio:survio.com
        LimeSurvey:limesurvey.org
        Instagram:mail.instagram.com
        Twitter:twitter.com x.com
        Strava:strava.com
        Goodreads:goodreads.com
        ResearchGate:researchgatemail.net researchgate.net
        Academia:academia-mail.com academia.edu
        Overleaf:overleaf.com
        Kudoboard:kudoboard.com
        GroupGreeting:groupgreeting.com
        Splitwise:splitwise.com
        GoFundMe:gofundme.com
        Discord:discord.com
        Nulab:backlog.com cacoo.com nulab.com
        YouTrack:youtrack.cloud jetbrains.com
        Sentry:getsentry.com sentry.io
        Bitwarden:bitwarden.com
        1Password:1password.com
        LastPass:lastpass.com
        Gusto:gusto.com
        Deel:deel.com letsdeel.com
        Rippling:rippling.com
        HiBob:hibob.com
        Recruitee:recruitee.com recruitee-mail.com
        SmartRecruiters:smartrecruiters.com
        Teamtailor:teamtailor.com teamtailor-mail.com
        Factorial:factorialhr.com factorial.co
        Bill.com:bill.com hq.bill.com
        Ramp:ramp.com
        Brex:brex.com
        Spendesk:spendesk.com
        Pleo:pleo.io
        Meetup:meetup.com
        Microsoft:sharepointonline.com teams.microsoft.com teams.mail.microsoft email.teams.microsoft.com yammer.com planner.office365.com forms.office.com forms.microsoft.com onmicrosoft.net odspnotify.com sharepoint.com viva.office.com mail.onedrive.com onedrive.com microsoftonline.com microsoft365.com no-reply@microsoft.com noreply@email.teams.microsoft.com msonlineservicesteam@microsoftonline.com no-reply@onedrive.com maccount@microsoft.com
        Miro:miro.com
        Monday:monday.com
        Mural:mural.co
        Notion:notion.so makenotion.com notion.com
        PandaDoc:pandadoc.com pandadoc.net
        Personio:personio.de personio.com
        Pipedrive:pipedrive.com
        PagerDuty:pagerduty.com
        Quip:quip.com
        RingCentral:ringcentral.com
        Salesforce:salesforce.com force.com exacttarget.com
        SAP:sapsf.com sapsf.eu successfactors.com successfactors.eu ariba.com
        ServiceNow:service-now.com servicenow.com
        ShareFile:sharefile.com
        Signable:signable.co.uk signable.app
        SignNow:signnow.com
        SignWell:signwell.com
        Slack:slack.com
        Smartsheet:smartsheet.com
        SurveyMonkey:surveymonkey.com surveymonkeyuser.com
        Teamviewer:teamviewer.com
        Teamwork:teamwork.com
        Todoist:todoist.com doist.com
        Typeform:typeform.com
        Vimeo:vimeo.com
        Webex:webex.com
        WeTransfer:wetransfer.com
        Whereby:whereby.com
        Workable:workable.com workablemail.com
        Workday:workday.com myworkday.com
        Wrike:wrike.com
        Xero:xero.com post.xero.com
        QuickBooks:intuit.com
        Xing:xing.com
        Zapier:zapier.com zapiermail.com
        Zendesk:zendesk.com
        Zoho:zohosign.com zohocalendar.com sign.zoho.com noreply@zoho.com
        Zoom:zoom.us zoom.com
        Yousign:yousign.com yousign.app
        Skribble:skribble.com
        Scrive:scrive.com
        """
}
