package speech

import (
	"strings"

	"gainsay"
	"gainsay/nlp"
	"gainsay/nlp/lexicon"
)

// source is a resolved source whose kind is asked.
type source struct {
	*labeler
	head        int
	words       nlp.Range // the source phrase
	cluster     int
	reading     *reading
	attribution *nlp.Attribution
}

// kind is the kind of speaker and the words that name it best.
func (s *source) kind() (gainsay.SpeakerKind, nlp.Range) {
	d := s.doc
	t := &d.Tokens[s.head]
	if strings.HasPrefix(t.Tag, "PRP") {
		return s.pronoun()
	}
	if s.withheld(s.words, s.head) {
		return gainsay.Anonymous, s.trim()
	}
	if s.cluster >= 0 && !(t.Tag == "NNS" && lexicon.Known(t.Lemma)) {
		if k, g, ok := s.named(d.Clusters[s.cluster]); ok {
			return k, g
		}
	}
	if g, name := s.nameAt(s.head); name != nil && !(t.Tag == "NNS" && lexicon.Known(t.Lemma)) {
		// A headline may have been taken for one long name; what the finder took for the source is less.
		g.First, g.Last = max(g.First, s.words.First), min(g.Last, s.words.Last)
		if g.First >= g.Last {
			g = s.words
		}
		return s.nameKind(*name, g)
	}
	if s.class(s.head) == lexicon.Person || s.class(s.head) == lexicon.Head {
		if g, name := s.appositive(); name != nil {
			return s.nameKind(*name, g)
		}
	}
	return s.phraseKind(s.head), s.trim()
}

// pronoun is the kind for a source that is a pronoun: that of what it stands for, else what the pronoun itself tells.
func (s *source) pronoun() (gainsay.SpeakerKind, nlp.Range) {
	d := s.doc
	own := nlp.Range{First: s.head, Last: s.head + 1}
	word := strings.ToLower(d.Word(s.head))
	switch word {
	case "we", "us", "you", "they", "them", "our", "ourselves", "yourself":
		if word != "they" && word != "them" || s.cluster < 0 {
			return gainsay.Collective, own
		}
	}
	if s.cluster >= 0 {
		c := d.Clusters[s.cluster]
		if k, g, ok := s.named(c); ok {
			return k, g
		}
		for _, m := range c.Members {
			h := topOf(d, []nlp.Range{m})
			if strings.HasPrefix(d.Tokens[h].Tag, "PRP") || strings.HasPrefix(d.Tokens[h].Tag, "W") {
				continue
			}
			of := *s
			of.head, of.words = h, m
			if of.withheld(m, h) {
				return gainsay.Anonymous, m
			}
			if k := of.phraseKind(h); k != gainsay.Unstated {
				return k, m
			}
			break
		}
	}
	switch word {
	case "they", "them":
		return gainsay.Collective, own
	}
	return gainsay.Named, own
}

// named gives the kind of a cluster that has a name.
func (s *source) named(c nlp.Cluster) (gainsay.SpeakerKind, nlp.Range, bool) {
	g, name := s.nameAt(topOf(s.doc, []nlp.Range{c.Best}))
	if name == nil || c.Best.First > name.First || name.First >= c.Best.Last {
		return "", nlp.Range{}, false
	}
	k, g := s.nameKind(*name, g)
	return k, g, true
}

// nameAt is the name that holds token i, with its index range; nil where there is none.
func (s *source) nameAt(i int) (nlp.Range, *nlp.Name) {
	ns := s.doc.Names
	lo, hi := 0, len(ns)
	for lo < hi {
		if mid := (lo + hi) / 2; ns[mid].Last <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(ns) && ns[lo].First <= i {
		return nlp.Range{First: ns[lo].First, Last: ns[lo].Last}, &ns[lo]
	}
	return nlp.Range{}, nil
}

// nameKind is named, or outlet for the name of one, or collective for what a people is called ("Republicans").
func (s *source) nameKind(n nlp.Name, g nlp.Range) (gainsay.SpeakerKind, nlp.Range) {
	d := s.doc
	words := d.Words(g)
	switch {
	case s.outlets[strings.ToLower(words)]:
		return gainsay.Outlet, g
	case n.Kind == gainsay.Person:
		return gainsay.Named, g
	case lexicon.IsOutlet(words):
		return gainsay.Outlet, g
	case plural(d.Tokens[g.Last-1].Tag) && words != strings.ToUpper(words) && (n.Kind == gainsay.Misc || g.Last-g.First == 1 && n.Kind != gainsay.Place):
		return gainsay.Collective, s.trim()
	case strings.HasPrefix(d.Tokens[g.Last-1].Tag, "JJ"):
		return gainsay.Collective, s.trim()
	}
	return gainsay.Named, g
}

func plural(tag string) bool { return tag == "NNS" || tag == "NNPS" }

// appositive is the name in apposition to the head within the source.
func (s *source) appositive() (nlp.Range, *nlp.Name) {
	d := s.doc
	for _, g := range s.attribution.Source {
		for i := g.First; i < g.Last; i++ {
			// The parse may hang it lower: "a spokesman for the ministry, Liu Wei,".
			if i > s.head+1 && (d.Tokens[i].Rel == "appos" || d.Word(i-1) == ",") && (s.leadsTo(i, s.head) || s.enclosed(i, g)) {
				if r, n := s.nameAt(i); n != nil && n.Kind == gainsay.Person {
					return r, n
				}
			}
			// "tycoon and television host Ed Moss": the name that closes the phrase, whatever the parse makes of it.
			if i > s.head && i+1 == g.Last && strings.HasPrefix(d.Tokens[i].Tag, "NNP") {
				if r, n := s.nameAt(i); n != nil && n.Kind == gainsay.Person && n.First > s.head && s.class(n.First-1) == lexicon.Person {
					return r, n
				}
			}
		}
	}
	return nlp.Range{}, nil
}

// enclosed tells whether the name that begins at i stands between commas, or closes g after one, and belongs to no other
// noun: then it is an apposition even if the parse says otherwise.
func (s *source) enclosed(i int, g nlp.Range) bool {
	r, n := s.nameAt(i)
	if n == nil || r.First != i || s.doc.Word(i-1) != "," {
		return false
	}
	return r.Last >= g.Last || s.doc.Word(r.Last) == ","
}

// withheld tells whether the phrase says that a name is kept back: sources, unnamed officials, people close to the
// talks; or that its sentence speaks of anonymity.
func (s *source) withheld(g nlp.Range, head int) bool {
	d := s.doc
	if s.class(head) == lexicon.Withheld {
		return true
	}
	if _, name := s.nameAt(head); name != nil && name.Kind == gainsay.Person {
		return false
	}
	for i := g.First; i < g.Last; i++ {
		switch strings.ToLower(d.Word(i)) {
		case "unnamed", "anonymous", "unidentified", "undisclosed", "nameless":
			return true
		case "familiar", "briefed", "knowledgeable", "privy":
			if i > head {
				return true
			}
		case "close":
			// "people close to the talks", not "the close of trading"
			if i > head && i+1 < g.Last && strings.EqualFold(d.Word(i+1), "to") && s.class(head) != lexicon.Thing {
				return true
			}
		case "knowledge":
			if i > head+1 && s.class(head) != lexicon.Thing {
				return true
			}
		}
	}
	switch s.class(head) {
	case lexicon.Organisation, lexicon.Outlet, lexicon.Document, lexicon.Country:
		return false
	}
	sent := around(d, head)
	for i := sent.First; i < sent.Last; i++ {
		switch strings.ToLower(d.Word(i)) {
		case "anonymity", "anonymously":
			return true
		case "named", "identified":
			// "who asked not to be named", "on condition that she not be identified"
			if i > head && i > sent.First+3 && strings.EqualFold(d.Word(i-1), "be") && refuses(d, max(head, i-5), i) {
				return true
			}
		}
	}
	return false
}

// refuses tells whether one of the tokens [from, to) is "not" or a verb of declining.
func refuses(d *nlp.Doc, from, to int) bool {
	for i := from; i < to; i++ {
		switch strings.ToLower(d.Tokens[i].Lemma) {
		case "not", "n't", "n’t", "decline", "refuse":
			return true
		}
	}
	return false
}

// class is the class of the noun at i, with the word before it in mind.
func (s *source) class(i int) lexicon.Class {
	d := s.doc
	before := ""
	if i > 0 && d.Tokens[i-1].Sentence == d.Tokens[i].Sentence && (d.Tokens[i-1].Head == i || strings.HasPrefix(d.Tokens[i-1].Tag, "NN")) {
		before = d.Word(i - 1)
	}
	lemma := d.Tokens[i].Lemma
	if lemma == "" {
		lemma = d.Word(i)
	}
	return lexicon.Noun(before, lemma)
}

// trim is the source without what only describes: up to the first comma, clause or apposition after its head.
func (s *source) trim() nlp.Range {
	g := nlp.Range{First: s.words.First, Last: s.words.Last}
	d := s.doc
	for i := s.head + 1; i < g.Last; i++ {
		t := &d.Tokens[i]
		if strings.HasPrefix(t.Rel, "acl") && !strings.HasPrefix(t.Tag, "W") || t.Rel == "appos" || t.Tag == "," || t.Tag == "WP" || t.Tag == "WDT" {
			g.Last = i
			break
		}
	}
	for g.Last > g.First+1 && !isWord(d.Word(g.Last-1)) {
		g.Last--
	}
	for g.First < g.Last-1 && !isWord(d.Word(g.First)) {
		g.First++
	}
	return g
}
