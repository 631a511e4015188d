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
