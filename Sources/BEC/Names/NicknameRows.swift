/// Families of given names: a full name and its short, pet and older forms, one family a line. Folded to ASCII.
/// A name may stand in several families; two names are nicknames of one another when a family holds both.
enum NicknameRows {
    static let english = """
        aaron ron ronnie erin|abigail abby abbie abi gail|abraham abe abram bram ham|adam ad addy|adelaide addie ada heidi della adele
        adeline addie adela delia lina|agatha aggie aga|agnes aggie nessie inez nancy|albert al bert bertie albie elbert|alastair al alec ali alasdair alistair
        alexander alex al alec alexis sandy sasha xander zander lex sandro alejandro eck|alexandra alex sandra sandy sasha lexi lexie alexa allie ali
        alfred alf alfie fred freddie al|alice allie ally ali elsie lisa|alison allie ally ali allison|allan al allen alan|amanda mandy manda amy
        amelia amy millie milly emily mel|andrew andy drew andre dru|angela angie angel ang angelina angelica|anita nita|ann annie anna nan nancy nanny anne hannah
        annabelle anna belle bella ann annie|anthony tony ant antony toni|antoinette toni tony netta nettie ann|arabella ara bella belle|archibald archie arch baldie
        arnold arnie arn|arthur art artie arty|ashley ash lee|audrey audie dee|august gus augie augustus augustine austin gussie|barbara barb barbie babs bab bobbie barbra
        barnabas barney barnaby|bartholomew bart barty bat bartel|beatrice bea trixie bee trissie beatrix|belinda bel bella linda lindy|benjamin ben benny benjy benji bennie jamie
        bernard bernie barney bern berney|bertha bert bertie birdie|bethany beth|beverly bev beverley buffy|blanche bea|bradford brad ford|bradley brad|brandon brand bran
        brenda brandy|brian bri bryan bryant|bridget bridie biddy bridgie bridge birgit|calvin cal vin vinny|cameron cam ron ronny|camille cammie millie cami
        candace candy candi dacey|carl charles|carol carrie carry lynn caroline|caroline carol carrie carry lynn lena cassie carolyn carlie|cassandra cassie cass sandra sandy
        catherine cathy kathy cat kate katie kit kitty cath trina cathleen katherine katharine kathryn kay kat lina|cecilia cissy celia cece sissy
        chad charles|charles charlie chuck chas chip chaz charley carl|charlotte charlie lottie lotte char lotta charley|chester chet ches|christian chris kit
        christina chris tina chrissy christy kris kristy christie|christine chris chrissy tina christy crissy|christopher chris kit topher kester kris christoph chip
        clara clarissa clare claire|clarence clair clare|clement clem|clifford cliff ford|clinton clint|constance connie|cordelia cory delia|cornelius con neil connie corny niel
        courtney court|curtis curt|cynthia cindy cyndi cinthia|cyril cy|dale dal|daniel dan danny|danielle dani danny ellie|darren daz darryl|david dave davey davy dai
        dean deanie|deborah deb debbie debby debra bora|delores lola lolly dee dolly della|dennis denny den|denise dee denny|derek rick derrick del ricky|diana di dee diane dicey didi
        dominic dom nick nicky domenic dominick|donald don donnie donny|dorothy dot dottie dolly dora dodie thea dory doro|dougal doug|douglas doug dougie dougal
        duncan dunc dunk|dwight ike|edgar ed eddie eddy|edmund ed eddie ned ted eddy edmond|edward ed eddie ned ted teddy eddy ward|edwin ed eddie ned win
        edith edie edye|eileen aileen lena|elaine lainie helen ellie|eleanor ellie nell nora elly ella ellen lenora nellie lena elinor|elias eli lee|elijah eli lige
        elizabeth liz lizzie beth betty bess bessie eliza elsie libby lisa liza lisbeth betsy bettie betsey lilibet elisabeth buffy lib lizzy liddy|ellen nell nellie nelly helen ella
        emily em emmy millie emmie emma|emma em emmy|emmanuel manny manuel|eric rick ricky rich erik|ernest ernie ern|esther essie hester hettie|ethel etty
        eugene gene|eugenia genie gina|evan ivan van|evelyn evie eve lyn ev evelina|ezekiel zeke ez|felicia fel felicity lisha|felicity fliss flick lissie
        florence flo flossie flora florrie flory|frances fran francie fanny frannie sis franny cissy frankie|francis frank frankie fran francie franky|franklin frank frankie
        frederick fred freddie freddy rick fritz fredric|frederica freddie frieda ricka|gabriel gabe gabby gab gabi|gabrielle gabby gabi elle ella gabriella bella brielle|gareth gary gaz
        geoffrey geoff jeff|george georgie geordie jorge|georgina georgie gina georgia georgiana|gerald gerry jerry|geraldine gerry jerry dina gerrie|gerard gerry jerry
        gertrude gertie trudy gert|gilbert gil bert gib wilber|giles gil|gillian jill gill gilly jilly|glen glenn|gloria glory|gordon gord gordie gordy don|grace gracie
        graham gram grahame|gregory greg gregg|gretchen margaret|griffith griff|guinevere gwen jennifer|gwendolyn gwen wendy gwenda|hannah hanna ann annie|harold harry hal hank
        harriet hattie harry hatty etta|harrison harry|harvey harv|hazel hazy|heather hettie hattie|helen nell ellen lena nellie ella helena elena eileen nelly leni|helene lena ella ellen helen helena eileen
        henrietta etta hettie henny retta|henry hank harry hal hen|herbert herb bert herbie|herman harman dutch|hillary hill hilly|hope hopey|horace horry|howard howie hal ward|hubert hugh bert
        hugh hughie huw|humphrey dumphry humph|ian john iain|ida idy|ignatius iggy nace nate|imogen immy immie|irene rena rene renie|irving irv|isaac ike zac zeke
        isabel izzy bel bella belle isa tibbie sabella nib ib isobel isabella|isabelle izzy bella belle isa tibbie nib ib isabella isobel|isidore izzy|ivan john
        jacob jake jay jakob jeb|jacqueline jackie jacky jacqui lynn jac|james jim jimmy jamie jem jamey jimi|jane janie jessie jean janey jennie jan janet|janet jan jessie jane
        janice jan|jasmine jazz jaz jas mina|jason jay jase|jasper jap casper|jean jane jeannie|jedediah jed diah|jeffrey jeff geoff jefferson|jemima mima jem
        jennifer jen jenny jenni jennie|jeremiah jerry jem|jeremy jerry jem jez|jerome jerry|jessica jess jessie jessy|jill julia|joan joanie jo nonie|joanna jo joan hannah joanne|jocelyn joy joss
        joel jo|john jack johnny jackie jock johnnie jon ian ivan|jonathan jon john nathan jonny johnny nat|jordan jordy jori|joseph joe joey jos jo|josephine jo josie fina josey jody pheny
        joshua josh jos|joyce joy|judith judy judie judi|julia julie jules jill|julian jules jule|juliana julie ana|justin jus juste|karen kari|katelyn kate kay kaye
        keith kit|kelly kel|kenneth ken kenny kenney ned|kevin kev|kimberly kim kimmy kimberley|kirsten kirsty|kristen kris kirsten kristy|lancelot lance|laura laurie lori laurinda lolly
        laurence larry lawrence laurie lars lon lorry|lauren ren laurie|leah lea lee|lee leroy|leo leon lee|leonard leo len lenny leon lineau lennie|leonora nora lee|leopold leo poldi
        leslie les lee lesley|leticia lettie lettice tish titia|lewis lew lou louis|lilian lil lily lilly lillian lollie|linda lindy lynn|lionel leo leon|lloyd floyd
        lois lou|lorraine lorrie rain|louis lou lewis louie|louise lou lulu eliza louisa lois|lucas luke luc|lucille lucy lu cille|lucinda lucy cindy lu|lucy lu luce|luther luke|lydia liddy lyddie
        mabel mab maybelle mae|madeline maddie maddy lena mad madge|magdalena lena maggie magda madge|malcolm mal malc|marcia marcy|marcus marc mark|margaret maggie meg peg peggy madge marge margie rita greta daisy meggie maisie mags gretchen midge margery megan
        marian mary|marilyn mary|marion mary|marjorie marge margie|marshall marsh|martha marty mattie patsy patty|martin marty mart|martina tina marty|marvin marv merv|mary molly polly mae may mamie mitzi mimi minnie marie maria mollie
        matilda tilly mattie maud patty tilda|matthew matt matty matthias thias|maud maudie|maureen mo mary reen|maurice morris mo maury moe|maxine max|maximilian max|maxwell max|megan meg meggie
        melanie mel|melinda mel linda lindy mindy|melissa mel missy lisa lissa milly|melvin mel vin|mercedes mercy sadie|michael mike mick mickey micky mikey mitch|michelle shelly mickey shell missy
        mildred millie milly|millicent millie milly missy|minerva minnie|miranda mandy randy mira|miriam mimi mitzi mary|mitchell mitch mick|monica mona monna|morgan mor|mortimer mort
        moses mo moe|muriel mur|myra mira|nancy nan ann nanny|naomi omi|natalie nat talia nattie tallie|nathaniel nat nate nathan than natty|nathan nat nate|nelson nels
        nicholas nick nicky nico klaus nic nicolas claas|nicole nicky nikki nic cole|nigel nige|noel nowell|nora nonie eleanor norah|norbert bert norb|norman norm|octavia tave tavia|olive ollie livia|oliver ollie olly
        olivia liv livvy nollie ollie livia|oscar ossie ozzy|oswald ossie ozzie waldo|owen owie|pamela pam pammy|patricia pat patty tricia trish patsy patti|patrick pat paddy rick pate patsy
        paul paulie|paula polly lina|pauline paula polly|penelope penny pen|percival percy|percy perce|peter pete petey|petronella nellie|philip phil pip phillip|philippa pippa pip
        phoebe fifi|phyllis phyl|preston pres|priscilla cilla prissy|prudence pru prue|quentin quin quint|rachel rach rachael shelly rae|ralph rafe|ramona mona|randall randy rand|randolph randy dolph rafe
        raphael ralph rafe|raymond ray|rebecca becky becca beck reba bex|reginald reg reggie ron naldo|regina gina reggie|reuben rube ben|rex reginald|rhoda rodie|richard rick dick rich richie ricky dickie rickie dickon
        rita margaret|robert rob bob bobby robbie robby bert rupert dob robin|roberta bobbie robbie bert|robin rob robbie|roderick rod rick erick|rodney rod roddy|roger rodge hodge rog|roland rollie rowland orlando
        ronald ron ronnie ronny|ronan ron|rosalie rose rosie|rosalind rose rosie roz linda|rosamund rose roz|rosemary rose rosie romy|roxanne roxy rox ann|roy leroy|rudolph rudy rolf dolph|rufus rufe
        rupert rob robert|russell russ rusty|ryan ry|sabrina brina bri|salome sal|samantha sam sammy mantha|samson sam|samuel sam sammy|sandra sandy cassandra|sarah sally sadie sal sara
        scott scotty|sean shawn shane|sebastian seb bas bastian|selina lina|seth set|seymour morey|shannon shan|sharon shari shay|sheila cecilia|sheldon shelly|shirley shirl lee sherry
        sidney sid syd|silas si|silvester vester sly syl|simon si sy|solomon sol sal|sophia sophie sophy fia|sophie soph|spencer spence|stacy stace stacey|stanley stan stanny|stella estelle
        stephanie steph stevie annie stef|stephen steve steph stevie|steven steve steph stevie|stuart stu stew stewart|susan sue susie suzy sukey suki|susannah sue susie hannah sukey anna|suzanne sue suzy susie|sylvia syl silvie
        tabitha tabby|tamara tammy tam|tamsin tammy|terence terry|teresa terry tess tessa tessie tracy theresa tracey|terrence terry|thaddeus tad thad ted|thelma tel|theodore ted teddy theo tad|theodora dora theo
        thomas tom tommy thom massey|tiffany tiff|timothy tim timmy|tobias toby tobe|toby tobias|todd tod|tracy tracey|travis trav|trevor trev|tristan tris|tyler ty|ursula ursie sulie|valentina val
        valentine val|valerie val|vanessa nessa van vanna|vernon vern|veronica vonnie ronnie vera roni frankie|victor vic vick|victoria vicky vicki tori vic vickie toria vikki|vincent vin vinny vince vinnie|violet vi lettie
        virginia ginny ginger gina jane|vivian viv vivi|wallace wally wall|walter walt wally wat|warren ren|wendy gwen|wesley wes lee|wilbur will willie|wilfred will wilf fred|wilhelmina mina minnie willa wilma
        william bill will billy willie willy liam bell|willis will bill|winifred winnie fred freddie win|winston win winnie|woodrow wood woody|xavier zave javy|yolanda yolie|yvonne von vonna|zachary zach zack zac zak zachariah
        zoe zo|abdul abdel|brittany brit britt|caleb cal|eloise lou elly|grover grove|jake jacob|kendra ken|leonie leo|mackenzie mac kenzie|madison maddie mattie|savannah anna van|tobiah toby|vaughn von
        catherine katherine kathryn katharine katarina katarzyna katerina ekaterina yekaterina kateryna katrin kathrin katja katya katia caterina catarina katy kat
        alexander aleksander alexandre alessandro alejandro aleksandr aleksandar alexandros oleksandr iskander iskandar|elizabeth elisabeth elisabet elisabetta elzbieta erzsebet elizaveta yelizaveta isabel lilly bette
        michael mickael mikael mikhail michel michele miguel mihai mihail michal mykhailo mikey mikkel misha|joseph josef jozef giuseppe yosef youssef jozsef iosif josep
        john johannes johann ivan juan giovanni joao jean jan yannis hans sean ian jono johno
        sinead jane janet|sean shaun shawn john|siobhan shiv shevaun joan|caoimhe keeva kiva|aoife eva eefa|niamh neve neeve|roisin rosie ro|padraig patrick podge paudie|seamus james shay|eoghan owen eoin|diarmuid dermot|maeve meave medb
        tadhg tim tighe|ciaran kieran|aisling ash
        jonathan jono jonny jonty|frederick freddo|david davo davie|robert robbo rab rabbie bobbie|deborah debs|josephine posy posey josie|susan suze suzie su|rebecca becs bex becks|sharon shaz|terence tel|gary gaz|karen kaz|barry baz
        jeremy jez|maureen mo|darren daz|steven ste steveo|stephen ste steveo
        andrew andie dru drew|alastair ally al|alasdair ally al|callum cal|duncan dunk|fergus ferg|hamish hame|hector heck|malcolm malky|archibald baldy|euan ewan|christopher kit topher chrissie christy|edward teddie neddy eds
        charles chazza chaz charlie carlos|henry hen hals hank|george geo georgie|william wills wilkie bills guillermo wilhelm
        margaret mags maisie mog moggy meggie maggs marge madge|mary mamie moll polly mol|anne annie nan nannie|sarah sare sassy|emma ems emmie|rachel rach raych ray|laura lol lozza|lauren loz lo|jessica jess jessie jessa
        jennifer jen jenni jinny|hannah han hanny|natalie nats nattie|charlotte charl char lottie|samantha sammie samster
        nicola nicky nic nikki|philippa pip pippa flip|alexandra lex lexy alix xandra|victoria toria vicks tor|katie kates|isabella izzie izzy|francesca fran frankie chess ces|harriet hats hattie|georgina george georgie gee|lucinda lulu
        arabella bels|penelope pens nell|beatrice beattie bee|matilda mattie tils|florence flossy floss
        zachariah zach zak|ezra ez|malachi mal|solomon solly|nathaniel nath nathe|bartholomew barth|cornelius corny neely|augustus gussie|montgomery monty|montague monty|fitzgerald fitz|winston winnie|desmond des dez|reginald rex
        cuthbert bert|algernon algie algy|ferdinand ferdie|lysander sandy|barnabas barn
        jacqueline jacs jacq|bernadette bernie dette detta|geraldine ger|dolores dee|philomena mena phil|concepta connie|brigid breda bridie biddy|assumpta sumpta|gwendolen gwenny|myfanwy myf|angharad haz|rhiannon rhi|cerys ces
        dafydd dai david|ieuan john|gruffydd griff|llewellyn lew lyn|iolo iorwerth
        deshawn shawn|demetrius meech|lakisha kisha|latoya toya|shaniqua niqua|antwan twan|jermaine jay|terrell rell|marquis quis
        """
    static let romance = """
        joseluis joselu pepe pepelu|josemaria chema josema|josemanuel josema manolo|juancarlos juanca|juanjose juanjo
        franciscojavier paco fran javi curro|mariadolores lola loli|mariajose majo cote|mariateresa maite|mariaisabel maribel
        marialuisa marisa|mariadelcarmen mamen|miguelangel migue|luisfernando luisfer|jeanbaptiste jb|jeanpierre jp
        francisco paco pancho curro kiko quico fran|jose pepe chepe pepito|ignacio nacho|antonio tono tonio toni|manuel manolo manu lolo|enrique quique kike|guillermo memo guille|jesus chuy chus suso
        rafael rafa|alejandro alex jandro ale|eduardo edu lalo|fernando nando fer|gabriel gabi|gerardo gera|gonzalo gonza|javier javi xavi|joaquin quino chimo|jorge coque|juan juancho juanito|leonardo leo
        lorenzo lencho|luis lucho|miguel migue|pedro perico|ramon moncho mon|ricardo richi riqui|roberto beto|rodrigo rodri|salvador chava salva|santiago santi chago|sebastian sebas|sergio checo|vicente chente
        alberto beto tito|arturo turo|carlos charly carlitos|cristina cris tina|dolores lola loli|concepcion concha conchita|mercedes merche meche|pilar pili|rosario charo|guadalupe lupe lupita|isabel isa chabela
        consuelo chelo|encarnacion encarna|esperanza espe|francisca paca paqui|gabriela gabi|graciela chela|inmaculada inma|josefa pepa|magdalena magda lena|manuela manoli|beatriz bea|margarita marga|montserrat montse
        natividad nati|patricia patri pati|rocio chio|soledad sole|susana susi|teresa tere|victoria vicky|almudena almu|milagros mila|ana anita|maite teresa|catalina cata lina|alejandra ale sandra|daniela dani|fernanda fer
        joao joaozinho jango|joaquim quim|francisco chico xico|jose ze zeca|antonio toninho tonho to|luis lula|manuel manel nelo|eduardo dudu edu|carlos carlinhos caca|roberto beto|gustavo guga guto|rodrigo digo
        henrique rique|leonardo leo|marcelo celo|fernando nando|fabio fabinho|rafael rafa|ricardo rick|guilherme gui|bernardo be|gabriel gabi biel|isabel bel isa|beatriz bia|fernanda fe nanda|gabriela gabi|juliana ju juli
        mariana mari|luciana lu|patricia pat paty|rafaela rafa|cristina cris|conceicao sao|leticia le|carolina carol|alexandre xande ale|felipe lipe|thiago ti
        giuseppe beppe peppe pino pippo peppino geppo|giovanni gianni nino vanni|francesco franco checco cesco ciccio|antonio tonino toni nino toto|luigi gigi gino|domenico mimmo memmo nico|salvatore salvo toto turi
        vincenzo enzo vince|lorenzo renzo enzo|alessandro sandro ale alex|alessandra sandra ale|giacomo mino|michele lino|raffaele lello raf|gennaro rino|pasquale lino|leonardo leo nardo|riccardo ricky|roberto roby
        andrea andre|stefano ste|federico fede|federica fede|matteo teo|emanuele lele manu|gabriele lele gabri|daniele dani|filippo pippo|eleonora nora ele|elisabetta betta elisa betty|francesca franca fra cesca|giuseppina pina giusy
        giovanna gianna vanna|giulia giu|isabella isa bella|lucia lu|margherita rita marga|maria mariuccia mary|antonella anto nella|caterina cate rina|chiara chia|valentina vale|simonetta simona|teresa tere|vittoria vicky|massimo max
        jean jeannot|jacques jacquot jacky|francois francis|pierre pierrot|philippe phil|christophe chris tophe|alexandre alex|nicolas nico|sebastien seb|frederic fred|guillaume guy|stephane steph|dominique dom|emmanuel manu
        catherine cathy kate|veronique vero|isabelle isa|christine chris|stephanie steph|valerie val|florence flo|genevieve ginette viviane|madeleine mado|marguerite margot|elisabeth babette lise|jacqueline jacotte|dorothee doro
        benjamin ben|maximilien max|antoine toine|charlotte lotte|caroline caro|laurence lau|helene lene nelly|therese tess|mathilde mathou|alphonse fonse|joseph jo|theodore theo
        alexandru alex sandu|gheorghe gigi ghita|constantin costel costi titi|ion ionel nelu|nicolae nicu|mihai misu|vasile vasilica|elena lenuta|maria maricica|ioana oana|gabriela gabi|georgiana geo
        concepcion conchi concha|ignacio inaki nachete|hortensia tencha|refugio cuca cuco|ernesto neto tito|gregorio goyo|cecilia ceci chila|rosamaria rosi|rosa rosi rosita|joaquin joaco quim ximo|agustin tincho agus tino
        martin tincho marto|facundo facu|esteban teban|emiliano emi|federico fede lico|nicolas nico|matias mati|tomas tomi
        maximiliano maxi max|cristobal cris tobal|bartolome bartolo|celestino tino|florentino tino|faustino tino|valentin vale tino|constantino tino|marcelino lino|catalina cati|carmen carmela carmencita menchu maica|angeles geli
        macarena maca|pilar pilarica|remedios reme|purificacion puri|asuncion asun|ascension chon|presentacion presen
        antonia toni tona|josefina pepa fina jose|marcela chela|micaela mica|jimena jime|florencia flor flopy|agustina agus|lucia luci|sofia sofi|martina marti|valentina vale|camila cami|constanza coni|alfredo fredo|alfonso fonso poncho
        baldomero baldo|heriberto beto|humberto beto|norberto beto|gilberto beto|filiberto beto|edilberto beto|rigoberto rigo beto
        leopoldo polo|hipolito polo|apolonio polo|anibal ani|aurelio yeyo|rogelio roge|eulogio logio|eugenio geno|evaristo varo|alvaro varo|genaro naro|lazaro lacho|horacio lacho|nestor tito|hector tito|victor vito tito|jaime jimmy jaimito
        xavier xavi|jordi jorge|josep pep|lluis luis|pau pablo|francesc cesc quico|merce mercedes|nuria nuri|arantxa arantzazu|inigo inaki|gorka jorge
        sebastiao tiao seba|aparecida cida|raimundo mundinho mundo|terezinha tete teca|teresa tete teca|francisca chica xica|raimunda mundinha|severino bill|benedito bene dito|jose zezinho zeze juca|luiz lula luizinho|joana joaninha
        ana aninha aninhas|manuela manu nela|margarida guida|rosalina lina|adelaide lai|filomena mena|edson edinho|ronaldo ronaldinho naldo|reinaldo naldo|ademir dema|vanderlei vando|sergio serginho
        marcio marcinho|pedro pedrinho pepe|paulo paulinho|jorge jorginho|catarina cati cata|ines nene|tiago ti|diogo didi|duarte dudu|bartolomeo meo berto|costantino tino|agostino tino|valentino tino|celestino tino|martino tino
        concetta cettina etta|annunziata nunzia|maddalena lena madda|ludovico vico lodo|ludovica ludo|carmela lina mela melina|carmelo melo lino
        tommaso tommi tom|edoardo edo|niccolo nico|nicola nico|gianluca luca|gianfranco franco|giancarlo carlo|giampaolo paolo|gianpiero piero|pierluigi gigi|piergiorgio giorgio|alberto bertino|umberto berto|roberto berto|norberto berto
        gilberto berto|adalberto berto|lamberto berto|raimondo mondo|edmondo mondo|ferdinando nando ferdi|armando mando|rolando lando|orlando lando
        giacoma mina|guglielmo memo|guglielmina mina|assunta susetta|immacolata imma|addolorata dora|teodora dora|isidora dora|fortunato nato|donato nato|renato nato|benedetto bene|benedetta bene|serafina fina|raffaella lella raffa
        antonina nina|giovannina nina|caterina nina|vincenza enza|lorenza enza|crescenza enza|innocenzo enzo|crescenzo enzo|gaudenzio enzo|leonardo dino|bernardo dino|corrado dino|gerardo dino
        gregoire greg|gregory greg|jerome jeje|gerard gege|bernard nanard|raymond ray momo|maurice momo|mohamed momo|robert bob|christian cricri|dominique domi|frederique fred|monique momo|micheline miche|jacqueline jackie line
        pauline popo line|celine line|caroline line|josephine jo fifine|josette jo zette|antoinette toinette|bernadette dette nanou|annick annie|annemarie annie|jeanfrancois jeff|jeanfrancois jeff jf|jeanmarc jm|jeanclaude jc
        jeanmichel jm|jeanmarie jm|jeanluc jl|jeanyves jy|jeanpaul jp|jeanjacques jj|guillaume guigui guillou|thibault titi thib|baptiste bat|matthieu mat math|bertrand bebert|hubert bebert|albert bebert|gilbert bebert|julien juju jul
        justine juju|emilie milie|amelie meli|melanie mel|aurelie lili|nathalie nath|sandrine sandy|severine sev|delphine delph|agathe gatou|margaux margot|marguerite margaux
        stefan fane fanel stefanel|ionut ion|dumitru mitica dumi|vasile lica sile|gavril gavrila|grigore grig|ilie iliuta|petru petrica petre|pavel pavelica|radu raducu|sorin sorinel|viorel viorica|aurel relu|cornel nelu|marin marinel
        florin florinel|gabriel gabi|stefania stefi fana|ecaterina cati catinca|elisabeta beti veta|alexandra sanda alex|mihaela miha|nicoleta nico|anamaria ana
        """
    static let germanic = """
        johannes hans hannes jan jo johann|johann hans hannes|josef sepp jupp pepi beppo|joseph sepp jupp|wilhelm willi willy helmut|friedrich fritz fiete friedel|heinrich heinz heiner hein heini|ludwig lutz wiggerl luggi
        matthias matze hias mats|michael michi michl michel|andreas andi andy anderl dres|alexander alex sascha|sebastian basti wastl bastian|christian chris|christoph stoffel chris|stefan steffen stef|thomas tom
        maximilian max maxi|georg schorsch gerg jorg|franz franzl|karl kalle carl|konrad kurt conny|dietrich dieter dirk|gerhard gerd gert hardy|bernhard bernd berni|eberhard ebi eddy|reinhard reini hardy|eduard edi ede
        friederike rike friedel|hubert hubsi|jakob jockel|joachim achim jochen jo|jurgen jorg|klaus nikolaus niklas|kaspar kasper|leonhard leo hardy|lorenz lenz|manfred mani fred|martin marti|nikolaus klaus niko
        peter pit|rudolf rudi rolf|siegfried siggi sigi|tobias tobi|ulrich uli ulli|valentin vale|walter walti|werner wern|wolfgang wolf wolfi|theodor theo|anton toni|august gustl|adelheid heidi|anna anni anneliese
        annemarie anne mia|barbara babsi barbi|brigitte gitte gitti|charlotte lotte lotti|christiane chris jane|dorothea dorle doro thea|elisabeth lisa lisbeth liesel else sissi elli lieschen ilse|eleonore lore nora
        elfriede friedel elfi|franziska franzi fanny|gabriele gabi|gertrud trude gerti|hannelore hanne lore|helene leni lene|henriette jette henni|hildegard hilde|johanna hanna hanni|josefine josi|jutta jule
        katharina kathe kathi kati katja trine|kristina kris tina|magdalena lena leni magda|margarete grete gretel gretchen greta marga rita meta|maria mitzi mia ria|mathilde tilde tilly|monika moni|renate rena|rosa rosi
        sabine bine|sibylle bille|stefanie steffi|susanne susi sanne|therese resi|ursula uschi ulla ursel|veronika vroni|waltraud traudl|wilhelmine mine mina|alexandra sandra alex|ulrike uli rike|cornelia conny nele
        johannes johan joop hans jan|cornelis cor kees|hendrik henk rik|jacobus jaap koos|pieter piet|willem wim pim|antonius toon ton|gerardus gerard gerrit|adrianus adriaan arie|franciscus frans|theodorus theo dirk
        lambertus bert|leonardus leo|nicolaas klaas nico|petrus piet peter|maria mieke ria|elisabeth els betty liesbeth|johanna jo hanneke|catharina toos trijn|wilhelmina mien wil
        anders ante|kristian kris|johannes johan hannes|per pelle pekka|lars lasse|karl kalle|nils nisse|erik jerker|gustav gosta|bengt bengan|fredrik figge frede|magnus mange|mattias matte|mikael micke|niklas nicke|olof olle ola
        stefan steffe|tomas tompa|ulf uffe|jorgen jorn|mads mas|jens jenne|hakon hakan|kristoffer kris stoffer|margareta greta|kristina stina kicki|elisabet lisa lisbeth|birgitta gitta|katarina kajsa karin|ingeborg inga bojan|magdalena malin lena
        helene lena ella|sigrid siri|gunhild gun|ragnhild ragna|torbjorn tobbe|bjorn nalle|aleksander aleks alex|juhani jussi|johannes juha hannu|antero antti|heikki henrik|kaarina kaija|elisabet liisa|sigurdur siggi|gudmundur gummi|jon nonni|gudrun gunna
        gerardus geert gert gerd|wilhelmus wim willem wil|petronella nel nelly petra|adriana ria jana|maria marieke marijke riet miep mies mia marie|matthijs thijs thys|matthias thijs ties thies|mattheus thijs teeuw
        elisabeth lotte elsa lies lisette lijsbeth liese bettina elsbeth|hendrika rika riek hennie|hendrikus henk hein rik|cornelia corrie nelleke|cornelis cees kees nelis|johanna jopie annie hanna joke
        bartholomeus bart mees|lodewijk lou wiek|frederik freek frits rik|frederika fred riek|dirk derk|diederik dirk diek|albertus bert ab|hubertus huub bert|lambertus lammert|gijsbertus gijs bert|gijsbert gijs|egbertus egbert bert
        engelbertus bert|norbertus bert|robertus rob bert|everardus evert|reinier rein|reinout rein|laurens laus lau rens|jeroen jer|alexander sander lex xander|aleksander sander|constantijn stijn|augustinus stijn guus|augustijn stijn
        christiaan chris stiaan|maarten maart|sebastiaan bas|bastiaan bas|tobias bas|emmanuel manus|hermanus herman manus|marinus rinus|quirinus rinus krijn|servaas vaas|joannes jan johan|wouter wout|walterus wout wouter|simon siem
        thomas tom maas|jozef jos jef|josephus jos jef sjef joop|franciska cisca ciska sisca|catharina katrien trien toos kaat kaatje tineke ina|christina stien stientje tina tineke|magdalena leen leentje|helena leen lena heleen
        margaretha greet griet gretha margriet|martina tineke|wilhelmina mina willy minke|geertruida truus trui geertje|gertrudis truus|anna anneke annie antje|annelies anne lies|jacoba coba co|jacobus koos co ko jaap sjaak kobus
        theodora dora thea door|dorothea door dorie
        johann hansi hansl hanni|johannes johs jossi|margarethe gretel gretl grete gretchen greta|margarete gretl margret|maximilian maxl maxi|hansjoachim hajo|hansjoachim hajo|hansjurgen hajue|hansdieter hadi|karlheinz kalle kalli
        karl karli charly|heribert heri berti|norbert nobbi berti|hubert hubi berti|albert berti|robert robi berti|herbert herbi berti|gunther gunni|gunter gunni|werner werni|lothar lolo|ottokar otto|ottmar otti|dagmar daggi
        ingrid inga ingi|irmgard irmi|edeltraud traudl|gertraud traudl traudi|roswitha rosi|rosemarie rosi romy|annegret anne|angelika geli angie|elisabeth elsbeth lisl betti ella|genoveva vevi|kreszenz zenzi|walburga burgi wally
        notburga burgi|apollonia loni|antonia toni|emerenz emmi|philomena mena|thaddaus tad|vinzenz zenz|ignaz naz|leopold poldi|leopoldine poldi|nepomuk muki|korbinian korbi|benedikt bene|bonifaz boni|florian flo flori|daniel dani
        dominik domi nik|fabian fabi|jonas joni|julian juli|lukas luki|manuel manu|marcel marci|marco marci|markus maggus|martin maddin|niklas nik|oliver olli|patrick paddy|philipp phil|raphael raffi|simon simi|sven svenni|thomas tommy
        tim timmi|timo timmi|yannick yanni|laura lauri|lena leni|melanie melli|nadine nadi|nicole nicki|sandra sandi|sarah sari|vanessa nessi|verena vreni|yvonne yvi|jacqueline jacky|anja anni|bianca bibi|birgit biggi|claudia claudi
        cornelia conni|daniela dani|doris dori|gudrun gudi|heike heiki|karin kaddi|kerstin kersti|manuela manu ela|marianne janni|martina tini|petra peti|regina gina|silke silki|simone moni|sonja sonni|tanja tanni|ute uti
        erik kirre errka|johan jocke johnny juan|joakim jocke kim|kristoffer stoffe kricke|christoffer stoffe|fredrik frippe fidde|elisabet lisbet lisa bettan elsa|elisabeth bettan|birgitta gittan bibbi|margareta maggan gretel meta
        marie mia|maria mia maja|kristina kicki tina|christina kicki|katarina kattis kaja|charlotta lotta|charlotte lotta|karolina lina carro|caroline lina carro|josefin jossan|josefine jossan fina|matilda tilda tilde|alexandra alexa sanna
        susanne sanna|susanna sanna|johanna hanna jossan|viktoria vicky|rebecka beckan|gabriella gabbi|emelie emmy|madeleine madde|marcus macke|markus macke|mattias mackan|martin marre|mikael mickan mike|peter pirre petter|petter pirre
        per perra|jonas jonte|jonatan jonte|jan janne|johnny jonne|lennart lelle|leif leffe|roger rogge|robert robban robin|richard rille|rickard rille|rikard rille|sebastian sebbe|simon simme|alexander alle lexus sander|andreas adde
        anders adde|albin abbe|daniel danne|david dadde|dennis denna|emil emma|filip fille|gunnar gurra|gustaf gurra gosta|gustav gurra|henrik henke|hans hasse|ingemar inge|ingvar inge|kennet kenta|kenneth kenta|kjell kjelle|kent kenta
        ludvig ludde|oscar ogge|oskar ogge|patrik putte|pontus ponken|rasmus ras rasse|rolf roffe|sven svenne|thomas tompa|torsten totte|tobias tobbe|torbjorn tobbe|viktor vicke|vilhelm ville|william wille|ville vilhelm
        kirsten kis kiss|christian chresten kresten krest|kristian kresten krest|jorgen jorre|niels nisse|soren sorre|poul palle|morten motte|mogens mogge|jesper jeppe|jakob jeppe|jacob jeppe ib|hanschristian hc|annemarie annemi
        margrethe grethe|anemarie mie|annemarie mie|marie mie|ingeborg bolette|karoline line|pauline line|caroline line|elisabeth lise lis|dorthea dorte dorthe|kathrine trine|cathrine trine|christine stine|kristine stine|tor toralf
        oystein oys|kristoffer kris|olav ola|trygve tryg|sigmund sigge|halvard hal|thorvald valde|valdemar valde|ragnvald ragge|astrid assi|ingrid inga
        johannes jussi juho hannes|juhani juha|juho jussi|katariina kaisa katri kati katja|aleksanteri santeri sande aleksi|aleksi ale|yrjo yrkki|henrikki henri heikki|matti masa|mikko mikael|tapio tapsa|timo timppa|pekka pekko
        petteri pete|antti antsa|jari jartsa|jukka jukkis|kari kartsa|markku make|markus make|olavi olli|pentti pena|reijo repe|risto rike|seppo sepi|tuomas tuomo|vilhelmi ville|elisabet liisa elli|margareeta reetta marketta|maria maija
        helena leena|susanna sanna|annikki anni|kristiina tiina|johanna hanna|gudmundur gummi mundi|gunnar gunni|sigridur sigga|gudrun runa|kristjan kiddi|stefan stebbi|johann joi|magnus maggi|olafur oli|einar eini|porsteinn steini
        bjarni baddi|halldor dori|ingibjorg inga
        """
    static let slavic = """
        mikhail michael|andrey andrei andrew|nikolai nikolay nicholas|pavel paul|stepan stephen|iosif joseph|matvey matthew
        daniil daniel|elena helen|ekaterina katherine|maria mary|ksenia xenia|sofia sophia|yakov jacob|aleksandr alexander
        vladimir vova volodya vovka vlad volodia volodymyr wladimir|aleksandr sasha sanya shura alex alexander aleksander olexandr oleksandr sascha|aleksandra sasha shura sanya alexandra|aleksei alyosha lyosha alexey alexei alex lesha aleksey
        anatoly tolya anatoli anatoliy|andrei andryusha andrey andriy|anton antosha tosha|artem tyoma artyom tema|boris borya boria|daniil danya danila danil|denis den|dmitry dima mitya dmitri dimitri dmytro dmitriy
        evgeny zhenya yevgeny evgeni eugene evgenii yevgeni|evgenia zhenya yevgenia|fyodor fedya fedor|gennady gena genadi|georgy gosha zhora yuri georgi|grigory grisha grigori|igor gosha igorek|ilya ilyusha ilia|ivan vanya vania
        kirill kirya|konstantin kostya kostia|leonid lyonya lenya|lev lyova leo|maksim max maks maxim|mikhail misha mihail michail mykhailo mykhaylo|nikita nik|nikolai kolya nikolay nick mykola|oleg olezhka oleh|pavel pasha pavlo
        pyotr petya petr petro peter|roman roma|ruslan rus|semyon syoma semen|sergei seryozha serezha sergey serge serhiy|stanislav stas slava|stepan styopa|timofey tima|vadim vadik|valentin valya|valery valera valeri|vasily vasya vasili vasyl
        viktor vitya victor|vitaly vitalik vitali|vladislav vlad vladik slava|vyacheslav slava viacheslav|yaroslav yarik slava jaroslav|yuri yura yury iurii juri yuriy|zakhar zahar|anastasia nastya stasya anastasiya nastia|anna anya anyuta ania
        ekaterina katya katia yekaterina catherine kate|elena lena alyona yelena olena helena|elizaveta liza lisa yelizaveta|galina galya|irina ira irisha iryna|kseniya ksyusha xenia ksenia oksana|larisa lara|ludmila lyuda mila lyudmila
        lyubov lyuba|margarita rita margo|maria masha marusya mariya marina|nadezhda nadya nadia|natalia natasha nata natalya nataliya|nina ninochka|oksana ksyusha ksenia|olga olya olia|polina polya|raisa raya|sofia sonya sofya|svetlana sveta lana
        tamara toma|tatiana tanya tatyana tania tetiana|valentina valya|vera verochka|veronika nika|viktoria vika victoria|yulia yulya julia julija iulia yuliya|zinaida zina|zoya zoyka
        aleksander olek alek|aleksandra ola|agnieszka aga|andrzej jedrek|anna ania|barbara basia|bartosz bartek|boguslaw bogus|elzbieta ela|franciszek franek|grzegorz grzesiek|jacek jaca|jakub kuba|jan janek jas|jaroslaw jarek|jerzy jurek
        jozef jozek|julia jula|kamila kama|katarzyna kasia|krystyna krysia|krzysztof krzysiek krzys|lukasz luka|maciej maciek|magdalena magda|malgorzata gosia malgosia|marcin marcinek|marek mareczek|maria marysia|mateusz mati|michal misiek
        pawel pawelek|piotr piotrek|rafal rafi|stanislaw staszek stas|stefan stefek|tadeusz tadek|tomasz tomek|waldemar waldek|wieslaw wiesiek|wojciech wojtek|zbigniew zbyszek|zofia zosia|joanna asia|beata beatka|ewa ewka|dorota dorotka
        jan honza jenik|josef pepa|jiri jirka|frantisek franta|petr petya peta|pavel pavlik|tomas tom|vaclav vasek|jaroslav jarda|miroslav mirek|stanislav standa|zdenek zdenda|ladislav lada|karel karlik|lukas lukes|martin mara|jakub kuba
        michal misa|katerina katka|jana janicka|marie maruska|hana hanka|lenka lena|eva evka|anna anicka|petra peta|lucie lucka|veronika verca|ivana iva|zuzana zuzka|barbora bara|magdalena magda|alzbeta betka|jozef jozko|stefan stevo
        ivan ivo|josip joza joso|nikola niko|marko mare|milan mile|slobodan boban|dragan gagi|aleksandar aca sasa|branislav bane|miroslav mika|vladimir vlada|zoran zoki|nenad neno|goran goga|katarina kaca|jelena jeca|milica mica|ljubica ljuba
        georgi gosho jorge george|bohdan bogdan|giorgi george|dimitar mitko|ivan vanko|nikolay niki|petar pesho|stoyan stoyo|todor tosho|hristo itso|aleksandar sasho|krasimir krasi|emiliya emi|elena eli|mariya mimi|yordan dancho|margarita margi
        evgeniya zhenya yevgeniya evgenia jenya|evgeny jenya|katherine katya|zuzanna zuzia zuza|boleslaw bolek|kazimierz kazik|mieczyslaw mietek|czeslaw czesiek|edward edek|henryk heniek|ryszard rysiek|zygmunt zygmus
        zdzislaw zdzisiek zdzich|wladyslaw wladek|waclaw wacek|walenty walek|wincenty wicek|roman romek|bogdan bodzio|dariusz darek|mariusz mario|arkadiusz arek|ireneusz irek|leszek lech|leslaw leszek|lucjan lucek|leon leonek|ludwik lutek
        marian maniek|marcin mietek|szymon szymek|sebastian seba|radoslaw radek|przemyslaw przemek|dominik domin|damian damianek|daniel danek|dawid dawidek|filip filipek|gabriel gabrys|hubert hubcio|ignacy ignas|kacper kacperek
        kamil kamilek|karol karolek|konrad kondzio|krystian krystek|leonard leo|maksymilian maks|oskar oskarek|patryk patryczek|robert robcio|sylwester sylwek|tymoteusz tymek|tymon tymek|wiktor wiktorek|wit witek|witold witek
        alicja ala|alina alinka|aneta anetka|aniela nela|antonina tosia|bozena bozenka|celina celinka|danuta danka|dominika domi|dagmara daga|edyta edytka|emilia emilka|gabriela gabrysia|grazyna grazka|halina halinka|hanna hania
        helena hela|henryka henia|iwona iwonka|izabela iza|jadwiga jadzia|janina janka|jolanta jola|justyna justynka|karolina karolcia|kinga kinia|klaudia klaudynka|kornelia nela|leokadia lodzia|lucyna lucynka|marta martusia
        marianna marysia|monika monia|natalia natalka|olga ola|oliwia oliwka|patrycja patka|paulina paula|renata renia|sabina sabinka|stanislawa stasia|stefania stefcia|sylwia sylwka|teresa terenia|urszula ula|wanda wandzia|weronika wera
        wieslawa wiesia|wiktoria wika|genowefa gienia|eugenia gienia|eugeniusz gienek
        aleksandr alik sanek shurik sashka|aleksei lyokha|alexei alyosha lyosha|dmitri mitya dimka|dmitriy mitya|sergei sergo sergiy|nikolai kolyan kolja|mikhail mishka misza|ivan vanka vano|anastasia nastenka asya|anna nyura nyusha
        daria dasha darya dashka|darya dasha|diana dina|elizaveta lizka|inna innochka|karina kara|kristina kristya|lidia lida lidiya|maria manya musya marija|marina marisha|nadezhda nadyusha|natalia natalka tasha|olesya lesya
        oleksandra lesya sasha olesia|oleksandr sashko les olek|mykola kolya mykolka|mykhailo mysko|volodymyr vova volodya volodka|vasyl vasylko|hryhoriy hrysha|yevhen zhenya yevgen|yevheniya zhenya|serhii serhiyko serezha|andrii andriyko
        bohdan danko bodya|dmytro dima mitya|iryna ira|kateryna katya katrusya|lyudmyla lyuda|nadiya nadya|oksana ksenya|olena lena olenka|tetyana tanya|yuliia yulya|zoryana zorya|rostislav rostik|svyatoslav slava svyat|mstislav slava
        miroslav slava mira|izyaslav slava|bronislav slava|rodion rodya|arkady arkasha|arkadi arkasha|arseny senya|arsenii senya|eduard edik|emil emik|gleb glebushka|innokenty kesha|klim klimka|matvei motya|nazar nazarik|platon platosha
        prokhor prosha|rustam rus|savely sava|saveliy sava|tikhon tisha|timur tima|trofim trosha|yefim fima|efim fima|zinovy zyama|afanasy afonya|albert alik|evdokia dusya|evdokiya dusya|faina faya|klavdia klava|zhanna zhanka|rimma rima
        roza rozochka|alevtina alya|alla alka|albina alya|angelina lina gelya|antonina tonya|ella elka|kapitolina kapa|emma emmochka
        jiri jura|josef joska|frantisek fanda frana|jaroslav jara jarousek|vaclav venca|miroslav mira|ladislav lada laco|jaroslava jarka jarca|zdenka zdena|bohumil bohous|bohuslav bohous|oldrich olda|vlastimil vlasta|vratislav vrata
        vojtech vojta|ondrej ondra|matej mates|marek mara|dalibor dalik|radek rada|rostislav rosta|otakar ota|rudolf ruda|alois lojza|antonin tonda|eduard eda|richard risa|robert robik|filip filda|dominik dom|daniel danek|adam adamek
        simon sim|stepan stepa|krystof kryst|tadeas tade|lubomir lubos|lubos lubomir|pavla pavlinka|alena alenka|andrea andy|bozena boza|dagmar dasa|eliska elis|helena hela|irena irca|jitka jituska|kristyna kristy|libuse liba|ludmila lida
        marketa marky|michaela misa|monika monca|nikola niki|olga olina|pavlina pavla|renata rena|romana romca|sarka sarinka|simona sima|sona sonicka|stepanka stepa|tereza terka|vendula vendy|vera verka|vlasta vlastka
        nikola nidzo nino|ivan ivica ivek ivo|stjepan stef stipe stevo|tomislav tomo|tomislava toma|zvonimir zvone|kresimir kreso|zeljko zele|zlatko zlaja|mladen mladja|milos misa|milorad mile|miodrag mija|momcilo moma|nebojsa nesa
        predrag pedja|radovan rade|rados rade|radomir rade|ratko rata|sasa aleksandar|sinisa sine|slavko slavisa|srdjan srki|srecko srele|stevan steva|svetozar sveta|tihomir tiho|velimir velja|veljko velja|vojislav voja|vuk vule|zarko zare
        zivko zile|zvezdan zvele|dusan dule|djordje djole|dejan deki|darko dare|dalibor dado|bojan boki|bogdan boda|borislav bora|bozidar boza|dragoljub dragi|dragoslav dragi|filip fica|ljubomir ljuba|luka lule|mihailo miki|mihajlo miki
        petar pera perica|pavle paja|stefan stef|uros ure|vasilije vasa|vladan vlada|vladislav vlada|ana anica|biljana bilja|branka brana|danijela dana|dragana gaga|gordana goca|ivana ivka|jasmina jasna|jovana joca|katarina kata
        ljiljana ljilja|marija mara|marijana maja|milena mica|mirjana mira|nada nadica|natasa nata|nevena nena|olivera olja|ruzica ruza|sanja aleksandra|slavica slava|snezana sneza|suzana suza|svetlana ceca|tatjana tanja|vesna vesnica
        zorica zora
        tomas tomek tomik|jakub kubik|jozef jozo|stefan stefko|ludovit ludo|ladislav laco|miroslav miro|rastislav rasto|branislav brano|vladimir vlado|peter peto|michal misko|martin matko|juraj duro|ondrej ondro|viliam vilo|eduard edo
        zuzana zuza|alzbeta betka|katarina katka|maria majka|margita gita|helena helenka|anezka anca|matevz matic|jernej nejc|gregor grega|tomaz tom|ales alek|andrej drejc|janez jani|joze jozi|alojz lojze|france franci
        """
    static let others = """
        georgios giorgos yorgos george yiorgos|ioannis yannis giannis john yiannis|konstantinos kostas dinos costas konstantin|dimitrios dimitris mitsos jimmy takis|nikolaos nikos nick|panagiotis panos takis|vasileios vasilis bill|evangelos vangelis
        athanasios thanasis nasos|evangelia litsa lia eva|evangelos vangelis|spyridon spyros|christos chris|emmanouil manolis|michail michalis|stavros stav|theodoros thodoris theo|apostolos tolis|aikaterini katerina|eleni elena lena|maria marika|georgia gogo|vasiliki vaso vicky|panagiota giota
        anastasia tasia natasha|sofia sofi|paraskevi evi vivi|angeliki kiki|charalampos babis haris|alexandros alekos alex|stylianos stelios|antonios antonis|efstathios stathis|eleftherios lefteris|grigorios grigoris|ilias elias|petros pete
        mehmet memo mamo|mustafa musti|ibrahim ibo|huseyin huso|suleyman sulo|fatma fatos|elif elo|abdullah apo|osman osi|hatice hatos|zeynep zeyno|ahmet ahmo|emine emos
        yitzhak isaac itzik|yaakov jacob kobi yakov|moshe moses moishe|shmuel sam samuel|shlomo solomon|yosef yossi joseph|avraham abraham avi avram|david dudi|yehuda judah|chaim haim|eliyahu eli|binyamin benny benjamin|rivka rebecca|rachel rahel|esther esti
        zsofia zsofi sophie|erzsebet erzsi bozsi|katalin kati|gabor gabi|istvan pista steve stefan|janos jani jancsi john|jozsef jozsi joseph|laszlo laci|ferenc feri frank|sandor sanyi alexander|zoltan zoli|andras bandi andrew|gyorgy gyuri george|peter peti|tamas tomi|katalin kati|erzsebet erzsi elizabeth|judit jutka|zsuzsanna zsuzsa susan|eszter eszti|miklos miki nicholas|lajos lali|karoly karcsi
        rajesh raj|rajiv raj|rajendra raj|vijay viju|suresh suri|ramesh ram|krishna krish kris|subramaniam subra mani|venkatesh venky|venkatraman venky|srinivas srini vasu|balakrishnan bala|siddharth sid|aditya adi|abhishek abhi|anirudh ani|aniruddha ani|harish hari|kartik karthik|lakshmi laxmi|priyanka priya|deepika deepa dipika|vivek vicky|sanjay sanju|manoj manu
        vikram vik|gopalakrishnan gopal|arvind aravind|sandeep sandip|dilip deelip|pooja puja|sunita suneeta|anjali anju|kavita kavitha|sangeeta sangita|swati swathi|jyoti jyothi
        dimitrios mimis mitsos|dimitra mimi dimi|konstantina konna dina|konstantinos konstantis costis|paraskevi vivi voula evi|kyriakos kyr|kyriaki kiki|anastasios tasos|anastasia natasa tasoula|antonios antonis|argyrios argyris
        charalampos babis haris|efthymios themis|gerasimos makis|iakovos akis|ilias lakis|kleanthis anthis|leonidas leon|lykourgos lakis|miltiadis miltos|pantelis lakis|periklis peris|polykarpos karpos|prodromos makis|savvas sav
        sotirios sotiris|sokratis sakis|thrasyvoulos thrasos|xenofon fontas|zacharias zacharis|alexandros alekos alexis|alexandra aleka|andreas andrikos|angeliki kiki angela|despoina debi|efstratios stratis|evdokia evi|fotini fofi
        ioanna gianna|kalliopi popi|loukas lakis|magdalini magda|margarita margi|sofia sofoula|theodora dora|theofilos filos|triantafyllos lakis|vasileia vaso|zoi zozo
        mustafa mistik musto|hatice hatce|ramazan ramo|recep reco|emine emos|aysegul ayse|fatma fatos fadime|mehmet memis mehmetcik|ahmet ahmo aho|ali alos|hasan haso|huseyin husso huso|ismail ismo|yusuf yusi|osman osmo|omer omo|kemal kemo
        cemal cemo|cemil cemo|celal celo|bilal bilo|burak buri|emre emo|halil halo|hamza hamo|haydar haydo|kadir kado|mahmut maho|murat muro|mursel murso|nurettin nuri|orhan oro|sabri sabo|selahattin selo|selim selo|serkan sero
        suleyman sulocan|tuncay tunco|ugur ugi|umit umo|yasar yaso|yilmaz yilo|zeki zeko|zeynep zeyn zey|elif elis|esra eso|filiz filo|gulsah gul|gulsen gul|gulten gul|gulay gul|nurcan nur|nurgul nur|nurten nur|ozlem ozi|pinar pino
        rukiye ruki|sevgi sevo|sevim sevo|songul gul|tugba tugi|yasemin yaso|ibrahim ibis ibo|abdurrahman apo|abdulkadir kadir|muhammet memo|mert mero|deniz deno|volkan volki|gokhan goko|hakan hako|erdal ero|erkan ero
        muhammad hamada hammoudi hamoudi|mohamed hamada hammoudi|mohammed hamada|mahmoud hamouda hamoudi|ahmed hamada ahmado|abdulrahman abood abboud abdo|abdullah abboud abdo boudi aboud|abdelaziz azouz aziz|abdulaziz azouz aziz
        khadija khadouj khaddouj|khadijah khadouj|fatima fattouma fatoum fatouma|aisha ayoush aichouch|mustafa safa tafa|ibrahim barhoum|ismail smail|yousef yousri joe|khaled khalloud|omar ammoura|ali alloush|hassan hassoun
        hussein hassoun hsein|zainab zanouba zouzou|mariam marmar mimi|nour noura|layla loulou|salma salloum|sara sarsour|yasmin yaso|ramadan ramzi|tamer tima|walid wello|rashid rachoud
        menachem mendy mendel|mordechai motti mordy|moshe moishe moshiko|yosef yossi yossel|yitzhak itzik yitz|yaakov kobi yanky|avraham avi avrum|shmuel shmulik muli|shimon shimi|shlomo shlomi|shaul shauli|raphael rafi|refael rafi
        gavriel gabi|michael miki|daniel dani|david dudu dudi|efraim effi|eliezer lazer eli|elazar lazar|eliyahu eli|binyamin beni|nachman nachi|naftali tuli|pinchas pini|reuven ruvi|tzvi hershel tzvika|zeev velvel|arie leib|dov berel
        chaim vitali|yehoshua shuki|yehuda yudi|yerachmiel yerach|yisrael srulik|yechiel chilik|avigdor vigdor|rivka rivki|rachel racheli|sarah sari sarale|miriam miri|tamar tami|shoshana shosh|shulamit shuli|tzipora tzipi|yehudit yudit
        ruth ruti|esther esti|hadassah dassi|devorah dvori|leah leahle|chana chani|bracha brachi|malka malki
        mahesh mahi|ganesh ganu|rajesh raju|ramesh ramu|suresh suri|mukesh muku|dinesh dinu|naresh naru|rakesh raka|umesh umi|lokesh loki|yogesh yogi|krishnamurthy kittu krishna murthy|krishnamurti kittu murti|subrahmanyam subbu mani
        subramanian subbu mani|subramaniam subbu|venkataraman venkat|venkatesh venkat|venkateswaran venkat|ramachandran ramu chandru|chandrasekhar chandru sekhar|chandrasekaran chandru|balasubramanian bala subbu|balasubramaniam bala subbu
        ramakrishnan ramki|radhakrishnan radha|gopalakrishna gopi|narayanan nanu|raghavan raghu|raghunath raghu|srinivasan srini vasan|srinivasa srini|padmanabhan paddu|parthasarathy partha|sivakumar siva|shivakumar shiva
        senthilkumar senthil|santhosh santhu|prakash pakki|prashant pashi|pradeep deepu|sandeep sandy|kuldeep deep|gurpreet gary preet|harpreet harry preet|manpreet manny preet|jaspreet jassi preet|amandeep aman|gurdeep deep
        jasvinder jassi|kulwinder kulli|sukhwinder sukhi|parminder pammi|satinder sati|baljinder balli|rajinder raji|ravinder ravi|surinder suri|jitendra jitu|jitender jitu|mahendra mahi|surendra suren|narendra naren|virendra viru
        dharmendra dharam|rajendra rajen|devendra dev|hitendra hitu|upendra upen|satyendra satya|yashwant yash|jaswant jassi|balwant balli|siddhartha sid|abhimanyu abhi|abhinav abhi|aniket ani|anirban ani|debabrata debu|debashish debu
        sudip sudi|subhash subhu|subrata subu|partha parthu|arunima aru|anuradha anu|anupama anu|aparna apu|bharati bharu|chandrika chandu|deepali deepu|indira indu|jayalakshmi jaya|kalyani kalu|kamala kamlu|lakshmi lachu|madhuri madhu
        madhusudan madhu|meenakshi meenu|minakshi minu|nandini nandu|padmavathi padma|parvati paru|prabhakar prabha|pushpa pushpi|rajeshwari raji|rukmini rukku|saraswati saru|savita savi|shakuntala shaku|sharmila sharmi|shubhangi shubhu
        sucheta suchi|sumitra sumi|sushila sushi|vaishnavi vaishu|vijayalakshmi viji|vishwanath vishu
        zsuzsanna zsuzsi zsuzska zsofi|maria marika mari|ilona ica ilonka ili|balazs bali|sandor sanyi sanyika|erzsebet bobe zsoka|julianna juli julcsi|julia julcsi juli|borbala bori|katalin katinka kata|krisztina kriszti|magdolna magdi
        margit manci gitta|rozalia rozi|terezia teri|veronika vera veri|viktoria viki|agnes agi|aniko ani|eva evi|gabriella gabi|gizella gizi|ildiko ildi|kornelia nelli|dorottya dori|eleonora nora|tunde tundi|attila ati|balint balinka
        bela belus|bertalan berci|csaba csabi|david davidka|denes deni|elemer elek|endre bandi|erno ernoke|gergely gergo geri|gusztav guszti|henrik heni|ignac naci|imre imi|karoly karesz|kristof kristofka|krisztian krisz|lajos lajcsi
        lorinc lori|marton marci|mate matyi|matyas matyi|mihaly misi|mihaly miska|norbert norbi|oliver oli|oszkar oszi|pal pali|robert robi|roland roli|szabolcs szabi|szilard szili|tibor tibi|vilmos vili|viktor viki|zsigmond zsiga
        zsolt zsoltika
        augustinas gustas|kestutis kestas|vytautas vytas|algirdas algis|gediminas gedas|mindaugas mindas|jonas jonukas|juozas juozapas|antanas antas|kazimieras kazys|stasys stanislovas|aleksandras alius|elzbieta elze|kotryna katre
        magdalena magde|janis janitis|karlis kaspars|andrejs andris|aleksandrs aleks|katrina kate|elizabete lize|juri juku|mihkel miku|kristjan kris|aleksander sass|katariina kadri|elisabet liisu
        """
    /// Spellings of one name in Latin letters, Arabic and Korean ones; true of surnames too.
    static let spellings = """
        mohammed mohamed muhammad mohammad mohamad muhammed muhamed mohammod mehmed mehmet mohd mo moe hamoudi|ahmed ahmad achmed ahmet akhmed|hussein hussain husain hosein husayn hossein huseyin hosain|hassan hasan|khaled khalid khalil chaled
        youssef yusuf yousef joseph yousuf yosef youssuf|omar umar omer|othman osman uthman usman|ali aly|abdullah abdallah abdulla|abdulrahman abdelrahman abdurrahman abderrahman|mahmoud mahmud mehmood mahmood|mustafa mostafa mustapha moustafa
        ibrahim ebrahim brahim abraham|ismail esmail ismael|said saeed saied sayed|sayed sayyid syed|karim kareem|rashid rasheed rachid|jamal gamal djamal|nasser nasir naser|tariq tarek tareq tarik|bilal belal|samir sameer|waleed walid
        hamza hamzah|hisham hicham hesham|fatima fatema fatma fatimah fatemeh|aisha aysha aicha ayesha aishah|zeinab zaynab zainab|mariam maryam miriam maryem|nour noor nur|leila layla laila leyla lila|khadija khadijah hatice|amina aminah ameena|hoda huda houda
        salma selma|nadia nadya|yasmin yasmine jasmin yasmeen|rania raniya|samira sameera|farid fareed|majid majeed|jalal galal|osama usama|ashraf achraf|adel adil|amir ameer emir|anwar anouar|fouad fuad|ghassan gassan|marwan merwan
        rachida rasheeda|sami samy|taha tahar|zaid zayd zeid|hamid hameed|reza ridha rida reda|ghasem qasem qasim kassem kasim kacem|shirin shireen|parviz parvez
        kim gim ghim|park bak pak pahk|lee yi rhee ri li rhie|choi choe chwe|jung jeong chung chong jong cheong|kang gang|cho jo joe|yoon yun|jang chang|lim im rim yim|shin sin|seo suh so|kwon gwon|ahn an|ryu yoo yu ryoo you|ko go koh goh|moon mun|son sohn
        bae pae|baek paek paik back|heo hur huh her|noh no roh|joo ju chu choo|woo wu u|koo gu ku|chun cheon chon|um eom|hyun hyeon|byun byeon|yeom yum|suk seok|sun seon|kil gil|min minn|jin chin|bang pang|kong gong|hwang whang|oh o|won weon|nam nahm|yang ryang|song soung
        young yeong yung|ho hoh|hee hui|kyung gyeong kyoung|hyung hyeong|sung seong|soo su|joon jun june|woong ung|myung myeong|jae jai|eun un
        """
}
