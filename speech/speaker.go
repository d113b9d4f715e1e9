package speech

import (
	"strings"

	"gainsay"
	"gainsay/nlp"
)

// speaker resolves the source of a and tells what kind of speaker it is.
func (l *labeler) speaker(a *nlp.Attribution, r *reading) Speaker {
	out := Speaker{Kind: gainsay.Unstated, Cluster: -1}
	if len(a.Source) == 0 {
		return out
	}
	d := l.doc
	head := l.sourceHead(a.Source)
	if l.addressee(head, r) {
		return out
	}
	head, words := l.antecedent(head, a.Source[0])
	out.Cluster = -1
	if c, ok := l.at[head]; ok {
		out.Cluster = c
	}
	s := source{labeler: l, head: head, words: words, cluster: out.Cluster, reading: r, attribution: a}
	out.Kind, out.Range = s.kind()
	if out.Kind == gainsay.Unstated {
		out.Range = nlp.Range{}
	}
	out.Text = d.Words(out.Range)
	return out
}

// sourceHead is the token that heads the source.
func (l *labeler) sourceHead(runs []nlp.Range) int {
	d := l.doc
	head := topOf(d, runs)
	if g := runs[0]; d.Tokens[head].Tag == "WP$" && head+1 < g.Last {
		return g.Last - 1 // "whose papers": the papers speak, not the ship
	}
	// A source that the parse breaks up: take its first noun that no other noun or possessor's mark follows.
	if t := &d.Tokens[head]; !nominalTag(t.Tag) || weak(t.Rel) {
		for _, g := range runs {
			for i := g.First; i < g.Last; i++ {
				if strings.HasPrefix(d.Tokens[i].Tag, "NN") && (i+1 >= g.Last || !strings.HasPrefix(d.Tokens[i+1].Tag, "NN") && d.Tokens[i+1].Tag != "POS") {
					return i
				}
			}
		}
	}
	return head
}

func nominalTag(tag string) bool {
	return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "PRP") || strings.HasPrefix(tag, "W") || tag == "CD" || tag == "DT"
}

// addressee tells whether the source is the subject of a passive that makes it the one spoken to: "the minister was
// told", "she was asked". The finder should leave such a source out; where it does not, nobody is named as speaking.
func (l *labeler) addressee(head int, r *reading) bool {
	if !r.passive || r.frame == nil || r.subject < 0 || r.subject != head && l.doc.Tokens[head].Head != r.subject {
		return false
	}
	switch strings.ToLower(l.doc.Tokens[r.main].Lemma) {
	case "quote", "convince", "concern", "expect", "determine", "oppose", "worry":
		return false
	}
	switch r.frame.act {
	case gainsay.Believe, gainsay.Other, gainsay.Suggest, gainsay.Assure:
		return false
	}
	return true
}

// antecedent follows a relative pronoun to what it stands for: "the architect, who said". It gives the head of that
// phrase and the phrase's extent.
func (l *labeler) antecedent(head int, words nlp.Range) (int, nlp.Range) {
	d := l.doc
	switch d.Tokens[head].Tag {
	case "WP", "WDT":
	default:
		return head, words
	}
	for i, n := head, 0; i >= 0 && n < 8; i, n = d.Tokens[i].Head, n+1 {
		if h := d.Tokens[i].Head; h >= 0 && h < head && strings.HasPrefix(d.Tokens[i].Rel, "acl") {
			return h, l.phrase(h)
		}
	}
	// Without a clause in the parse: the noun right before the pronoun, a comma aside.
	i := head - 1
	for ; i >= d.SentenceOf(head).First && !isWord(d.Word(i)); i-- {
	}
	if i >= d.SentenceOf(head).First && strings.HasPrefix(d.Tokens[i].Tag, "NN") {
		return i, l.phrase(i)
	}
	return head, words
}

// phrase is the noun phrase that token i heads: what hangs on it to the left, and to the right up to a comma or clause.
func (l *labeler) phrase(i int) nlp.Range {
	d := l.doc
	s := around(d, i)
	g := nlp.Range{First: i, Last: i + 1}
	for k := i - 1; k >= s.First; k-- {
		t := &d.Tokens[k]
		if t.Rel == "punct" && t.Tag != "HYPH" || t.Rel == "cc" || t.Rel == "case" && t.Tag != "POS" || predicative(t.Rel) || !l.leadsTo(k, i) {
			break
		}
		g.First = k
	}
	return l.extend(g, i)
}

// predicative relations are those of a nominal predicate ("he was a man who …"), no part of its phrase.
func predicative(rel string) bool {
	switch rel {
	case "cop", "aux", "mark", "expl", "advcl", "ccomp":
		return true
	}
	return strings.HasPrefix(rel, "nsubj") || strings.HasPrefix(rel, "csubj")
}

// extend takes in what follows the head i of g: the rest of a name, "of" and "for" phrases.
func (l *labeler) extend(g nlp.Range, i int) nlp.Range {
	d := l.doc
	s := d.SentenceOf(i)
	for k := max(i+1, g.Last); k < min(s.Last, i+20); k++ {
		t := &d.Tokens[k]
		if t.Rel == "punct" && t.Tag != "HYPH" || strings.HasPrefix(t.Rel, "acl") || t.Rel == "appos" || t.Rel == "cc" || strings.HasPrefix(t.Tag, "W") || !l.leadsTo(k, i) {
			break
		}
		g.Last = k + 1
	}
	return g
}

// leadsTo tells whether k's heads lead to i within a few steps.
func (l *labeler) leadsTo(k, i int) bool {
	for n := 0; n < 6 && k >= 0; n++ {
		if k = l.doc.Tokens[k].Head; k == i {
			return true
		}
	}
	return false
}
