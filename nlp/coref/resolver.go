package coref

import (
	"strings"

	"gainsay"
	"gainsay/nlp"
	"gainsay/nlp/lexicon"
)

// resolver is the state of one sweep through a document.
type resolver struct {
	doc      *nlp.Doc
	inName   []int32 // index into doc.Names of the name that holds each token; -1
	at       []int32 // entity of the pronoun at each token; -1
	mentions []mention
	entities []entity

	said map[int]int // index into doc.Found of the statement whose source is the pronoun at a token

	kinds []gainsay.EntityKind // of each name, by all that the document tells of it

	byText map[string]int // entity by a name's words, lower case, without "the"
	byLast map[string]int // person by the last word of a name; the latest
	byEdge map[string]int // organisation by the first and by the last word of a name; ambiguous ones are -1
	byInit map[string]int // organisation by the initials of its name

	sentenceStart []int // index of the first mention of each sentence so far
}

const none = -1

func newResolver(d *nlp.Doc) *resolver {
	r := &resolver{
		doc: d, inName: make([]int32, len(d.Tokens)), at: make([]int32, len(d.Tokens)),
		byText: map[string]int{}, byLast: map[string]int{}, byEdge: map[string]int{}, byInit: map[string]int{},
	}
	for i := range r.inName {
		r.inName[i], r.at[i] = none, none
	}
	r.said = map[int]int{}
	for i, a := range d.Found {
		if len(a.Source) == 1 && a.Source[0].Last == a.Source[0].First+1 {
			r.said[a.Source[0].First] = i
		}
	}
	r.kinds = kindsOf(d)
	for n, nm := range d.Names {
		for i := nm.First; i < nm.Last; i++ {
			r.inName[i] = int32(n)
		}
	}
	return r
}

// sentence finds and resolves the mentions of sentence s, from left to right.
func (r *resolver) sentence(s int) {
	d := r.doc
	first := len(r.mentions)
	r.sentenceStart = append(r.sentenceStart, first)
	sent := d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		t := &d.Tokens[i]
		switch {
		case r.inName[i] >= 0:
			n := int(r.inName[i])
			if d.Names[n].First != i {
				continue
			}
			if r.skips(n) {
				continue
			}
			m := r.nameMention(n)
			m.sentence, m.rank = s, r.rankOf(m.head)
			r.add(m, r.resolveName(&m))
		case t.Tag == "PRP" || t.Tag == "PRP$":
			p, ok := pronouns[strings.ToLower(d.Word(i))]
			if !ok || t.Rel == "expl" {
				continue
			}
			m := mention{Range: nlp.Range{First: i, Last: i + 1}, head: i, form: pronoun, agreement: p, sentence: s, rank: r.rankOf(i)}
			if e := r.resolvePronoun(&m, first); e >= 0 {
				r.add(m, e)
				r.at[i] = int32(e)
			}
		case strings.HasPrefix(t.Tag, "NN"):
			if m, e := r.overlooked(i); e >= 0 {
				m.sentence = s
				r.add(m, e)
				continue
			}
			m, ok := r.nominalMention(i)
			if !ok {
				continue
			}
			m.sentence = s
			r.add(m, r.resolveNominal(&m))
		}
	}
	r.link(sent, first)
}

// overlooked is the mention for a proper noun that the layer of names left out, where the text has had that name before:
// a last name, an abbreviation. Its entity is none where it has not.
func (r *resolver) overlooked(i int) (mention, int) {
	d := r.doc
	proper := func(k int) bool {
		return k >= 0 && k < len(d.Tokens) && strings.HasPrefix(d.Tokens[k].Tag, "NNP") && d.Tokens[k].Sentence == d.Tokens[i].Sentence
	}
	// Beside another proper noun it is part of a longer name: "the Marek Foundation".
	if d.Tokens[i].Tag != "NNP" || proper(i-1) || proper(i+1) {
		return mention{}, none
	}
	switch d.Tokens[i].Rel {
	case "flat", "amod", "nmod:desc":
		return mention{}, none
	}
	word := d.Word(i)
	e, ok := r.byText[strings.ToLower(word)]
	if !ok {
		e, ok = r.byLast[strings.ToLower(word)]
	}
	if !ok {
		e, ok = r.byInit[word]
	}
	if !ok || e < 0 {
		return mention{}, none
	}
	x := &r.entities[e]
	m := mention{Range: nlp.Range{First: i, Last: i + 1}, head: i, form: name, definite: true, kind: x.kind, agreement: x.agreement, speaks: true}
	m.rank = r.rankOf(i)
	return m, e
}

// add appends the mention to entity e, a new one where e is none.
func (r *resolver) add(m mention, e int) {
	if e < 0 {
		e = len(r.entities)
		r.entities = append(r.entities, entity{agreement: m.agreement, kind: m.kind})
	}
	m.entity = e
	ent := &r.entities[e]
	ent.members = append(ent.members, len(r.mentions))
	ent.narrow(m.agreement)
	switch m.form {
	case name:
		r.learnName(ent, e, &m)
	case nominal:
		ent.learn(m.role)
	}
	r.mentions = append(r.mentions, m)
}

// narrow adds what a further mention tells.
func (e *entity) narrow(a agreement) {
	if e.gender == lexicon.Unknown {
		e.gender = a.gender
	}
	if e.number == anyNumber {
		e.number = a.number
	}
	if e.animal == anything {
		e.animal = a.animal
	}
}

// learn notes one more thing that the entity is called; a handful suffices, so that later look-ups stay short.
func (e *entity) learn(x role) {
	for i := range e.roles {
		if o := &e.roles[i]; o.noun == x.noun && o.possessor == x.possessor && covers(o.modifiers, x.modifiers) {
			return
		}
	}
	if len(e.roles) < 8 {
		e.roles = append(e.roles, x)
	}
}

// entityAt is the entity of the pronoun or name at token i; none where it is not resolved.
func (r *resolver) entityAt(i int) int {
	if e := r.at[i]; e >= 0 {
		return int(e)
	}
	for k := len(r.mentions) - 1; k >= 0 && r.mentions[k].Last > i; k-- {
		if r.mentions[k].First <= i && r.mentions[k].form == name {
			return r.mentions[k].entity
		}
	}
	return none
}

// link joins what the parse of a sentence says to be the same: appositions ("its consul in Ostend, Jan Peeters") and
// predicates ("Hale is a former judge").
func (r *resolver) link(sent nlp.Sentence, first int) {
	d := r.doc
	for k := first; k < len(r.mentions); k++ {
		m := &r.mentions[k]
		if m.form == name && m.kind == gainsay.Person {
			r.titles(m, sent)
		}
		if t := &d.Tokens[m.head]; t.Rel == "appos" || r.between(m) {
			for j := max(first, k-24); j < k; j++ {
				// The parse may hang the name on the nearer noun: "a spokesman for the ministry, Liu Wei,".
				o := &r.mentions[j]
				near := r.between(m) && o.form == nominal && o.animal == person && o.Last == m.First-1
				if t.Rel == "appos" && o.head == t.Head && o.First <= t.Head && t.Head < o.Last && !r.nearer(j, m) || near {
					r.merge(o.entity, m.entity, k)
					break
				}
			}
		}
	}
	for k := first; k < len(r.mentions); k++ {
		m := &r.mentions[k]
		if m.form == nominal && m.animal == person && r.hasCopula(m.head) {
			if e := r.subjectEntity(m.head, max(first, k-24), k); e >= 0 && r.entities[e].animal == person {
				r.entities[e].learn(m.role)
			}
		}
	}
}

// between tells whether m is a person's name between commas, or after one at the end of its sentence.
func (r *resolver) between(m *mention) bool {
	d := r.doc
	if m.form != name || m.animal != person || m.First == 0 || d.Word(m.First-1) != "," {
		return false
	}
	if m.Last >= d.SentenceOf(m.First).Last {
		return true
	}
	switch d.Word(m.Last) {
	case ",", ".", ")", ";":
		return true
	}
	return false
}

// nearer tells whether a phrase for a person that ends right before the comma of m's apposition holds mention j: then m
// belongs to that phrase, not to the name inside it.
func (r *resolver) nearer(j int, m *mention) bool {
	if m.form != name || m.animal != person {
		return false
	}
	for k := j - 1; k >= max(0, j-24) && r.mentions[k].sentence == m.sentence; k-- {
		if o := &r.mentions[k]; o.form == nominal && o.animal == person && o.Last == m.First-1 && o.First < r.mentions[j].First {
			return true
		}
	}
	return false
}

// merge moves the later mention k, and its entity where it began there, to entity a, if the two can be the same.
func (r *resolver) merge(a, b, k int) {
	x, y := &r.entities[a], &r.entities[b]
	if a == b || x.best.First < x.best.Last && y.best.First < y.best.Last && x.kind == y.kind {
		return
	}
	if x.animal != y.animal && x.animal != anything && y.animal != anything || !numbersAgree(x.number, y.number) || gendersClash(x.gender, y.gender) {
		return
	}
	// The named one stays: "a spokesman, Ivo Marek" joins what has been said of Marek before.
	if y.best.First < y.best.Last {
		if last := x.members[len(x.members)-1]; len(x.members) == 1 || r.mentions[last].sentence == r.mentions[k].sentence && x.best.First >= x.best.Last {
			r.move(a, b)
		}
		return
	}
	if len(y.members) == 1 {
		r.move(b, a)
	}
}

// move makes all of from's mentions into's.
func (r *resolver) move(from, into int) {
	x, y := &r.entities[from], &r.entities[into]
	merged := make([]int, 0, len(x.members)+len(y.members))
	i, j := 0, 0
	for i < len(x.members) || j < len(y.members) {
		if j == len(y.members) || i < len(x.members) && x.members[i] < y.members[j] {
			merged = append(merged, x.members[i])
			i++
		} else {
			merged = append(merged, y.members[j])
			j++
		}
	}
	for _, m := range x.members {
		r.mentions[m].entity = into
		if f := r.mentions[m].First; r.at[f] == int32(from) {
			r.at[f] = int32(into)
		}
	}
	y.members = merged
	for _, ro := range x.roles {
		y.learn(ro)
	}
	y.narrow(x.agreement)
	x.members, x.roles = nil, nil
}

func numbersAgree(a, b number) bool { return a == anyNumber || b == anyNumber || a == b }

func gendersClash(a, b lexicon.Gender) bool {
	return a != lexicon.Unknown && b != lexicon.Unknown && a != b
}

// hasCopula tells whether token i is a nominal predicate.
func (r *resolver) hasCopula(i int) bool {
	d := r.doc
	for k := max(d.SentenceOf(i).First, i-12); k < i; k++ {
		if d.Tokens[k].Head == i && d.Tokens[k].Rel == "cop" {
			return true
		}
	}
	return false
}

// subjectEntity is the entity of the subject of predicate i among the mentions [from, to).
func (r *resolver) subjectEntity(i, from, to int) int {
	for k := from; k < to; k++ {
		if t := &r.doc.Tokens[r.mentions[k].head]; t.Head == i && t.Rel == "nsubj" {
			return r.mentions[k].entity
		}
	}
	return none
}
