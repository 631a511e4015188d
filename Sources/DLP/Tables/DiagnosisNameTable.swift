import Model

extension DiagnosisNames {
    static let origin = TableOrigin(
        source: "ICD-10-CM (CMS and NCHS), as PyPI's simple-icd-10-cm 1.5.0 carries it",
        version: "April 2026", date: "2026-04", licence: "public domain (United States)")

    /// Descriptions of categories A00 to Q99: those of two to six words that name a disease. Parted by bars and line ends.
    /// Written by scripts/make-dlp-tables.
    static let table = #"""
        abnormal findings on neonatal screening|abnormalities of forces of labor|abscess of anal and rectal regions
        abscess of lung and mediastinum|absent, scanty and rare menstruation|abuse of non-psychoactive substances|acanthosis nigricans
        acquired deformities of fingers and toes|acquired hemolytic anemia|acquired pure red cell aplasia [erythroblastopenia]
        acute and subacute endocarditis|acute appendicitis|acute bronchiolitis|acute bronchitis|acute hepatitis a|acute hepatitis b
        acute kidney failure|acute laryngitis and tracheitis|acute lymphadenitis|acute myocardial infarction|acute myocarditis
        acute nasopharyngitis [common cold]|acute nephritic syndrome|acute obstructive laryngitis [croup] and epiglottitis
        acute pancreatitis|acute pericarditis|acute pharyngitis|acute poliomyelitis|acute posthemorrhagic anemia|acute pyelonephritis
        acute respiratory distress syndrome|acute sinusitis|acute tonsillitis|adrenogenital disorders|adult osteomalacia
        african trypanosomiasis|age-related cataract|alcohol related disorders|alcoholic liver disease|allergic contact dermatitis
        alopecia areata|alzheimer's disease|androgenic alopecia|anemia due to enzyme disorders
        anemia in chronic diseases classified elsewhere|anencephaly and similar malformations|angina pectoris|ankylosing spondylitis
        anogenital herpesviral [herpes simplex] infections|anophthalmos, microphthalmos and macrophthalmos|antepartum hemorrhage
        aortic aneurysm and dissection|apocrine sweat disorders|arenaviral hemorrhagic fever|arterial embolism and thrombosis
        arthropathies in other diseases classified elsewhere|ascorbic acid deficiency|atopic dermatitis
        atrial fibrillation and flutter|atrioventricular and left bundle-branch block|atrophic disorders of skin
        attention-deficit hyperactivity disorders|autoinflammatory syndromes|bacterial infection of unspecified site
        bacterial meningitis|bacterial pneumonia|bacterial sepsis of newborn|balanced rearrangements and structural markers
        benign lipomatous neoplasm|benign mammary dysplasia|benign neoplasm of breast|benign neoplasm of eye and adnexa
        benign neoplasm of major salivary glands|benign neoplasm of male genital organs|benign neoplasm of meninges
        benign neoplasm of mesothelial tissue|benign neoplasm of mouth and pharynx|benign neoplasm of ovary
        benign neoplasm of thyroid gland|benign neoplasm of urinary organs|benign neuroendocrine tumors|benign prostatic hyperplasia
        biomechanical lesions|bipolar disorder|birth injury to peripheral nervous system|birth injury to scalp
        birth injury to skeleton|bladder disorders in diseases classified elsewhere|blindness and low vision|brief psychotic disorder
        bullous disorders in diseases classified elsewhere|calcification and ossification of muscle|calculus of kidney and ureter
        calculus of lower urinary tract|cannabis related disorders|carcinoma in situ of breast|carcinoma in situ of cervix uteri
        carcinoma in situ of skin|cardiac arrest|cardiomyopathy in diseases classified elsewhere
        cataract in diseases classified elsewhere|cellulitis and acute lymphangitis|cerebral infarction|cerebral palsy
        cerebrovascular disorders in diseases classified elsewhere|cervical disc disorders|chagas' disease
        chlamydia psittaci infections|chlamydial lymphogranuloma (venereum)|cholesteatoma of middle ear
        chorioretinal disorders in diseases classified elsewhere|chorioretinal inflammation|chromomycosis and pheomycotic abscess
        chronic diseases of tonsils and adenoids|chronic gout|chronic hepatitis|chronic ischemic heart disease
        chronic kidney disease (ckd)|chronic laryngitis and laryngotracheitis|chronic lung allograft dysfunction
        chronic nephritic syndrome|chronic rhinitis, nasopharyngitis and pharyngitis|chronic sinusitis
        chronic tubulo-interstitial nephritis|chronic viral hepatitis|cicatricial alopecia [scarring hair loss]|cleft lip|cleft palate
        cleft palate with cleft lip|coalworker's pneumoconiosis|cocaine related disorders|combined immunodeficiencies
        common variable immunodeficiency|complications associated with artificial fertilization
        complications following (induced) termination of pregnancy|complications following ectopic and molar pregnancy
        complications of anesthesia during pregnancy|complications of anesthesia during the puerperium
        complications of bariatric procedures|complications of the puerperium|complications specific to multiple gestation
        conduct disorders|conductive and sensorineural hearing loss|congenital deformities of feet|congenital deformities of hip
        congenital hydrocephalus|congenital ichthyosis|congenital iodine-deficiency syndrome|congenital lens malformations
        congenital malformations of breast|congenital malformations of cardiac septa|congenital malformations of esophagus
        congenital malformations of great arteries|congenital malformations of great veins|congenital malformations of larynx
        congenital malformations of lung|congenital malformations of musculoskeletal system|congenital malformations of nose
        congenital malformations of trachea and bronchus|congenital malformations of uterus and cervix|congenital pneumonia
        congenital syphilis|congenital viral diseases|convulsions of newborn|corneal scars and opacities|corns and callosities
        crohn's disease [regional enteritis]|cushing's syndrome|cutaneous abscess, furuncle and carbuncle|cystic fibrosis
        cystic kidney disease|cysts of oral region|cytomegaloviral disease|deficiency of other b group vitamins
        deficiency of other nutrient elements|deformity and disproportion of reconstructed breast
        delirium due to known physiological condition|delusional disorders|dementia in other diseases classified elsewhere
        dengue fever [classical dengue]|dengue hemorrhagic fever|dental caries|dentofacial anomalies [including malocclusion]
        depressive episode|dermatitis due to substances taken internally|diabetes mellitus due to underlying condition
        diaper dermatitis|diaphragmatic hernia|dietary calcium deficiency|dietary selenium deficiency|dietary zinc deficiency
        diphyllobothriasis and sparganosis|diseases of bartholin's gland|diseases of capillaries
        diseases of pulp and periapical tissues|diseases of salivary glands|diseases of spleen|diseases of thymus|diseases of tongue
        diseases of vocal cords and larynx|disorder of continuity of bone|disorder of patella
        disorders of aromatic amino-acid metabolism|disorders of autonomic nervous system|disorders of globe
        disorders of glycoprotein metabolism|disorders of glycosaminoglycan metabolism|disorders of lacrimal system
        disorders of mineral metabolism|disorders of muscle tone of newborn|disorders of orbit|disorders of other cranial nerves
        disorders of porphyrin and bilirubin metabolism|disorders of prepuce|disorders of puberty
        disorders of purine and pyrimidine metabolism|disorders of refraction and accommodation|disorders of retroperitoneum
        disorders of sclera|disorders of tooth development and eruption|disorders of trigeminal nerve|disorders of vestibular function
        disorders of vitreous body|disseminated intravascular coagulation [defibrination syndrome]
        disseminated intravascular coagulation of newborn|dissociative and conversion disorders|diverticular disease of intestine
        down syndrome|drug or chemical induced diabetes mellitus|duodenal ulcer|dysplasia of cervix uteri|early syphilis
        eating disorders|eccrine sweat disorders|ectopic pregnancy|embedded and impacted teeth
        encephalitis, myelitis and encephalomyelitis|endocarditis, valve|enteropathic arthropathies
        enthesopathies, lower limb, excluding foot|epidermolysis bullosa|epilepsy and recurrent seizures
        erosion and ectropion of cervix uteri|erythema in diseases classified elsewhere|erythema multiforme|erythema nodosum
        esophageal varices|essential (primary) hypertension|eustachian salpingitis and obstruction|excessive vomiting in pregnancy
        excessive, frequent and irregular menstruation|exfoliative dermatitis|facial nerve disorders
        failed attempted termination of pregnancy|failed induction of labor|false labor|feeding problems of newborn
        female genital prolapse|female infertility|femoral hernia|fibroblastic disorders|fibrosis and cirrhosis of liver
        fistulae involving female genital tract|folate deficiency anemia|follicular lymphoma
        functional disorders of polymorphonuclear neutrophils|functional dyspepsia|gastric ulcer|gastritis and duodenitis
        gastro-esophageal reflux disease|gastrojejunal ulcer|gender identity disorders
        gestational [pregnancy-induced] hypertension without significant proteinuria|gingivitis and periodontal diseases
        glanders and melioidosis|glaucoma in diseases classified elsewhere|glomerular disorders in diseases classified elsewhere
        gonococcal infection|granuloma inguinale|hair color and hair shaft abnormalities|hallucinogen related disorders|heart failure
        hemangioma and lymphangioma, any site|hemiplegia and hemiparesis|hemolytic disease of newborn|hemorrhage in early pregnancy
        hemorrhagic disease of newborn|hemorrhoids and perianal venous thrombosis|hepatic failure|hereditary and idiopathic neuropathy
        hereditary ataxia|hereditary factor ix deficiency|hereditary factor viii deficiency|hereditary nephropathy
        herpesviral [herpes simplex] infections|hodgkin lymphoma|hookworm diseases|hordeolum and chalazion
        human immunodeficiency virus [hiv] disease|huntington's disease|hydatidiform mole|hydrocele and spermatocele
        hydrops fetalis due to hemolytic disease|hyperfunction of pituitary gland|hypersensitivity pneumonitis due to organic dust
        hypertensive chronic kidney disease|hypertensive crisis|hypertensive heart and chronic kidney disease
        hypertensive heart disease|hypertrophic disorders of skin|hypertrophy of breast|hypothermia of newborn
        immunodeficiency associated with other major defects|immunodeficiency with predominantly antibody defects|impulse disorders
        indeterminate sex and pseudohermaphroditism|infection due to other mycobacteria|infections of genitourinary tract in pregnancy
        infectious gastroenteritis and colitis|infectious mononucleosis|inflammatory disease of cervix uteri
        inflammatory disease of uterus, except cervix|inflammatory diseases of prostate|inflammatory disorders of breast
        inflammatory disorders of male genital organs|inflammatory polyneuropathy|influenza due to unidentified influenza virus
        inguinal hernia|inhalant related disorders|internal derangement of knee|intestinal malabsorption
        intracranial and intraspinal abscess and granuloma|intracranial and intraspinal phlebitis and thrombophlebitis
        intracranial nontraumatic hemorrhage of newborn|intraoperative complications of endocrine system|iron deficiency anemia
        irritable bowel syndrome|irritant contact dermatitis|isolated proteinuria with specified morphological lesion
        juvenile arthritis|juvenile osteochondrosis of hip and pelvis|kaposi's sarcoma|keratoderma in diseases classified elsewhere
        kyphosis and lordosis|lactose intolerance|late pregnancy|late syphilis|leiomyoma of uterus|leprosy [hansen's disease]
        leukemia of unspecified cell type|lichen planus|lichen simplex chronicus and prurigo
        liver disorders in diseases classified elsewhere|localized adiposity|long labor|lupus erythematosus|lymphoid leukemia
        major depressive disorder, recurrent|male erectile dysfunction|male infertility|malignant melanoma of skin
        malignant neoplasm of accessory sinuses|malignant neoplasm of adrenal gland|malignant neoplasm of base of tongue
        malignant neoplasm of bladder|malignant neoplasm of brain|malignant neoplasm of breast|malignant neoplasm of bronchus and lung
        malignant neoplasm of cervix uteri|malignant neoplasm of colon|malignant neoplasm of corpus uteri
        malignant neoplasm of esophagus|malignant neoplasm of eye and adnexa|malignant neoplasm of floor of mouth
        malignant neoplasm of gallbladder|malignant neoplasm of gum|malignant neoplasm of hypopharynx|malignant neoplasm of larynx
        malignant neoplasm of lip|malignant neoplasm of meninges|malignant neoplasm of nasopharynx|malignant neoplasm of oropharynx
        malignant neoplasm of ovary|malignant neoplasm of palate|malignant neoplasm of pancreas|malignant neoplasm of parotid gland
        malignant neoplasm of penis|malignant neoplasm of placenta|malignant neoplasm of prostate|malignant neoplasm of pyriform sinus
        malignant neoplasm of rectosigmoid junction|malignant neoplasm of rectum|malignant neoplasm of renal pelvis
        malignant neoplasm of retroperitoneum and peritoneum|malignant neoplasm of small intestine|malignant neoplasm of stomach
        malignant neoplasm of testis|malignant neoplasm of thymus|malignant neoplasm of thyroid gland|malignant neoplasm of tonsil
        malignant neoplasm of trachea|malignant neoplasm of ureter|malignant neoplasm of uterus, part|malignant neoplasm of vagina
        malignant neoplasm of vulva|malignant neoplasm without specification of site|malignant neuroendocrine tumors|manic episode
        marasmic kwashiorkor|mastoiditis and related conditions|maternal care for disproportion
        maternal care for malpresentation of fetus|maternal care for other fetal problems|mature t/nk-cell lymphomas|melanocytic nevi
        melanoma in situ|meningitis in bacterial diseases classified elsewhere|meningococcal infection
        menopausal and other perimenopausal disorders|mental disorder, not otherwise specified|merkel cell carcinoma
        metabolic acidemia in newborn|mild intellectual disabilities|miliary tuberculosis|moderate intellectual disabilities
        monocytic leukemia|mononeuropathies of lower limb|mononeuropathies of upper limb
        mononeuropathy in diseases classified elsewhere|monosomies and deletions from the autosomes|mosquito-borne viral encephalitis
        multiple gestation|multiple sclerosis|multiple valve diseases|myasthenia gravis and other myoneural disorders
        myelodysplastic syndromes|myeloid leukemia|myocarditis in diseases classified elsewhere|nail disorders
        nail disorders in diseases classified elsewhere|nasal polyp|necrotizing enterocolitis of newborn|neonatal aspiration
        neoplasm of uncertain behavior of meninges|neoplasms of unspecified behavior|nephrotic syndrome
        nerve root and plexus disorders|neuromuscular dysfunction of bladder|niacin deficiency [pellagra]|nicotine dependence
        non-follicular lymphoma|non-ischemic myocardial injury (non-traumatic)|non-pressure chronic ulcer of lower limb
        nondiabetic hypoglycemic coma|noninflammatory disorders of testis|nonrheumatic aortic valve disorders
        nonrheumatic mitral valve disorders|nonrheumatic pulmonary valve disorders|nonrheumatic tricuspid valve disorders
        nonspecific lymphadenitis|nonsuppurative otitis media|nontraumatic intracerebral hemorrhage
        nontraumatic subarachnoid hemorrhage|nonvenereal syphilis|nutritional marasmus|nystagmus and other irregular eye movements
        obsessive-compulsive disorder|obstetric embolism|obstetrical tetanus|obstructive and reflux uropathy|omphalitis of newborn
        opioid related disorders|optic neuritis|orchitis and epididymitis|osteitis deformans [paget's disease of bone]
        osteoarthritis of first carpometacarpal joint|osteoarthritis of hip|osteoarthritis of knee
        osteopathies in diseases classified elsewhere|osteoporosis with current pathological fracture
        osteoporosis without current pathological fracture|otalgia and effusion of ear|otitis externa
        otitis media in diseases classified elsewhere|ovarian dysfunction|overweight and obesity
        papulosquamous disorders in diseases classified elsewhere|paralytic strabismus
        paraplegia (paraparesis) and quadriplegia (quadriparesis)|parkinson's disease|paroxysmal tachycardia
        pediculosis and phthiriasis|peptic ulcer, site|perforation of tympanic membrane|pericarditis in diseases classified elsewhere
        perineal laceration during delivery|periprosthetic fracture around internal prosthetic joint|peritonsillar abscess
        persistent mood [affective] disorders|pervasive developmental disorders|phlebitis and thrombophlebitis
        phobic anxiety disorders|pilonidal cyst and sinus|pinta [carate]|pityriasis rosea|placenta previa|placental disorders
        plasmodium falciparum malaria|plasmodium malariae malaria|plasmodium vivax malaria|pleural effusion
        pleural effusion in conditions classified elsewhere|pleural plaque|pneumoconiosis associated with tuberculosis
        pneumoconiosis due to dust containing silica|pneumoconiosis due to other inorganic dusts
        pneumonia due to hemophilus influenzae|pneumonia due to other infectious organisms|pneumonia due to streptococcus pneumoniae
        pneumonia in diseases classified elsewhere|pneumonia, unspecified organism|pneumonitis due to solids and liquids
        pneumothorax and air leak|polyarteritis nodosa and related conditions|polycythemia vera|polyglandular dysfunction
        polyneuropathy in diseases classified elsewhere|polyp of female genital tract|portal vein thrombosis
        postinfective and reactive arthropathies|postpartum hemorrhage|postpolio syndrome|pre-existing hypertension with pre-eclampsia
        premature rupture of membranes|premature separation of placenta [abruptio placentae]|pressure ulcer|preterm labor
        primary disorders of muscles|profound intellectual disabilities|puerperal sepsis|pulmonary edema|pulmonary embolism
        pulmonary eosinophilia|purpura and other hemorrhagic conditions|pyoderma gangrenosum|pyogenic arthritis|q fever
        rapidly progressive nephritic syndrome|rat-bite fevers|recurrent and persistent hematuria|recurrent pregnancy loss
        reduction defects of lower limb|reduction defects of unspecified limb|reduction defects of upper limb|relapsing fevers
        respiratory disorders in diseases classified elsewhere|respiratory distress of newborn|respiratory failure
        respiratory tuberculosis|retained placenta and membranes, without hemorrhage
        retarded development following protein-calorie malnutrition|retinal detachments and breaks
        retinal disorders in diseases classified elsewhere|retinal vascular occlusions|rheumatic aortic valve diseases
        rheumatic chorea|rheumatic fever with heart involvement|rheumatic fever without heart involvement
        rheumatic mitral valve diseases|rheumatic tricuspid valve diseases|rheumatoid arthritis with rheumatoid factor
        rubella [german measles]|salpingitis and oophoritis|scarlet fever|schistosomiasis [bilharziasis]|schizoaffective disorders
        schizotypal disorder|seborrheic dermatitis|seborrheic keratosis|secondary hypertension|secondary neuroendocrine tumors
        secondary parkinsonism|sedative, hypnotic, or anxiolytic related disorders|septic arterial embolism
        sequelae of cerebrovascular disease|sequelae of hyperalimentation|sequelae of inflammatory and toxic polyneuropathies
        sequelae of leprosy|sequelae of poliomyelitis|sequelae of tuberculosis|severe intellectual disabilities
        shared psychotic disorder|shoulder lesions|sickle-cell disorders|simple and mucopurulent chronic bronchitis|sleep disorders
        small kidney of unknown cause|somatoform disorders|specific developmental disorder of motor function
        specific developmental disorders of scholastic skills|specific personality disorders|spina bifida
        spinal muscular atrophy and related syndromes|spinal osteochondrosis|spondylopathies in diseases classified elsewhere
        spontaneous abortion|spontaneous rupture of synovium and tendon|spotted fever [tick-borne rickettsioses]
        staphylococcal scalded skin syndrome|stomatitis and related lesions|streptococcal sepsis
        subclinical iodine-deficiency hypothyroidism|supervision of high risk pregnancy|suppurative and unspecified otitis media
        synovitis and tenosynovitis|systemic lupus erythematosus (sle)|systemic sclerosis [scleroderma]|testicular dysfunction
        tetanus neonatorum|thiamine deficiency|thyrotoxicosis [hyperthyroidism]|tic disorder|tick-borne viral encephalitis
        toxic encephalopathy|toxic liver disease|transepidermal elimination disorders|trisomy 18 and trisomy 13
        tuberculosis of nervous system|tuberculosis of other organs|turner's syndrome|type 1 diabetes mellitus
        type 2 diabetes mellitus|typhoid and paratyphoid fevers|typhus fever|ulcerative colitis|umbilical hemorrhage of newborn
        umbilical hernia|undescended and ectopic testicle|unspecified abdominal hernia|unspecified acute lower respiratory infection
        unspecified appendicitis|unspecified arthropod-borne viral fever|unspecified chronic bronchitis|unspecified contact dermatitis
        unspecified contracted kidney|unspecified dementia|unspecified disorder of psychological development
        unspecified intellectual disabilities|unspecified intestinal parasitism|unspecified kidney failure|unspecified lump in breast
        unspecified malaria|unspecified maternal hypertension|unspecified mood [affective] disorder|unspecified mycosis
        unspecified nephritic syndrome|unspecified parasitic disease|unspecified pneumoconiosis
        unspecified protein-calorie malnutrition|unspecified protozoal disease|unspecified renal colic
        unspecified severe protein-calorie malnutrition|unspecified sexually transmitted disease|unspecified viral encephalitis
        unspecified viral hemorrhagic fever|unspecified viral hepatitis|urethral disorders in diseases classified elsewhere
        urethral stricture|urethritis and urethral syndrome|varicella [chickenpox]|varicose veins of lower extremities
        varicose veins of other sites|vascular dementia|vascular disorders of intestine|vasculitis limited to skin
        vasomotor and allergic rhinitis|venous complications and hemorrhoids in pregnancy|ventral hernia
        vertiginous syndromes in diseases classified elsewhere|viral and other specified intestinal infections|viral conjunctivitis
        viral infection of unspecified site|viral meningitis|viral pneumonia|viral warts|visual disturbances|vitamin a deficiency
        vitamin b12 deficiency anemia|vitamin d deficiency|volume depletion|whooping cough|yellow fever|zoster [herpes zoster]
        """#
}
