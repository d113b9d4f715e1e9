package language

// english is the commonest words of English: the closed classes in full, and the verbs, nouns and adjectives that open
// any word count of newspapers. Headlines drop articles and auxiliaries, so that function words alone do not tell
// "Minister denies cuts to schools" from another language.
const english = `
the a an of to in for on by at from with without within into onto upon about above across after against along among
amid around as before behind below beneath beside besides between beyond despite down during except inside like near
off out outside over past per since through throughout till toward towards under underneath until up via versus
and or but nor so yet if unless because although though while whereas whether than that which who whom whose what
when where why how whichever whatever whoever wherever whenever
i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself yourself himself
herself itself ourselves themselves this these those there here each every either neither both all any some none few many
much more most less least several other others another such same own one two three four five six seven eight nine ten
eleven twelve twenty thirty forty fifty hundred hundreds thousand thousands million millions billion billions dozen dozens
first second third last next half everyone everything everybody someone something somebody anyone anything anybody nobody
nothing nowhere somewhere
be am is are was were been being do does did done doing have has had having can could may might must shall should will
would ought cannot dont doesnt didnt isnt wasnt wont
not no never ever also only just even still already again always often sometimes soon now then later early earlier ago
today yesterday tomorrow tonight too very quite rather almost nearly perhaps maybe however therefore thus instead
meanwhile indeed together away back far once twice well better best worse worst yes
say says said saying tell tells told ask asks asked call calls called calling claim claims claimed deny denies denied
denying warn warns warned warning urge urges urged vow vows vowed add added adds announce announced announces confirm
confirms confirmed admit admits admitted accuse accuses accused insist insists insisted think thinks thought believe
believes believed know knows knew known want wants wanted hope hopes hoped fear fears feared expect expects expected plan
plans planned report reports reported reporting speak speaks spoke talk talks talked write writes wrote written read
go goes went gone going come comes came coming get gets got getting give gives gave given take takes took taken taking
make makes made making see sees saw seen seeing look looks looked looking find finds found use uses used using work works
worked working try tries tried trying need needs needed keep keeps kept let lets put puts set sets run runs ran running
hold holds held holding bring brings brought begin begins began begun start starts started stop stops stopped show shows
showed shown leave leaves left meet meets met meeting turn turns turned move moves moved pay pays paid buy buys bought
sell sells sold send sends sent fall falls fell fallen rise rises rose risen win wins won lose loses lost kill kills
killed killing die died dies hit hits face faces faced seek seeks sought grow grows grew grown cut cuts end ends ended
open opens opened close closed closes fight fights fought help helps helped stand stands stood sit sits sat live lives
lived play plays played lead leads led build builds built spend spent break broke broken follow followed follows become
becomes became remain remains remained continue continues continued include includes including included agree agreed
agrees allow allowed reject rejects rejected resign resigns resigned elect elected vote votes voted voters sign signed
signs visit visits visited arrest arrested charge charged charges force forced forces order orders ordered raise raised
raises launch launched happen happened wait waiting feel feels felt love loves loved thank thanks please
year years month months week weeks day days hour hours minute minutes time times night morning evening monday tuesday
wednesday thursday friday saturday sunday january february april june july august september october november december
man men woman women child children people person family families father mother son daughter brother sister wife husband
friend friends boy girl boys girls baby home house houses room street road city cities town towns village country
countries world state states nation nations government governments minister ministers ministry president prime
official officials leader leaders member members party parties court courts judge judges law laws lawyer lawyers police
officer officers army troops soldier soldiers war wars peace deal deals trade sale sales price prices market markets
company companies business money bank banks tax taxes cost costs job jobs worker workers strike strikes school schools
student students teacher teachers hospital hospitals doctor doctors health water food oil gas fire weapons arms missile
missiles nuclear attack attacks attacked bomb bombs death deaths dead life case cases news newspaper newspapers
spokesman spokeswoman source sources statement statements interview election elections campaign power rights right
group groups team teams game games place places part parts number numbers side sides way ways thing things fact facts
question questions problem problems issue issues reason reasons point points line lines name names word words story
head hand hands eye eyes door car cars bus ship ships plane book books bill bills rule rules budget crisis talks summit
security foreign defence defense military public private national international local federal western eastern northern
southern north south east west european american british french german russian chinese
new old young good bad big small large great little long short high low late hard easy free full strong weak true false
sure ready able likely unlikely possible important different special main major minor whole certain clear real poor rich
white black red blue green open dear sorry great nice
amid over under amidst ahead according due
`
