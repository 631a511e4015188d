import Model

extension DrugNames {
    static let origin = TableOrigin(
        source:
            "international nonproprietary names in common use (World Health Organization), American variants, known brands",
        version: "collected by hand", date: "2026-11", licence: "facts")

    static let table = """
        abacavir abatacept abemaciclib abiraterone acalabrutinib acamprosate acarbose acetaminophen acetazolamide aciclovir acyclovir
        adalimumab adderall adefovir advil aflibercept agomelatine albendazole albuterol alendronate alfuzosin alirocumab aliskiren
        allopurinol alprazolam alteplase amantadine ambien amikacin amiloride aminophylline amiodarone amisulpride amitriptyline
        amlodipine amoxicillin amphotericin ampicillin anakinra anastrozole apalutamide apixaban apremilast aripiprazole asenapine
        atazanavir atenolol atezolizumab ativan atomoxetine atorvastatin atracurium augmentin azacitidine azathioprine azithromycin
        aztreonam baclofen bactrim baricitinib beclometasone benazepril bendamustine bendroflumethiazide benralizumab benserazide
        benzocaine betahistine betamethasone bevacizumab bezafibrate bicalutamide bictegravir bimatoprost bisacodyl bisoprolol
        bivalirudin bleomycin bortezomib bosentan brexpiprazole brivaracetam bromocriptine budesonide bumetanide bupivacaine
        buprenorphine bupropion buspirone busulfan cabergoline cabozantinib calcipotriol calcitriol canagliflozin candesartan
        capecitabine captopril carbamazepine carbidopa carbimazole carboplatin carfilzomib cariprazine carvedilol caspofungin cefaclor
        cefalexin cefazolin cefepime cefixime cefotaxime cefpodoxime ceftazidime ceftriaxone cefuroxime celebrex celecoxib cephalexin
        certolizumab cetirizine cetuximab chlorambucil chlordiazepoxide chloroquine chlorpheniramine chlorpromazine chlorthalidone
        cholestyramine cialis ciclosporin cilostazol cinacalcet cipro ciprofloxacin cisplatin citalopram cladribine clarithromycin
        clindamycin clobazam clobetasol clomifene clomipramine clonazepam clonidine clopidogrel clotrimazole clozapine cobicistat
        codeine colchicine colestyramine concerta coumadin cyclobenzaprine cyclophosphamide cyclosporine cymbalta cytarabine dabigatran
        dacarbazine dalteparin dapagliflozin dapsone daptomycin darbepoetin darolutamide darunavir dasatinib daunorubicin deferasirox
        denosumab depakote desloratadine desmopressin desvenlafaxine dexamethasone dexmedetomidine dextroamphetamine dextromethorphan
        diazepam diclofenac dicycloverine digoxin dihydrocodeine dilantin diltiazem dimenhydrinate diphenhydramine dipyridamole
        disulfiram dobutamine docetaxel docusate dolutegravir domperidone donepezil dorzolamide doxazosin doxepin doxorubicin
        doxycycline dronedarone dulaglutide duloxetine dupilumab durvalumab dutasteride edoxaban efavirenz effexor eletriptan eliquis
        eltrombopag empagliflozin emtricitabine enalapril enbrel enoxaparin entacapone entecavir entresto enzalutamide epirubicin
        eplerenone epoetin eptifibatide erenumab eribulin erlotinib ertapenem ertugliflozin erythromycin escitalopram esketamine
        esomeprazole estradiol eszopiclone etanercept ethambutol ethosuximide etonogestrel etoposide etoricoxib everolimus evolocumab
        exemestane exenatide ezetimibe famciclovir famotidine farxiga febuxostat felodipine fenofibrate fentanyl fexofenadine
        fidaxomicin filgrastim finasteride fingolimod flecainide fluconazole fludarabine fludrocortisone flumazenil fluorouracil
        fluoxetine flupentixol fluphenazine flurbiprofen fluticasone fluvoxamine fondaparinux formoterol fosamax fosfomycin fosinopril
        fremanezumab fulvestrant furosemide gabapentin galantamine ganciclovir gefitinib gemcitabine gemfibrozil gentamicin glatiramer
        glibenclamide gliclazide glimepiride glipizide glucophage glyburide golimumab goserelin granisetron griseofulvin guaifenesin
        guselkumab haloperidol humalog humira hydralazine hydrochlorothiazide hydrocodone hydrocortisone hydromorphone
        hydroxychloroquine hydroxyurea hydroxyzine hyoscine ibandronate ibrutinib ibuprofen idarubicin idarucizumab ifosfamide imatinib
        imipenem imipramine imodium indapamide indinavir indomethacin infliximab invokana ipilimumab ipratropium irbesartan irinotecan
        isoniazid isosorbide isotretinoin itraconazole ivabradine ivermectin ixekizumab januvia jardiance keppra ketamine ketoconazole
        ketoprofen ketorolac keytruda klonopin labetalol lacosamide lactulose lamivudine lamotrigine lansoprazole lantus lapatinib lasix
        latanoprost leflunomide lenalidomide letrozole leucovorin leuprolide leuprorelin levetiracetam levocetirizine levodopa
        levofloxacin levomepromazine levonorgestrel levothyroxine lexapro lidocaine linagliptin linezolid liothyronine lipitor
        liraglutide lisdexamfetamine lisinopril loperamide lopinavir loratadine lorazepam losartan lovastatin lovenox lurasidone lyrica
        macitentan mebendazole mebeverine medroxyprogesterone mefenamic mefloquine melatonin meloxicam melphalan memantine meperidine
        mepolizumab mercaptopurine meropenem mesalamine mesalazine metamucil metformin methadone methimazole methocarbamol methotrexate
        methyldopa methylphenidate methylprednisolone metoclopramide metolazone metoprolol metronidazole micafungin miconazole midazolam
        mifepristone milrinone minocycline minoxidil mirabegron mirtazapine misoprostol mitomycin mitoxantrone modafinil mometasone
        montelukast morphine mounjaro moxifloxacin mupirocin mycophenolate nabumetone nadolol naloxone naltrexone naprosyn naproxen
        naratriptan natalizumab nateglinide nebivolol nefopam neostigmine neurontin nevirapine nexium niacin nicardipine nicorandil
        nifedipine nilotinib nimodipine nintedanib niraparib nirmatrelvir nitazoxanide nitrazepam nitrofurantoin nitroglycerin nivolumab
        norco norethisterone norfloxacin nortriptyline norvasc novolog nystatin obinutuzumab ocrelizumab octreotide ofatumumab ofloxacin
        olanzapine olaparib olmesartan omalizumab omeprazole ondansetron opdivo orlistat oseltamivir osimertinib oxaliplatin oxaprozin
        oxazepam oxcarbazepine oxybutynin oxycodone oxytocin ozempic paclitaxel palbociclib paliperidone palonosetron pamidronate
        panitumumab pantoprazole paracetamol paroxetine paxil paxlovid pazopanib pegfilgrastim peginterferon pembrolizumab pemetrexed
        penicillamine pentamidine pentoxifylline perampanel percocet perindopril permethrin pertuzumab phenelzine phenobarbital
        phenoxymethylpenicillin phenylephrine phenytoin pilocarpine pimozide pioglitazone piperacillin pirfenidone piroxicam
        pitavastatin plavix pomalidomide posaconazole pradaxa pramipexole prasugrel pravastatin praziquantel prazosin prednisolone
        prednisone pregabalin prilosec primaquine primidone probenecid procainamide prochlorperazine procyclidine progesterone
        promethazine propafenone propofol propranolol propylthiouracil prozac pseudoephedrine pyrazinamide pyridostigmine pyrimethamine
        quetiapine quinapril quinine rabeprazole raloxifene raltegravir ramipril ranibizumab ranitidine ranolazine rasagiline
        regorafenib remdesivir remicade repaglinide ribavirin ribociclib rifabutin rifampicin rifampin rifaximin rilpivirine
        risankizumab risedronate risperdal risperidone ritalin ritonavir rituximab rivaroxaban rivastigmine rizatriptan rocuronium
        romiplostim ropinirole ropivacaine rosuvastatin rotigotine rucaparib rufinamide ruxolitinib sacubitril salbutamol salmeterol
        sarilumab saxagliptin secukinumab selegiline semaglutide senna seroquel sertraline sevelamer sildenafil silodosin simvastatin
        singulair sirolimus sitagliptin sofosbuvir solifenacin sorafenib sotalol spironolactone streptomycin suboxone sucralfate
        sulfadiazine sulfamethoxazole sulfasalazine sulpiride sumatriptan sunitinib suvorexant symbicort synthroid tacrolimus tadalafil
        tamiflu tamoxifen tamsulosin tapentadol tazobactam teicoplanin telmisartan temazepam temozolomide tenecteplase tenofovir
        terazosin terbinafine terbutaline teriflunomide teriparatide testosterone tetrabenazine tetracycline thalidomide theophylline
        thiotepa tiagabine ticagrelor ticlopidine tigecycline timolol tinidazole tiotropium tirofiban tirzepatide tizanidine tobramycin
        tocilizumab tofacitinib tolterodine tolvaptan topiramate topotecan torasemide torsemide tramadol trandolapril tranexamic
        tranylcypromine trastuzumab travoprost trazodone treprostinil tretinoin triamcinolone triamterene trifluoperazine
        trihexyphenidyl trimethoprim trospium trulicity tylenol upadacitinib ursodiol ustekinumab valaciclovir valacyclovir valbenazine
        valganciclovir valproate valsartan vancomycin vardenafil varenicline vedolizumab vemurafenib venetoclax venlafaxine ventolin
        verapamil vericiguat viagra vicodin vigabatrin vilanterol vildagliptin vinblastine vincristine vinorelbine voriconazole
        vortioxetine vyvanse warfarin wegovy wellbutrin xanax xarelto xeljanz xylometazoline zafirlukast zaleplon zanamivir zidovudine
        ziprasidone zocor zoledronic zolmitriptan zoloft zolpidem zonisamide zopiclone zuclopenthixol zyprexa zyrtec
        """
}
