/// Domains of providers that give each customer a sub-domain in the customer's name.
enum TenantHosts {
    static func contains(_ registrable: String) -> Bool { names.contains(registrable) }

    private static let names = Set(text.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let text = """
        amazonses.com asana.com atlassian.net auth0.com awsapps.com bamboohr.com basecamp.com box.com breezy.hr
        calendly.com cloudfunctions.net clickup.com concur.com concursolutions.com coupahost.com deel.com
        docebosaas.com docusign.net dropbox.com dynamics.com egnyte.com exclaimer.net force.com freshdesk.com
        freshservice.com freshsales.io gitlab.io github.io greenhouse.io happeo.com helpdocs.io helpscout.net
        helpscoutapp.com hibob.com hubspot.com hubspotemail.net intercom-mail.com intercom.io jira.com jobvite.com
        knowbe4.com lever.co looker.com mail.onmicrosoft.com mailgun.org mandrillapp.com microsoftonline.com mimecast.com
        monday.com my.salesforce.com myfreshworks.com netsuite.com notion.site okta-emea.com okta.com oktapreview.com
        onelogin.com pagerduty.com personio.de personio.com ping-eng.com pingidentity.com proofpoint.com recruitee.com
        salesforce.com sap.com sapsf.com sapsf.eu sendgrid.net service-now.com servicenow.com sharefile.com
        sharepoint.com sharepointonline.com shopify.com slack.com smartrecruiters.com smartsheet.com statuspage.io
        successfactors.com successfactors.eu talentlms.com teamtailor.com teamtailor-mail.com teamwork.com trello.com
        typeform.com uservoice.com webex.com workable.com workablemail.com workday.com myworkday.com youtrack.cloud
        zendesk.com zoho.com zohocorp.com zoom.us
        """
}
