package coref

import (
	"strings"

	"gainsay"
	"gainsay/nlp"
	"gainsay/nlp/lexicon"
)

type form uint8

const (
	name form = iota
	nominal
	pronoun
)

// agreement is what an anaphor and its antecedent have to share.
type agreement struct {
	gender lexicon.Gender
	number number
	animal animacy
}

type number uint8

const (
	anyNumber number = iota
	singular
	plural
)

type animacy uint8

const (
	anything animacy = iota
	person
	body  // organisation, place, group
	thing // document, event, matter
)

// mention is a place where the text speaks of something.
type mention struct {
	nlp.Range
	agreement
	head     int
	sentence int
	form     form
	rank     rank
	definite bool // "the", "this", a possessor
	speaks   bool // a person, a body of people or a document: what can be the source of a statement
	entity   int
	role     role
	kind     gainsay.EntityKind
}

// rank is how salient a mention's place in its clause is: the higher the more.
type rank uint8

const (
	oblique rank = iota
	possessor
	object
	subject
)

// rankOf follows the heads: a conjunct has the rank of the first, a relation other than those named is oblique.
func (r *resolver) rankOf(i int) rank {
	for range 4 {
		t := &r.doc.Tokens[i]
		switch rel := t.Rel; {
		case strings.HasPrefix(rel, "nsubj"), strings.HasPrefix(rel, "csubj"):
			return subject
		case rel == "obj", rel == "iobj":
			return object
		case rel == "nmod:poss":
			return possessor
		case rel == "conj" || rel == "appos" || rel == "flat" || rel == "nmod:desc" || rel == "compound":
			if t.Head < 0 {
				return oblique
			}
			i = t.Head
			continue
		}
		break
	}
	return oblique
}

// nameMention is the mention for d.Names[n].
func (r *resolver) nameMention(n int) mention {
	d, nm := r.doc, r.doc.Names[n]
	m := mention{Range: nlp.Range{First: nm.First, Last: nm.Last}, form: name, definite: true, kind: r.kinds[n], speaks: true}
	m.head = r.headOf(m.Range)
	m.number = singular
	switch m.kind {
	case gainsay.Person:
		m.animal = person
		m.gender = r.genderOfName(nm)
	case gainsay.Organisation, gainsay.Place:
		m.animal = body
		m.number = anyNumber // "Reuters … they", "the Times … it"
	default:
		m.number = anyNumber
	}
	// "the Clintons", "Republicans": several.
	if d.Tokens[m.Last-1].Tag == "NNPS" && m.kind != gainsay.Organisation && m.kind != gainsay.Place {
		m.number = plural
	}
	return m
}

// genderOfName asks the title before a name ("Mrs. Hale"), then the given name.
func (r *resolver) genderOfName(n nlp.Name) lexicon.Gender {
	if n.First > 0 && r.doc.Tokens[n.First-1].Sentence == r.doc.Tokens[n.First].Sentence {
		if g := lexicon.NounGender(r.doc.Word(n.First - 1)); g != lexicon.Unknown && r.doc.Tokens[n.First-1].Tag != "PRP$" {
			return g
		}
	}
	if g := lexicon.NounGender(r.doc.Word(n.First)); g != lexicon.Unknown && n.Last-n.First > 1 {
		return g
	}
	if n.Last-n.First > 1 {
		return lexicon.GivenName(r.doc.Word(n.First))
	}
	return lexicon.Unknown
}

// headOf is the token of g whose head lies outside it, the last such; the last token where there is none.
func (r *resolver) headOf(g nlp.Range) int {
	for i := g.Last - 1; i >= g.First; i-- {
		if h := r.doc.Tokens[i].Head; (h < g.First || h >= g.Last) && r.doc.Tokens[i].Rel != "punct" && r.doc.Tokens[i].Rel != "case" {
			return i
		}
	}
	return g.Last - 1
}

// pronouns are those that coreference resolves, by their lower-case form.
var pronouns = map[string]agreement{
	"he": {lexicon.Male, singular, person}, "him": {lexicon.Male, singular, person}, "his": {lexicon.Male, singular, person},
	"himself": {lexicon.Male, singular, person},
	"she":     {lexicon.Female, singular, person}, "her": {lexicon.Female, singular, person}, "hers": {lexicon.Female, singular, person},
	"herself": {lexicon.Female, singular, person},
	"it":      {lexicon.Unknown, singular, thing}, "its": {lexicon.Unknown, singular, thing}, "itself": {lexicon.Unknown, singular, thing},
	"they": {lexicon.Unknown, plural, anything}, "them": {lexicon.Unknown, plural, anything}, "their": {lexicon.Unknown, plural, anything},
	"theirs": {lexicon.Unknown, plural, anything}, "themselves": {lexicon.Unknown, plural, anything},
}

// nominalMention is the mention headed by the common noun i; ok is false where i heads no phrase of its own (a
// compound's part, a title before a name, a time).
func (r *resolver) nominalMention(i int) (m mention, ok bool) {
	d := r.doc
	t := &d.Tokens[i]
	switch t.Rel {
	case "compound", "amod", "flat", "goeswith", "fixed", "nmod:desc", "nmod:unmarked", "obl:unmarked", "nummod", "cc", "case", "advmod", "discourse":
		return m, false
	}
	before := ""
	if i > 0 && d.Tokens[i-1].Head == i {
		before = d.Word(i - 1)
	}
	class := lexicon.Noun(before, t.Lemma)
	if strings.HasPrefix(t.Tag, "NNP") && class != lexicon.Person && class != lexicon.Head && class != lexicon.Organisation {
		return m, false
	}
	m = mention{head: i, form: nominal, role: role{noun: strings.ToLower(t.Lemma), possessor: -1}}
	m.First, m.Last = i, i+1
	for k := i - 1; k >= d.Sentences[t.Sentence].First; k-- {
		p := &d.Tokens[k]
		if h := p.Head; p.Tag == "POS" && h >= d.Sentences[t.Sentence].First && h < k && d.Tokens[h].Head > k && d.Tokens[h].Head <= i {
			m.First, k = h, h // "the Church of Norway's website": the possessor's own complement stands between
			continue
		}
		inside := p.Head > k && p.Head <= i
		mark := p.Tag == "POS" || p.Tag == "HYPH"
		if r.inName[k] >= 0 && !inside && r.inName[k] == r.inName[k+1] {
			inside = true // the middle of a possessor's name
		}
		if !inside && !mark || p.Tag == "IN" || p.Tag == "TO" || p.Tag == "," || p.Rel == "cc" || p.Rel == "case" && !mark || p.Rel == "punct" && !mark {
			break
		}
		m.First = k
	}
	m.number = singular
	if t.Tag == "NNS" || t.Tag == "NNPS" {
		m.number = plural
	}
	switch class {
	case lexicon.Person, lexicon.Head, lexicon.Withheld:
		m.animal, m.gender, m.kind = person, lexicon.NounGender(t.Lemma), gainsay.Person
	case lexicon.Organisation, lexicon.Country, lexicon.Outlet:
		m.animal, m.kind = body, gainsay.Organisation
		m.number = max(m.number, anyNumber)
	case lexicon.Group:
		m.animal, m.number = body, anyNumber
	case lexicon.Quantity:
		m.number = anyNumber
	case lexicon.Document:
		m.animal = thing
	default:
		m.animal = thing
		// "at the time", "in part", "a lot": nothing is said of these.
		if measures[m.role.noun] {
			return m, false
		}
	}
	m.speaks = class != lexicon.Thing
	for m.First < i && d.Tokens[m.First].Tag == "POS" {
		m.First++
	}
	r.describe(&m)
	m.rank = r.rankOf(i)
	return m, true
}

// measures are nouns that hardly ever are what a pronoun stands for.
var measures = map[string]bool{
	"time": true, "year": true, "day": true, "week": true, "month": true, "hour": true, "minute": true, "moment": true,
	"decade": true, "century": true, "morning": true, "evening": true, "night": true, "afternoon": true, "today": true,
	"tomorrow": true, "yesterday": true, "way": true, "manner": true, "case": true, "order": true, "fact": true,
	"kind": true, "sort": true, "favor": true, "favour": true, "behalf": true, "addition": true, "there": true,
	"example": true, "instance": true, "regard": true, "respect": true, "terms": true, "dollar": true,
}

// describe reads the words before and after the head of a nominal: whether it is definite, whose it is, what it is
// called by.
func (r *resolver) describe(m *mention) {
	d := r.doc
	for k := m.First; k < m.head; k++ {
		t := &d.Tokens[k]
		switch {
		case t.Tag == "DT" || t.Tag == "PDT":
			switch strings.ToLower(t.Lemma) {
			case "the", "this", "that", "these", "those":
				m.definite = true
			}
			continue
		case t.Tag == "PRP$" && t.Head == m.head:
			m.definite = true
			m.role.possessor = r.entityAt(k)
			continue
		case t.Tag == "POS", t.Tag == "HYPH", t.Tag == "PRP$":
			continue
		case t.Rel == "nmod:poss" && t.Head == m.head:
			m.definite = true
		}
		m.role.modifiers = append(m.role.modifiers, strings.ToLower(d.Word(k)))
	}
	// "the spokesman for the ministry" is told apart from other spokesmen by what follows.
	m.Last, m.role.closed = m.head+1, false
	for k := m.head + 1; k < min(m.head+12, d.Sentences[d.Tokens[m.head].Sentence].Last); k++ {
		if d.Tokens[k].Head == m.head && d.Tokens[k].Rel == "nmod" && k > m.head+1 {
			switch strings.ToLower(d.Word(m.head + 1)) {
			case "of", "for", "at", "to", "from", "in":
				m.Last, m.role.closed = r.subtreeEnd(k), true
			}
			break
		}
	}
}

// subtreeEnd is one past the last token of i's unbroken subtree to the right, appositions and relative clauses left out.
func (r *resolver) subtreeEnd(i int) int {
	d := r.doc
	k := i + 1
	for end := min(d.Sentences[d.Tokens[i].Sentence].Last, i+24); k < end; k++ {
		t := &d.Tokens[k]
		if t.Rel == "punct" || t.Rel == "appos" || strings.HasPrefix(t.Rel, "acl") || !r.dominates(i, k) {
			break
		}
	}
	return k
}

// dominates tells whether k's heads lead to i within a few steps.
func (r *resolver) dominates(i, k int) bool {
	for range 8 {
		if k = r.doc.Tokens[k].Head; k == i {
			return true
		} else if k < 0 {
			return false
		}
	}
	return false
}
