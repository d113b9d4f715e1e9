package language

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestEnglishIsRecognised(t *testing.T) {
	for name, text := range map[string]string{
		"statement":               "The minister said on Tuesday that no such talks had taken place.",
		"headline":                "Finland denies sale of radar parts to Iraq",
		"headline, all capitals":  "FINLAND DENIES SALE OF RADAR PARTS TO IRAQ",
		"headline in title case":  "Harbour Board Rejects Ferry Company's Offer",
		"headline, no small word": "Rail Union Threatens March Strike",
		"names galore":            "Kovalyov, Ahtisaari, Chernyshenko and Lindqvist met Abd al-Rahman.",
		"foreign names":           "Luis de la Vega told El Diario del Sur he would not resign.",
		"names with marks":        "Gül, Čapek and Núñez agreed to meet in Łódź.",
		"dateline":                "SÃO PAULO, 4 March (Courier) -- Police fired on strikers here.",
		"dutch name":              "Van der Meer of De Telegraaf was in the room.",
		"few function words":      "Oil prices fell sharply amid fears of war.",
		"quotation in french":     "“C’est la vie,” he said, and left the room.",
		"header block":            "Publication: Courier Volume: 9 Issue: 51",
		"figures":                 "12.5 14.0 1998 33/7 100,000",
		"names only":              "Ivan Petrov, Anna Lindqvist, Hans Gruber",
		"no letters":              "--- *** ---",
		"four words":              "Nein, sagte der Minister.",
		"nothing":                 "",
		"contractions":            "They don't think it'll rain; we haven’t asked.",
		"web address":             "Read more at https://example.org/de/la/und/der/die and www.example.org.",
	} {
		t.Run(name, func(t *testing.T) {
			if score, ok := English(text); !ok {
				t.Errorf("%q: not English, score %.2f", text, score)
			}
		})
	}
}

func TestOtherLanguagesAreNot(t *testing.T) {
	for name, text := range map[string]string{
		"french":                  "Le ministre a déclaré mardi que les pourparlers n'avaient pas encore commencé.",
		"french headline":         "La Russie dément toute vente d'armes",
		"german":                  "Der Minister sagte am Dienstag, dass es keine solchen Gespräche gegeben habe.",
		"german headline":         "Regierung weist Vorwürfe der Opposition zurück",
		"spanish":                 "El ministro dijo el martes que las conversaciones no habían comenzado todavía.",
		"spanish headline":        "Rusia niega la venta de misiles",
		"portuguese":              "O ministro disse na terça-feira que as conversas ainda não tinham começado.",
		"italian":                 "Il ministro ha detto martedì che i colloqui non erano ancora cominciati.",
		"catalan":                 "El ministre va dir dimarts que les converses encara no havien començat.",
		"romanian":                "Ministrul a declarat marți că discuțiile nu au început încă.",
		"latin":                   "Legatus negavit se cum rege de pace umquam locutum esse.",
		"esperanto":               "La ministro diris mardon, ke la interparoloj ankoraŭ ne komenciĝis.",
		"dutch":                   "De minister zei dinsdag dat er nog geen gesprekken waren begonnen.",
		"dutch, many cognates":    "De man was in de war en is over het water in de bus.",
		"afrikaans":               "Die minister het Dinsdag gesê dat die gesprekke nog nie begin het nie.",
		"swedish":                 "Ministern sade på tisdagen att samtalen ännu inte hade börjat.",
		"danish":                  "Ministeren sagde tirsdag, at forhandlingerne endnu ikke var begyndt.",
		"norwegian":               "Statsråden sa tirsdag at samtalene ennå ikke hadde begynt.",
		"icelandic":               "Ráðherrann sagði á þriðjudag að viðræðurnar væru ekki hafnar.",
		"finnish":                 "Ministeri sanoi tiistaina, että neuvottelut eivät olleet vielä alkaneet.",
		"estonian":                "Minister ütles teisipäeval, et läbirääkimised ei olnud veel alanud.",
		"hungarian":               "A miniszter kedden azt mondta, hogy a tárgyalások még nem kezdődtek el.",
		"polish":                  "Minister powiedział we wtorek, że rozmowy jeszcze się nie rozpoczęły.",
		"czech":                   "Ministr v úterý uvedl, že rozhovory ještě nezačaly.",
		"croatian":                "Ministar je u utorak rekao da razgovori još nisu počeli.",
		"lithuanian":              "Ministras antradienį sakė, kad derybos dar neprasidėjo.",
		"turkish":                 "Bakan salı günü görüşmelerin henüz başlamadığını söyledi.",
		"indonesian":              "Menteri itu mengatakan pada hari Selasa bahwa perundingan belum dimulai.",
		"indonesian headline":     "Pemerintah bantah penjualan senjata kepada Irak",
		"tagalog":                 "Sinabi ng ministro noong Martes na hindi pa nagsisimula ang usapan.",
		"swahili":                 "Waziri alisema Jumanne kwamba mazungumzo bado hayajaanza.",
		"somali":                  "Wasiirku wuxuu sheegay Talaadadii in wada hadalladu aysan weli bilaaban.",
		"vietnamese":              "Bộ trưởng cho biết hôm thứ Ba rằng các cuộc đàm phán vẫn chưa bắt đầu.",
		"welsh":                   "Dywedodd y gweinidog ddydd Mawrth nad oedd y trafodaethau wedi dechrau.",
		"russian":                 "Министр заявил во вторник, что переговоры ещё не начались.",
		"russian, latin letters":  "Ministr zayavil vo vtornik, chto peregovory yeshcho ne nachalis.",
		"serbian":                 "Министар је у уторак рекао да разговори још нису почели.",
		"greek":                   "Ο υπουργός είπε την Τρίτη ότι οι συνομιλίες δεν είχαν αρχίσει.",
		"arabic":                  "قال الوزير يوم الثلاثاء إن المحادثات لم تبدأ بعد.",
		"persian":                 "وزیر روز سه\u200cشنبه گفت که گفتگوها هنوز آغاز نشده است.",
		"hebrew":                  "השר אמר ביום שלישי כי השיחות טרם החלו.",
		"hindi":                   "मंत्री ने मंगलवार को कहा कि बातचीत अभी शुरू नहीं हुई है।",
		"chinese":                 "部长星期二表示,会谈尚未开始,双方仍有分歧。",
		"japanese":                "大臣は火曜日、協議はまだ始まっていないと述べた。",
		"korean":                  "장관은 화요일 회담이 아직 시작되지 않았다고 말했다.",
		"thai":                    "รัฐมนตรีกล่าวเมื่อวันอังคารว่าการเจรจายังไม่เริ่มขึ้น",
		"english words in german": "Der Manager sagte im Interview, das Team habe den Job und die Show gerettet.",
		"english title in french": "Le film « Night of the Bombs » sera projeté mardi à la maison de la culture de Lille.",
	} {
		t.Run(name, func(t *testing.T) {
			if score, ok := English(text); ok {
				t.Errorf("%q: English, score %.2f", text, score)
			}
		})
	}
}

func TestLongTextIsReadAllOver(t *testing.T) {
	const english = "The board of the harbour said that it had not seen the letter. "
	const german = "Der Vorstand des Hafens sagte, dass er den Brief nicht gesehen habe. "
	if _, ok := English(strings.Repeat(english, 50) + strings.Repeat(german, 2000)); ok {
		t.Error("an English opening made a German text English")
	}
	if _, ok := English(strings.Repeat(german, 50) + strings.Repeat(english, 2000)); !ok {
		t.Error("a German opening made an English text foreign")
	}
}

func TestSampleIsBounded(t *testing.T) {
	for _, text := range []string{strings.Repeat("a", 1<<20), strings.Repeat("語", 1<<20), strings.Repeat("said ", 1<<18)} {
		total := 0
		for _, p := range sample(text) {
			if !utf8.ValidString(p) {
				t.Fatal("a passage was cut within a code point")
			}
			total += len(p)
		}
		if total > sampleBytes+64 || total < sampleBytes/2 {
			t.Errorf("sample of %d bytes, want about %d", total, sampleBytes)
		}
	}
}

func FuzzEnglish(f *testing.F) {
	f.Add("The minister said so.")
	f.Add("\xff\x00 é’s ’ n't 部长星期二")
	f.Fuzz(func(t *testing.T, text string) {
		if score, ok := English(text); score < 0 || score > 1 || ok != (score >= 0.5) {
			t.Errorf("score %v, ok %v", score, ok)
		}
	})
}

func BenchmarkEnglish(b *testing.B) {
	text := strings.Repeat("The board of the harbour said that it had not seen the letter. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		English(text)
	}
}
