extension Contoso {
    /// `of`: a person (first half of the sign-in name), `group:` or `site:`. Items are paths; one that ends in `/` is a
    /// folder; what follows is granted on it, in the words of `Sharing`. `/` is the root.
    static let drives = #"""
        [
        {"of":"MeganB","items":[["Campaigns/"],["Campaigns/Autumn launch.pptx","organization edit"],["Campaigns/Brand guide.pdf","users view MeganB AlexW"],
          ["HR/"],["HR/Payroll 2026.xlsx","anonymous edit"],["HR/Org chart.vsdx"],["Notes.one"]]},
        {"of":"AdeleV","items":[["Store plans/"],["Store plans/Seattle.docx","anonymous view expires=-30d"],
          ["Store plans/Price list.xlsx","anonymous view"],["Store plans/Rota.xlsx","person write MistyS"]]},
        {"of":"AlexW","items":[["Photos/","anonymous view nodownload"],["Photos/Summit.jpg"],["Photos/Guests.csv"],["Photos/Booth.jpg","users view AdeleV"],["Draft.docx"]]},
        {"of":"LeeG","items":[["Vendors/"],["Vendors/Offer.docx","anonymous view password expires=60d"],["Vendors/Terms.pdf","existingAccess view"]]},
        {"of":"PattiF","items":[["Strategy.docx"],["Letters/"],["Letters/Shareholders.docx"]]},
        {"of":"DiegoS","items":[["Contracts/","users edit PattiF"],["Contracts/Template.docx"],["Contracts/Offer letter.docx"]]},
        {"of":"BenW","items":[["Pipeline.xlsx","person write IsaiahL"],["Quotas.xlsx"]]},
        {"of":"JohannaL","items":[["Designs/"],["Designs/Pump.dwg"],["Designs/Valve.dwg"]]},
        {"of":"GradyA","items":[["Logo.svg","users view MeganB"],["Palette.ase"]]},
        {"of":"EmilyB","items":[["Forecast.xlsx"],["Budget/"],["Budget/2026.xlsx","limited PradeepG"]]},
        {"of":"NestorW","items":[["Plant.xlsx"]]},
        {"of":"CameronW","items":[["Readme.md"],["Scripts/"],["Scripts/deploy.sh"]]},
        {"of":"group:All Company","name":"Documents","items":[["/","everyone read id=RXZlcnlvbmU"],["Handbook.docx"],["Policies/"],
          ["Policies/Travel.docx","users edit DebraB"]]},
        {"of":"group:Board","name":"Documents","items":[["Board papers/","anonymous createOnly"],["Board papers/March/"],
          ["Board papers/March/Minutes.docx","users view PattiF"],["Calendar.xlsx"]]},
        {"of":"group:Marketing","name":"Documents","items":[["Press/","anonymous view never"],["Press/Kit.zip"],["Plan.docx","organization view"]]},
        {"of":"group:Sales","name":"Documents","items":[["Price books/","organization edit"],["Price books/2026.xlsx"],["Price books/Card orders.csv"],["Leads.xlsx"]]},
        {"of":"group:HR","name":"Documents","items":[["Reviews/"],["Reviews/2025.docx"]]},
        {"of":"group:Engineering","name":"Documents","items":[["Specs/","organization view"],["Specs/Pump.docx"],["Specs/Valve.docx"],["Specs/Test rig.conf"],["Releases.xlsx"]]},
        {"of":"site:Intranet","name":"Documents","items":[["News/"],["News/Canteen.docx","everybody read"],["Forms/"],["Forms/Leave.docx"]]},
        {"of":"site:Legal","name":"Case files","items":[["Cases/"],["Cases/2026-04.docx","anonymous view expires=-2d","person read EnricoC"]]}
        ]
        """#
}
