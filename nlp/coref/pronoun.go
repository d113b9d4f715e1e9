package coref

import (
	"slices"
	"strings"

	"gainsay/nlp"
	"gainsay/nlp/lexicon"
)

// pronounWindow is how many sentences before its own a pronoun looks at.
const pronounWindow = 3

// Weights of what speaks for an antecedent. They order candidates as the literature on centering does: the sentence
// first, then the grammatical role, then form and number of mentions; set by hand.
const (
	sentenceCost   = 30
	subjectBonus   = 24
	objectBonus    = 6
	possessorBonus = 4
	governorBonus  = 20 // the candidate is the subject of a clause above the pronoun's: "Hale said that he …"
	pronounBonus   = 10 // the candidate is itself a pronoun: the topic goes on
	nameBonus      = 6
	genderBonus    = 8
	countBonus     = 2 // for each mention so far, up to six
	firstBonus     = 6 // first mention of its sentence
	quoteCost      = 40
	parallelBonus  = 6
	animateCost    = 12
	threshold      = -70
)

// resolvePronoun finds the best antecedent of m; first is the first mention of m's sentence. It gives none where no
// candidate agrees or none is near enough.
func (r *resolver) resolvePronoun(m *mention, first int) int {
	if m.animal == thing && r.pleonastic(m.head) {
		return none
	}
	oldest := 0
	if s := m.sentence - pronounWindow; s > 0 {
		oldest = r.sentenceStart[s]
	}
	speech := m.rank == subject && r.saying(r.doc.Tokens[m.head].Head)
	others := r.spokenOf(m)
	best, bestScore := none, threshold
	for k := len(r.mentions) - 1; k >= max(oldest, len(r.mentions)-120); k-- {
		o := &r.mentions[k]
		e := &r.entities[o.entity]
		if o.Last > m.First || slices.Contains(others, o.entity) || !r.agrees(m, o, e) || r.bound(m, o) || !r.apt(m, o, speech) {
			continue
		}
		if s := r.score(m, o, e, k, first); s > bestScore {
			best, bestScore = o.entity, s
		}
	}
	return best
}

// spokenOf are those whom m, the source of a statement, speaks of by name or title: "“The minister says so,” she said" is
// not the minister's.
func (r *resolver) spokenOf(m *mention) []int {
	i, ok := r.said[m.head]
	if !ok {
		return nil
	}
	var out []int
	for _, c := range r.doc.Found[i].Content {
		for k := len(r.mentions) - 1; k >= 0 && r.mentions[k].First >= c.First; k-- {
			if o := &r.mentions[k]; o.Last <= c.Last && o.form != pronoun {
				out = append(out, o.entity)
			}
		}
	}
	return out
}

// agrees compares number, gender and animacy.
func (r *resolver) agrees(m, o *mention, e *entity) bool {
	if gendersClash(m.gender, e.gender) || gendersClash(m.gender, o.gender) {
		return false
	}
	switch m.animal {
	case person:
		return e.animal == person && e.number != plural
	case thing:
		return e.animal != person && e.number != plural && o.number != plural
	}
	// "they": several, or a body of people; never one person. A thing in the plural may act on people's behalf.
	switch {
	case o.number == plural:
		return true
	case e.animal == body:
		return o.kind != "place" && e.number != singular
	}
	return false
}

// apt keeps "it" and "they" from standing for any noun that happens to be near: as the subject of a saying they stand for
// what can speak; else a thing has to be what a clause is about.
func (r *resolver) apt(m, o *mention, speech bool) bool {
	switch {
	case r.doc.Tokens[m.head].Quote == nlp.QuoteInside && r.doc.Tokens[o.head].Quote != nlp.QuoteInside && m.animal != person:
		return false // what a speaker calls "it" is seldom what the writer spoke of
	case m.animal == person || o.form == pronoun:
		return true
	case speech:
		return o.speaks
	case o.speaks && o.animal != thing:
		return o.rank == subject || o.sentence == m.sentence
	}
	return o.rank == subject && m.sentence-o.sentence <= 1
}

// saying tells whether token i is a verb of speech or thought.
func (r *resolver) saying(i int) bool {
	return i >= 0 && sayings[strings.ToLower(r.doc.Tokens[i].Lemma)]
}

var sayings = map[string]bool{
	"say": true, "tell": true, "add": true, "note": true, "report": true, "claim": true, "argue": true, "state": true,
	"announce": true, "declare": true, "deny": true, "confirm": true, "warn": true, "insist": true, "write": true,
	"suggest": true, "accuse": true, "charge": true, "allege": true, "ask": true, "urge": true, "call": true, "want": true,
	"believe": true, "think": true, "hope": true, "fear": true, "expect": true, "promise": true, "pledge": true,
	"acknowledge": true, "admit": true, "reject": true, "dismiss": true, "cite": true, "quote": true, "conclude": true,
	"find": true, "point": true, "describe": true, "demand": true, "decline": true, "refuse": true, "assure": true,
	"maintain": true, "assert": true, "contend": true, "propose": true, "criticize": true, "condemn": true,
}

// bound tells whether grammar forbids o as m's antecedent: the subject and the object of one verb are two ("Hale told
// her"), unless the pronoun is reflexive; and a phrase is not what a pronoun inside it stands for.
func (r *resolver) bound(m, o *mention) bool {
	if m.sentence != o.sentence {
		return false
	}
	d := r.doc
	t := &d.Tokens[m.head]
	word := strings.ToLower(d.Word(m.head))
	if strings.HasSuffix(word, "self") || strings.HasSuffix(word, "selves") || t.Rel == "nmod:poss" {
		return o.First <= m.First && m.Last <= o.Last
	}
	verb := r.governor(m.head)
	return verb >= 0 && verb == r.governor(o.head) && (r.rankOf(o.head) == subject || r.rankOf(m.head) == subject || o.rank == object)
}

// governor is the verb that an argument hangs on; conjuncts share it.
func (r *resolver) governor(i int) int {
	d := r.doc
	for range 6 {
		switch t := &d.Tokens[i]; t.Rel {
		case "conj", "appos", "flat", "nmod:desc", "compound":
			if t.Head < 0 {
				return none
			}
			i = t.Head
		default:
			return t.Head
		}
	}
	return none
}

func (r *resolver) score(m, o *mention, e *entity, k, first int) int {
	d := r.doc
	s := -sentenceCost * (m.sentence - o.sentence)
	switch o.rank {
	case subject:
		s += subjectBonus
	case object:
		s += objectBonus
	case possessor:
		s += possessorBonus
	}
	if o.form == pronoun {
		s += pronounBonus
	} else if o.form == name {
		s += nameBonus
	}
	if m.gender != lexicon.Unknown && e.gender == m.gender {
		s += genderBonus
	}
	s += countBonus * min(len(e.members), 6)
	if k == r.sentenceStart[o.sentence] {
		s += firstBonus
	}
	if o.rank == m.rank {
		s += parallelBonus
	}
	if m.animal == thing && e.animal == thing && o.rank != subject {
		s -= animateCost // of the many things around, one that no clause is about is a poor guess
	}
	inside := d.Tokens[m.head].Quote == nlp.QuoteInside
	if !inside && d.Tokens[o.head].Quote == nlp.QuoteInside {
		s -= quoteCost // "“The minister says so,” she said": she is seldom one of whom she speaks
	}
	if o.sentence == m.sentence {
		s -= min((m.head-o.head)/4, 10)
		above := o.rank == subject && r.above(d.Tokens[o.head].Head, m.head)
		switch {
		case above && inside && d.Tokens[o.head].Quote != nlp.QuoteInside:
			s -= quoteCost // "“He will go,” Hale said": she speaks of somebody else
		case above:
			s += governorBonus
		}
	}
	return s
}

// above tells whether token a is among the heads of token i.
func (r *resolver) above(a, i int) bool {
	if a < 0 {
		return false
	}
	for range 30 {
		if i = r.doc.Tokens[i].Head; i < 0 {
			return false
		}
		if i == a {
			return true
		}
	}
	return false
}

// pleonastic tells whether the "it" at i stands for a clause or nothing: "it is clear that", "it was reported that", "it
// seems". A clause that hangs on the predicate and follows it gives the case away.
func (r *resolver) pleonastic(i int) bool {
	d := r.doc
	t := &d.Tokens[i]
	if t.Head < i || !strings.HasPrefix(t.Rel, "nsubj") {
		return false
	}
	p := &d.Tokens[t.Head]
	switch strings.ToLower(p.Lemma) {
	case "seem", "appear", "rain", "snow", "happen", "turn", "take":
		return p.Lemma != "take"
	}
	if !strings.HasPrefix(p.Tag, "JJ") && p.Tag != "VBN" && !strings.HasPrefix(p.Tag, "NN") {
		return false
	}
	copular := t.Rel == "nsubj:pass"
	for k := i + 1; k < t.Head; k++ {
		copular = copular || d.Tokens[k].Head == t.Head && d.Tokens[k].Rel == "cop"
	}
	if !copular {
		return false
	}
	for k := t.Head + 1; k < min(t.Head+20, d.SentenceOf(i).Last); k++ {
		if c := &d.Tokens[k]; c.Head == t.Head && (c.Rel == "csubj" || c.Rel == "ccomp" || c.Rel == "csubj:pass" || c.Rel == "xcomp" && p.Tag != "VBN" || c.Rel == "advcl" && strings.HasPrefix(p.Tag, "JJ")) {
			return true
		}
	}
	return false
}
