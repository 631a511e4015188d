/// Words that stand beside a name without being part of it. Folded: lower case, no marks, no dots.
enum TitleWords {
    static let all: WordSet = WordSet([honorifics, jobs, departments, notes].joined(separator: " "))
    static let particles: WordSet = WordSet(
        """
        van von de der den del della di da do dos das du la le les el al as ad ar bin ibn ben bint bat abu umm zu zur zum \
        ter ten te op y e i og af av bar ap mac san santa st saint lo degli dei della dello des vom und and 't s
        """)
    /// What follows says who carried the message, not who wrote it.
    static let carriers: WordSet = WordSet("via through per por par uber durch przez")

    private static let honorifics = """
        mr mrs ms miss mx dr drs prof professor sir madam mister phd mba msc bsc md jd esq cpa dds mag ing dipl univ jr sr \
        herr frau hr fr doktor professorin doctor doctora monsieur madame mademoiselle mme mlle senor senora senorita sr \
        sra srta don dona ingeniero lic licenciado abogado sig signor signora dott dottssa dottore dottoressa avv avvocato \
        rag geom arch senhor senhora sra doutor doutora exmo pan pani panie mgr inz ing judr mudr phdr bc dhr mevr mevrouw \
        meneer fru froken herra rouva dl dna domnul doamna kyrios kyria gospodin gospodja gospozha bay bayan hanim bey \
        sheikh shaikh hajj haji ustad sri smt shri kumari san sama sensei khun nai nang llb llm ma ba fca aca cfa pmp \
        iii iv honorable hon rev reverend excellency hrh g-n g-zha
        """
    private static let jobs = """
        ceo cfo coo cto cio ciso cmo cro cpo chro cco cso vp svp evp avp md gm pm pa ea hr it pr ir chief executive officer \
        president vice chairman chairwoman chairperson chair director directors managing manager managers general head \
        lead leader senior junior principal partner founder cofounder co-founder owner proprietor secretary assistant \
        administrator admin coordinator specialist analyst consultant engineer developer accountant accounting controller \
        comptroller treasurer auditor buyer counsel attorney lawyer legal solicitor barrister associate advisor adviser \
        supervisor superintendent representative rep agent broker executive executives board office desk team staff \
        department dept division unit group company corporate corp inc ltd llc llp plc gmbh ag sa srl bv nv oy ab as kg \
        spa sarl sas pty limited holding holdings international global of the for at in and \
        geschaftsfuhrer geschaftsfuehrer geschaftsfuhrerin geschaftsfuhrung vorstand vorstandsvorsitzender \
        vorstandsvorsitzende leiter leiterin abteilungsleiter buchhaltung einkauf vertrieb prokurist sekretariat \
        inhaber inhaberin direktor direktorin assistenz personal rechtsanwalt kanzlei steuerberater chef chefin \
        directeur directrice president-directeur pdg dg daf drh gerant gerante responsable comptable comptabilite \
        associe avocat avocate fondateur adjoint adjointe \
        director directora gerente presidente presidenta contador contadora jefe jefa socio socia fundador fundadora \
        ejecutivo ejecutiva finanzas compras tesorero secretaria propietario \
        amministratore amministratrice delegato direttore direttrice dirigente responsabile socio titolare contabile \
        acquisti generale \
        diretor diretora gerente financeiro compras contabilidade fundadora socia administrador administradora executivo \
        directeur algemeen bestuurder eigenaar zaakvoerder boekhouder inkoop hoofd \
        dyrektor prezes zarzadu kierownik ksiegowa wlasciciel wiceprezes glowny reditel jednatel vedouci ucetni majitel \
        verkstallande vd ekonomichef chef agare styrelseordforande administrerende adm dir direktor okonomichef \
        toimitusjohtaja johtaja talousjohtaja igazgato ugyvezeto vezerigazgato penzugyi konyvelo tulajdonos \
        mudur muduru genel baskan baskani yonetim kurulu muhasebe sahibi yonetici \
        direktor generalni direktora direktorius vadovas juhataja valdes priekssedetajs \
        \u{433}\u{435}\u{43D}\u{435}\u{440}\u{430}\u{43B}\u{44C}\u{43D}\u{44B}\u{439} \
        \u{434}\u{438}\u{440}\u{435}\u{43A}\u{442}\u{43E}\u{440} \
        \u{431}\u{443}\u{445}\u{433}\u{430}\u{43B}\u{442}\u{435}\u{440}
        президент председатель заместитель начальник руководитель менеджер господин госпожа директорка бухгалтерия пан пані
        διευθυντης διευθυντρια διευθυνων συμβουλος προεδρος κυριος κυρια λογιστηριο
        السيد السيده الدكتور الدكتوره دكتور دكتوره المهندس مهندس الاستاذ استاذ المدير مدير العام المالي التنفيذي الرييس رييس الشيخ
        מר גב דר מנכל מנכלית סמנכל יור עוד רוח מנהל מנהלת כספימ
        대표 대표이사 사장 부사장 회장 부회장 전무 상무 이사 부장 차장 과장 대리 팀장 실장 본부장 원장 교수 박사 님
        社長 副社長 会長 代表 取締役 代表取締役 部長 課長 係長 専務 常務 監査役 様 さん 氏 先生 教授 博士
        总经理 總經理 经理 經理 董事长 董事長 总裁 總裁 主席 总监 總監 主任 先生 女士 小姐 老师
        นาย นาง นางสาว คุณ ผู้จัดการ กรรมการผู้จัดการ ประธาน
        """
    private static let departments = """
        finance financial finances treasury operations operation ops sales marketing human resources resource personnel \
        procurement purchasing logistics supply chain engineering production quality research development rnd security \
        compliance risk audit tax payroll payroll billing payments payment accounts receivable payable support service \
        services helpdesk customer care business strategy communications relations public product products projects \
        project program programs facilities administration investor internal external information technology systems \
        data digital media design creative content events training learning talent recruiting recruitment benefits \
        transport fleet warehouse export import retail wholesale commercial contracts
        """
    private static let notes = """
        private personal work home business mobile ext extern external contractor guest new urgent confidential important \
        account mail email e-mail privat perso personnel personale particular priva asuntos on behalf from sent through \
        by your our my me re fw fwd request message notification notifications shared docs google drive dropbox \
        sharepoint onedrive teams zoom webex slack asana jira trello calendar docusign sign hellosign linkedin form \
        contact iphone ipad android out ooo
        """
}
