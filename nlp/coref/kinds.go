package coref

import (
	"strings"

	"gainsay"
	"gainsay/nlp"
	"gainsay/nlp/lexicon"
)

// kindsOf settles the class of every name by what the whole document tells of it. Names are classed one by one, and a
// short one now as a person, now as a place: "Zelen’s ministry" and "in Zelen" show that Zelen is no man, "Mr. Zelen"
// and "Anna Zelen" that he or she is. The document's own layer of names stays as it is.
func kindsOf(d *nlp.Doc) []gainsay.EntityKind {
	votes := map[string]*[4]int{} // person, organisation, place, misc
	slot := func(k gainsay.EntityKind) int {
		switch k {
		case gainsay.Person:
			return 0
		case gainsay.Organisation:
			return 1
		case gainsay.Place:
			return 2
		}
		return 3
	}
	vote := func(word string, slot, weight int) {
		v := votes[word]
		if v == nil {
			v = &[4]int{}
			votes[word] = v
		}
		v[slot] += weight
	}
	for _, n := range d.Names {
		last := strings.ToLower(d.Word(n.Last - 1))
		switch {
		case n.Last-n.First == 1:
			vote(last, slot(n.Kind), 1)
			if titled(d, n) {
				vote(last, 0, 8)
			} else if k, ok := used(d, n); ok {
				vote(last, slot(k), 2)
			}
		case n.Kind == gainsay.Person && (titled(d, n) || lexicon.GivenName(d.Word(n.First)) != lexicon.Unknown):
			vote(last, 0, 8)
			vote(strings.ToLower(d.Word(n.First)), 0, 8)
		case n.Kind == gainsay.Person:
			vote(last, 0, 1)
		}
	}
	out := make([]gainsay.EntityKind, len(d.Names))
	order := [4]gainsay.EntityKind{gainsay.Person, gainsay.Organisation, gainsay.Place, gainsay.Misc}
	for i, n := range d.Names {
		out[i] = n.Kind
		if n.Last-n.First > 1 {
			continue
		}
		v, best := votes[strings.ToLower(d.Word(n.First))], slot(n.Kind)
		for k := range v {
			if v[k] > v[best] {
				best = k
			}
		}
		out[i] = order[best]
	}
	return out
}

// titled tells whether a title stands right before the name.
func titled(d *nlp.Doc, n nlp.Name) bool {
	if n.First == 0 || d.Tokens[n.First-1].Sentence != d.Tokens[n.First].Sentence {
		return false
	}
	w := d.Word(n.First - 1)
	if _, ok := lexicon.Title(w); ok {
		return true
	}
	if w[0] < 'A' || w[0] > 'Z' || d.Tokens[n.First-1].Tag == "PRP$" || d.Tokens[n.First-1].Tag == "PRP" {
		return false
	}
	c := lexicon.Noun("", w)
	return c == lexicon.Person || c == lexicon.Head
}

// used tells what the words around a one-word name take it for: what one is in is a place, and so is what has a
// ministry, a government or a border.
func used(d *nlp.Doc, n nlp.Name) (gainsay.EntityKind, bool) {
	if n.First > 0 && strings.EqualFold(d.Word(n.First-1), "in") {
		return gainsay.Place, true
	}
	if n.Last+1 >= len(d.Tokens) || d.Tokens[n.Last].Tag != "POS" {
		return "", false
	}
	for i := n.Last + 1; i < min(n.Last+4, len(d.Tokens)) && (strings.HasPrefix(d.Tokens[i].Tag, "NN") || strings.HasPrefix(d.Tokens[i].Tag, "JJ")); i++ {
		switch strings.ToLower(d.Tokens[i].Lemma) {
		case "ministry", "government", "parliament", "army", "border", "president", "police", "embassy", "ambassador", "capital", "minister", "premier", "navy", "economy", "legislature", "constitution", "coast":
			return gainsay.Place, true
		}
	}
	return "", false
}

// skips tells whether name n is no mention of its own: a month or day that was taken for a name, or a title before a
// person's name that was taken for another.
func (r *resolver) skips(n int) bool {
	d, nm := r.doc, r.doc.Names[n]
	if nm.Last-nm.First > 1 {
		return false
	}
	w := d.Word(nm.First)
	switch w {
	case "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	if n+1 >= len(d.Names) || d.Names[n+1].First != nm.Last || d.Names[n+1].Kind != gainsay.Person || d.Tokens[nm.Last].Gap != nlp.GapSpace {
		return false
	}
	c := lexicon.Noun("", w)
	_, title := lexicon.Title(w)
	return title || c == lexicon.Person || c == lexicon.Head
}
