package language

// foreign is the function words, and a few of the commonest others, of languages in Latin letters that a collection of
// news is likely to meet. A word that is English as well, such as the Dutch "was", counts for both a little.
var foreign = []string{
	// French
	`le la les un une des du de au aux et ou où mais donc ni ne pas plus que qui quoi dont ce cet cette ces son sa ses leur
	leurs notre nos votre vos il elle ils elles nous vous je tu on se lui eux est sont était étaient sera été être avoir a ont
	avait avaient aura fait faire dans sur sous par pour avec sans chez entre vers contre depuis pendant après avant selon
	comme si très aussi encore déjà toujours jamais tout toute tous toutes même autre autres peu lors ainsi alors cela`,
	// German
	`der die das den dem des ein eine einen einem einer eines und oder aber denn sondern nicht kein keine keinen ist sind
	war waren sein wird werden wurde wurden worden hat haben hatte hatten kann können soll sollen muss müssen will wollen
	ich du er sie es wir ihr mich mir dich dir sich ihn ihm ihnen mein dein unser euch uns in im an am auf aus bei beim mit
	nach von vom vor zu zum zur über unter durch für gegen ohne um bis seit zwischen wegen wie als wenn dass daß ob weil
	auch noch nur schon sehr mehr hier dort dann jetzt heute gestern nun so man dieser diese dieses diesem diesen jeder was
	wer wo`,
	// Spanish
	`el la los las un una unos unas de del al y e o u pero sino ni no que qué quien quién cual cuál cuando cuándo donde
	dónde como cómo porque por para con sin sobre entre hasta desde hacia contra según durante ante tras en a su sus mi mis
	tu tus nuestro nuestra lo le les se me te nos es son era eran fue fueron ser será está están estaba estar ha han había
	habían hay haber tiene tienen tenía más muy también ya aún todavía sólo siempre nunca este esta estos estas ese esa eso
	esos aquel todo toda todos todas otro otra otros dijo año años`,
	// Portuguese
	`o a os as um uma uns umas de do da dos das no na nos nas em ao aos à às pelo pela pelos pelas por para com sem sob
	sobre entre até desde contra e ou mas nem não que quem qual quando onde como porque se seu sua seus suas meu minha ele
	ela eles elas eu você nós lhe lhes isso isto este esta esse essa é são era eram foi foram ser será está estão estava
	estavam tem têm tinha há havia mais muito muita também já ainda só sempre nunca todo toda todos disse ano anos`,
	// Italian
	`il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai in nel
	nello nella nei nelle su sul sulla con per tra fra e ed o ma né non che chi cui quale quando dove come perché se si ci
	ne mi ti vi lui lei loro noi voi io suo sua suoi sue mio mia è sono era erano sarà stato stata stati essere ha hanno
	aveva avevano avere più molto anche già ancora solo sempre mai questo questa questi queste quello quella quelli tutto
	tutti tutte altro altri detto anni`,
	// Catalan, Galician, Romanian, Latin, Esperanto
	`el els la les un una uns de del dels al als amb per en i o però que què qui com quan on no més molt també ja va van ha
	han és són era ser seu seva seus aquest aquesta aquests ell ella nosaltres`,
	`o a os as un unha do da dos das no na ao en con por para e ou pero que non é son foi máis tamén`,
	`și şi în la cu de din pe pentru că ca să nu este sunt a au fost era un o unei unui al ale ai lui lor se care ce mai sau
	dar după până despre prin fără între acest această aceste acum foarte doar`,
	`et in ad ex ab de non est sunt erat erant esse fuit quod qui quae quem quam quo cum ut si sed aut vel atque ac nec neque
	per pro sub sine inter contra apud ante post ipse hic haec hoc ille illa illud is ea id eius eorum suum suam suis se sibi
	omnes omnia enim autem igitur tamen etiam iam nunc tum nisi ubi unde urbem urbs rex regem populus`,
	`la kaj de en al ne estas estis estos ke kiu kio por kun per sed aŭ ĉi tio ili li ŝi mi vi ni sia pri ankaŭ plej pli el`,
	// Dutch, Afrikaans, Frisian
	`de het een van en in is dat die niet op te aan met voor zijn er om ook als bij nog uit naar maar door over tot dan wel
	werd worden wordt was waren heeft hebben had kan kunnen zal zullen moet moeten ik je jij hij zij ze wij we u hun haar hem
	dit deze daar hier geen al meer na tegen tussen onder zonder volgens omdat toen zo wat wie waar hoe nu of tegen jaar zei`,
	`die het nie en van is in 'n vir met op te dat wat aan ook sal kan word was hulle sy ons ek jy hy deur uit teen oor maar
	by om as nog tot daar hierdie gesê`,
	// Swedish, Danish, Norwegian, Icelandic
	`och att det som en ett på är av för med till den inte har de om var hade från men så vi kan man jag han hon sig sin sina
	eller när då ska skulle efter vid också nu mot under över mellan utan bara mycket mer alla detta denna dessa varit blev`,
	`og at det som en et på er af for med til den ikke har de om var havde fra men så vi kan man jeg han hun sig sin sine
	eller når da skal ville efter ved også nu mod under over mellem uden kun meget mere alle dette denne disse været blev være
	ble av etter mot ikkje eit ein frå hadde blir`,
	`og að það sem er á í við til ekki var um en fyrir með af hann hún þeir því ég eru hefur hafa þá svo eins eða`,
	// Polish, Czech, Slovak, Slovene, Croatian, Serbian, Bosnian
	`i w z na do nie się że jest to o od po za przez dla przy ze oraz ale lub czy jak co który która które których także już
	tylko był była było były będzie być są ma mają może jego jej ich tym tego tej ten ta te przed pod nad między bardzo jako
	roku`,
	`a v na se je že to z o s do i k ve za pro po od při není byl byla bylo byli bude být jsou jako ale nebo také už jen který
	která které jeho její jejich tento tato toto ten ta ten před mezi podle proti však jsme sem uvedl`,
	`a v na sa je že to z o s do i k vo za pre po od pri nie bol bola bolo boli bude byť sú ako ale alebo aj už len ktorý ktorá
	ktoré jeho ich tento táto pred medzi podľa proti však sme`,
	`in v na se je da so za z s po od pri ni bil bila bilo bili bo biti kot pa ali tudi že le ki ga jih pred med proti vendar
	i u na se je da su za s sa po od pri nije bio bila bilo bili biće bit će biti kao ali ili također takođe već samo koji
	koja koje njegov njihov ovaj ova ovo prije pre između protiv međutim što nisu smo`,
	// Lithuanian, Latvian, Estonian, Finnish, Hungarian, Basque, Albanian
	`ir kad yra buvo bus ne į iš su už po prie apie bet ar kaip tai šis ši jo jos jų jis ji mes savo taip pat dėl nuo iki`,
	`un ir ka bija būs nav no uz ar par pie pēc bet vai kā tas tā šis viņš viņa mēs savu arī tikai līdz kas lai`,
	`ja on ei oli et see ta kui aga ka või mis kes selle seda nende oma üle pärast enne ning veel siis nii ole mida`,
	`ja on ei oli että se hän kun mutta myös tai joka jotka mikä niin kuin ovat olivat olla ole oma jo vain sen sitä tämän
	tämä nämä vuonna mukaan kanssa sekä eivät hänen heidän ne`,
	`a az és hogy nem is egy van volt volna lesz de ha meg már még csak mint ez azt ezt aki ami akik amely után előtt között
	szerint ellen vagy miatt lehet nincs minden`,
	`eta da ez du dira zen bat dute ere baina izan dela egin bere hau hori baino`,
	`dhe të në e i për me nga një është janë nuk që se si por kjo ky ka kanë ishte do më duke pas`,
	// Turkish, Azerbaijani, Uzbek
	`ve bir bu da de için ile olarak olan oldu olduğu değil çok daha ama fakat gibi kadar sonra önce göre ise ki mi mı ne o
	şu biz siz ben sen onlar onun dedi var yok her hem ya veya üzere`,
	`və bir bu ilə üçün olan deyil çox daha ki də da o biz var va bilan uchun ham emas edi`,
	// Indonesian, Malay, Javanese, Tagalog, Swahili, Somali, Hausa, Vietnamese
	`yang dan di ke dari untuk dengan pada adalah ini itu tidak akan telah sudah juga dalam oleh sebagai karena atau bahwa
	kata mereka kami kita saya dia ia anda ada bisa dapat lebih para bagi tersebut seorang saat tahun setelah sebelum tetapi
	namun belum masih hanya antara kepada agar jika maka lagi bukan`,
	`ing lan kang sing saka iku iki ora marang wis bakal karo uga`,
	`ang ng mga sa na ay at hindi ito ni si kay para mula may ayon nang pa din rin lang kung siya sila kami tayo ako niya
	kanyang nila isang kapag dahil`,
	`na ya wa kwa ni katika za la cha vya si hii hiyo huyo kuwa kama lakini pia baada kabla kutoka sasa hata wake wao yake
	alisema watu mwaka nchi`,
	`iyo oo ka ku waa in uu ay la aan ee waxaa soo si da a na ta ga shi ba ya sun kuma wannan domin`,
	`và của là có không được trong cho các những một người đã với này khi để ở từ về cũng như đến nhưng tại ra vào sẽ theo`,
	// Welsh, Irish
	`yr ar yn ac a'r gan oedd mae bod nid ond hefyd wedi i'r o'r sydd bydd agus ar an na go is tá bhí ní sé sí le ag do`,
}
