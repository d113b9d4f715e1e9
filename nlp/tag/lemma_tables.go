package tag

// silent are stems before "ed", "ing" or "er" that take an e against the rule. A prefix may stand before them.
var silent = set(`abbreviat abl absolut ach achiev acquir acut adher ador amaz ampl argu arrang aton aveng bast bath becom believ
	bing bizarr blam blu bor breath cach cajol cano caus ceas challeng chang chas chast chim chos cit clon clos
	cloth coher com combin compet compil complet conclud concret condon consol continu contraven conven creat cring
	cu cur cut decreas delet delineat demot denot deplet deplor dethron devot din dissuad don dron dur dy emot endur
	equat eras escap exchang excit excret exhal expedit explor expung extradit ey fil fin finess flam fram fring gaz
	gentl griev guid hast hing hir hom hon hop humbl ignit ignor impal imping implor impring incit increas infring
	inhal inquir interfer interven inton invit issu landscap lath leas lin lit littl loath los loung matur microphon
	min mut nam nauseat nobl not obscur overcom ow parol past paus permeat persever persuad phon pil pin pleas plung
	pol polit postpon prais premier prim procreat profil promot pur purchas pursu queu quot rais rang rar raz recit
	reconcil recreat regal releas reliev remot requir rescu restor reunit reveng rever rhym rip ripe rout scal
	scaveng scor secret secur seeth sever sham shin shoe shor siev simpl sincer smil snor sooth spong squar stal
	ston stor strang su subtl superven sur tam tast teas teeth telephon til tim ting tir ton tot tru typ unit valu
	vot wan wast welcom whal whing whit wis writ writh zon`)

// bare are stems that take no e against the rule.
var bare = set(`abandon accustom add analog anchor appall arc audit author ballot bang bargain befall benefit bias blitz blossom
	bomb boomerang bottom boycott burr bus candid canvas carol catalog cater caucus cavil chirrup chorus circuit
	clang climax climb collar color comb combat condition credit custom debut deposit develop devil dial dialog disc
	discredit distill doctor dollar ebb echo edit egg elicit embarrass enroll enthrall envelop envision equal err
	error exhibit exit exploit factor fang fathom favor few focus forfeit format fruit fulfill function gallop gang
	gas gossip hang happen harass harbor hiccup honor idol imperil inhabit inherit inhibit initial input instill
	iron kidnap labor limit listen low medal mention merit metal method minor mirror monitor motor murmur new odd
	offer open orbit output overhang overspill pardon parrot pedal penal period pillar pilot pivot plumb poison
	position profit program prohibit purr quartz question radio ransom rapid raw reason recruit redevelop refocus
	reformat rigid riot rival rumor sandal scallop season signal ski slow solicit solid spirit splendid sponsor
	squirrel stem stupid sugar suit symbol sync tailor taxi ticket tomb total tourniquet transit trek trial twang
	vacuum vector veto victim visit vivid vomit wallop waltz whirr worship`)

// invariable are plurals that are their own lemma.
var invariable = set(`always arrears as athletics barracks beatles bias binoculars bus chaos clothes contents cosmos crossroads
	diabetes earnings economics electronics ethics finances gallows gas genetics genitals geopolitics goods grounds
	gymnastics headquarters his its jeans lens logistics manners mathematics means measles mumps netherlands news
	odds olympics outskirts pajamas pancreas pants paralympics perhaps philippines physics pliers politics
	proceedings pyjamas rabies regards remains riches savings scissors series shorts species specifics surroundings
	thanks this tongs troops trousers tweezers us whereabouts`)

// plurals are those that the endings do not tell.
var plurals = forms(`
man men
woman women
child children
person persons
foot feet
tooth teeth
goose geese
mouse mice
louse lice
ox oxen
die dice
medium media
criterion criteria
summons summonses
money monies
corpus corpora
phenomenon phenomena
bacterium bacteria
stratum strata
curriculum curricula
memorandum memoranda
referendum referenda
stimulus stimuli
nucleus nuclei
alumnus alumni
fungus fungi
cactus cacti
radius radii
focus foci
syllabus syllabi
alga algae
larva larvae
vertebra vertebrae
formula formulae
antenna antennae
index indices
matrix matrices
vertex vertices
appendix appendices
axis axes
analysis analyses
basis bases
crisis crises
thesis theses
hypothesis hypotheses
synthesis syntheses
parenthesis parentheses
diagnosis diagnoses
prognosis prognoses
emphasis emphases
oasis oases
neurosis neuroses
psychosis psychoses
metamorphosis metamorphoses
paralysis paralyses
catharsis catharses
nemesis nemeses
genesis geneses
ellipsis ellipses
life lives
wife wives
knife knives
housewife housewives
midwife midwives
afterlife afterlives
leaf leaves
loaf loaves
thief thieves
sheaf sheaves
half halves
calf calves
self selves
shelf shelves
bookshelf bookshelves
elf elves
wolf wolves
werewolf werewolves
scarf scarves
hoof hooves
dwarf dwarves
wharf wharves
themself themselves
lens lenses
gas gases
bias biases
canvas canvases
atlas atlases
alias aliases
iris irises
quiz quizzes
bus buses
minibus minibuses
passer-by passers-by
passerby passersby
brother-in-law brothers-in-law
son-in-law sons-in-law
attorney-general attorneys-general
photo photos
yes yeses
pea peas
ski skis
taxi taxis
iris irises
`)

// ieNouns, cheNouns, oeNouns and useNouns are plurals whose singular ends in e.
var ieNouns = set(`aunties birdies bookies brownies budgies cabbies caddies calories camaraderies collies cookies coteries eyries
	foodies freebies genies goalies groupies hankies hippies homies hoodies indies junkies laddies lassies magpies
	menageries movies neckties newbies oldies pinkies pixies potpies prairies quickies reveries roadies rookies
	selfies smoothies softies sorties sweeties talkies techies townies veggies walkie-talkies walkies yuppies
	zombies`)

var cheNouns = set(`aches apaches avalanches caches caleches cliches creches douches gouaches headaches heartaches moustaches
	mustaches niches panaches pastiches psyches quiches stomachaches toothaches tranches`)

var oeNouns = set(`aloes canoes does floes foes hoes horseshoes oboes roes shoes snowshoes throes tiptoes toes woes`)

var useNouns = set(`abuses cruses disuses excuses fuses hypotenuses misuses muses overuses recluses refuses reuses ruse ruses uses`)

// comparisons are comparatives and superlatives that the endings do not tell.
var comparisons = forms(`
more more
most most
less less lesser
least least
far farther farthest further furthest
late later latest last
old elder eldest
bad worst
few fewer fewest
large larger largest
strange stranger strangest
near nearer nearest nearby
upper upper
inner inner
outer outer
early earlier earliest
close closer closest
free freer freest
true truer truest
able abler ablest
wise wiser wisest
loose looser loosest
fierce fiercer fiercest
scarce scarcer scarcest
nice nicer nicest
dense denser densest
tense tenser tensest
coarse coarser coarsest
immense immenser
white whiter whitest
cute cuter cutest
polite politer politest
ripe riper ripest
simple simpler simplest
gentle gentler gentlest
humble humbler humblest
noble nobler noblest
subtle subtler subtlest
little littler littlest
ample ampler amplest
safe safer safest
rude ruder rudest
wide wider widest
brave braver bravest
pale paler palest
fine finer finest
sane saner sanest
tame tamer tamest
lame lamer lamest
huge huger hugest
sage sager sagest
blue bluer bluest
severe severer severest
sincere sincerer sincerest
obscure obscurer obscurest
mature maturer maturest
secure securer securest
pure purer purest
sure surer surest
rare rarer rarest
sore sorer sorest
dire direr direst
bare barer barest
clear clearer clearest
deep deeper deepest
`)

// nationalities are adjectives that keep their capital and that no ending gives away.
var nationalities = set(`afghan afghani african algerian alpine american amish andean anglican angolan arab arabic argentine argentinean
	asian australian bahraini balkan baltic bangladeshi baptist basque bengali bolivian bosnian brazilian breton
	british buddhist burmese burundian cambodian catalan catholic celtic chechen chilean christian colombian
	congolese cornish costa croat cuban cypriot czech danish dominican dutch ecuadorean ecuadorian egyptian
	elizabethan emirati english eritrean ethiopian eurasian european fijian filipino finnish flemish french galician
	german germanic ghanaian greek greenlandic gregorian guatemalan haitian hausa hawaiian hebrew herzegovinian
	hindu hispanic honduran hutu icelandic iraqi irish islamic israeli jamaican jewish kashmiri kazakh kenyan khmer
	korean kosovar kurdish kuwaiti kyrgyz lankan lao laotian latin latino leninist libyan lutheran malagasy malay
	malian maltese manx maoist maori marxist mediterranean methodist mexican monegasque mongol montenegrin mormon
	moroccan moslem muslim namibian nazi nepali nicaraguan nigerian nordic olympic omani pakistani panamanian papuan
	paraguayan paralympic pashtun peruvian polish protestant puerto punjabi qatari republican rican roman rwandan
	salvadoran samoan saudi scottish serb shi'ite shia shiite sikh singaporean sinhala slavic slovak slovene somali
	soviet spanish sri stalinist sudanese sunni swedish swiss taiwanese tajik tamil tatar texan thai tibetan tongan
	tunisian turkish turkmen tutsi ugandan uighur uruguayan uyghur uzbek vatican venezuelan victorian welsh yemeni
	yoruba zairean zambian zealand zionist zulu`)

// commonAdjectives end like nationalities and are none.
var commonAdjectives = set(`agrarian amphibian antediluvian authoritarian barbarian civilian contrarian custodian disciplinarian
	draconian egalitarian guardian humanitarian libertarian mammalian median meridian obsidian octogenarian
	parliamentarian pedestrian plebeian proletarian reptilian riparian sectarian totalitarian
	utilitarian vegetarian veterinarian`)
