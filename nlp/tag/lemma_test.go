package tag

import (
	"strings"
	"testing"
)

func TestLemma(t *testing.T) {
	for _, c := range []struct{ phenomenon, tag, pairs string }{
		{"verbs, third person", "VBZ", "says=say goes=go does=do has=have is=be 's=be ’s=be carries=carry dies=die underlies=underlie passes=pass " +
			"fixes=fix watches=watch aches=ache pushes=push vetoes=veto argues=argue focuses=focus loses=lose quizzes=quiz uses=use"},
		{"verbs, past", "VBD", "said=say walked=walk planned=plan tried=try died=die agreed=agree needed=need created=create treated=treat " +
			"visited=visit invited=invite changed=change hanged=hang belonged=belong merged=merge argued=argue used=use caused=cause focused=focus passed=pass " +
			"controlled=control called=call installed=install travelled=travel referred=refer occurred=occur added=add developed=develop hoped=hope hopped=hop " +
			"offered=offer ignored=ignore monitored=monitor required=require declared=declare cleared=clear initiated=initiate persuaded=persuade " +
			"guided=guide avoided=avoid decided=decide imagined=imagine explained=explain convened=convene opened=open mentioned=mention postponed=postpone " +
			"panicked=panic announced=announce endorsed=endorse believed=believe handled=handle crawled=crawl welcomed=welcome performed=perform " +
			"breathed=breathe owed=owe echoed=echo fled=flee bled=bleed saw=see found=find founded=found lay=lie laid=lay was=be had=have 'd=have " +
			"withdrew=withdraw overtook=overtake misled=mislead foresaw=foresee rebuilt=rebuild bankrolled=bankroll wanted=want"},
		{"verbs, past participle", "VBN", "taken=take broken=break been=be done=do undone=undo written=write rewritten=rewrite reached=reach " +
			"got=get born=bear worn=wear accused=accuse alleged=allege denied=deny"},
		{"verbs, gerund", "VBG", "making=make putting=put running=run seeing=see being=be lying=lie dying=die creating=create eating=eat using=use " +
			"saying=say singing=sing bringing=bring ranging=range longing=long telling=tell dancing=dance rewriting=rewrite gon=go sayin'=say " +
			"having=have going=go queuing=queue skiing=ski writing=write noting=note rioting=riot"},
		{"auxiliaries", "MD", "wo=will ca=can 'll=will ’ll=will 'd=would ’d=would could=could Would=would"},
		{"auxiliaries, present", "VBP", "'re=be ’ve=have 'm=be are=be have=have ai=be Say=say"},
		{"infinitives", "VB", "Say=say be=be gim=give"},
		{"negation", "RB", "n't=not n’t=not N'T=not Not=not quickly=quickly"},
		{"possessive", "POS", "'s='s ’s='s '='s ’='s"},
		{"plurals", "NNS", "reports=report countries=country ties=tie movies=movie boxes=box churches=church headaches=headache losses=loss " +
			"viruses=virus causes=cause uses=use heroes=hero shoes=shoe lives=life moves=move wolves=wolf men=man spokeswomen=spokeswoman " +
			"children=child grandchildren=grandchild people=people crises=crisis analyses=analysis bases=basis cases=case criteria=criterion " +
			"series=series headquarters=headquarters CDs=CD 1990s=1990s mid-1980s=mid-1980s 17-year-olds=17-year-old Officials=official " +
			"sizes=size quizzes=quiz sons-in-law=son-in-law keys=key teeth=tooth"},
		{"nouns", "NN", "Report=report REPORT=report CO2=CO2 B=B pm=p.m. TV=TV café=café Élan=élan"},
		{"names", "NNP", "Kern=Kern U.S.=U.S. NATO=NATO Sept.=September Jan=Jan Tues.=Tuesday"},
		{"names in the plural", "NNPS", "Republicans=Republican Nations=Nation Philippines=Philippines SPARKS=SPARKS Studies=Study McNuggets=McNugget"},
		{"adjectives", "JJ", "Good=good American=American Syrian=Syrian Civilian=civilian CHINESE=Chinese pro-Western=pro-Western U.S.-led=U.S.-led " +
			"Russian-made=Russian-made Left-wing=left-wing long-term=long-term"},
		{"comparatives", "JJR", "bigger=big larger=large easier=easy better=good worse=bad younger=young quieter=quiet cheaper=cheap wider=wide " +
			"smaller=small stranger=strange safer=safe nearer=near more=more further=further Higher=high"},
		{"superlatives", "JJS", "biggest=big latest=late best=good finest=fine deadliest=deadly strongest=strong"},
		{"adverbs compared", "RBR", "better=well later=late faster=fast further=far"},
		{"pronouns", "PRP", "I=I me=I him=he Them=they us=we mine=my it=it"},
		{"determiners", "DT", "An=a those=that these=this The=the"},
		{"numbers", "CD", "1,000,000=1000000 3.5=3.5 Two=two IV=IV m=million bn=billion"},
		{"marks", "``", "“=\" ‘=' \"=\""},
		{"dashes", ":", "–=- —=— --=- ;=;"},
		{"handles and tags", "NNS", "@vals=@vals #votes=#votes"},
		{"function words", "IN", "In=in vs=versus 'til=till"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			for _, pair := range strings.Fields(c.pairs) {
				form, want, _ := strings.Cut(pair, "=")
				if got := Lemma(form, c.tag); got != want {
					t.Errorf("Lemma(%q, %q) = %q, want %q", form, c.tag, got, want)
				}
			}
		})
	}
}

func TestLemmaAllocates(t *testing.T) {
	for _, c := range []struct{ form, tag string }{
		{"report", "NN"}, {"the", "DT"}, {"say", "VB"}, {"said", "VBD"}, {"walked", "VBD"}, {"reports", "NNS"}, {"Kern", "NNP"},
		{"n't", "RB"}, {"big", "JJ"}, {"American", "JJ"}, {".", "."}, {"larger", "JJR"},
	} {
		if n := testing.AllocsPerRun(100, func() { Lemma(c.form, c.tag) }); n > 0 {
			t.Errorf("Lemma(%q, %q) allocates %v times", c.form, c.tag, n)
		}
	}
}

func FuzzLemma(f *testing.F) {
	for _, form := range []string{"", "ed", "ing", "s", "ies", "er", "est", "'s", "’s", "Élysées", "\xff", "İ", "eed", "ying", "-s", "1s"} {
		f.Add(form)
	}
	tags := strings.Fields("NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ MD JJ JJR JJS RBR RBS CD POS PRP DT IN RB FW SYM : ``")
	f.Fuzz(func(t *testing.T, form string) {
		for _, tag := range tags {
			if got := Lemma(form, tag); got == "" && form != "" {
				t.Errorf("Lemma(%q, %q) is empty", form, tag)
			}
		}
	})
}

func BenchmarkLemma(b *testing.B) {
	words := strings.Fields("The/DT officials/NNS said/VBD that/IN Kern/NNP had/VBD denied/VBN making/VBG larger/JJR claims/NNS ./.")
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			form, tag, _ := strings.Cut(w, "/")
			Lemma(form, tag)
		}
	}
	b.ReportMetric(float64(len(words))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
