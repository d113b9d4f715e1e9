// Package speech says what a statement does and how far its speaker stands by it. In go a document with its layers and
// the attributions found in it; out come, for each attribution, the act (say, deny, warn, …), the commitment (affirms,
// denies, uncertain, none), the kind of quotation and who the speaker is and of what kind. READING.md defines every
// label.
//
// The cue in its sentence decides the act, not the topic: cues.txt lists what cues do, frame.go states what that means,
// rules.go adds what the sentence around the cue changes (negation, modals, what is refused, the form of the content).
// The rules ask the parse little and fall back on the order of words, so that a wrong head costs a nuance, not the label.
package speech

import (
	"gainsay"
	"gainsay/nlp"
)

// Labels is what can be said of one attribution besides its words.
type Labels struct {
	Act        gainsay.Act
	Commitment gainsay.Commitment
	Quote      gainsay.Quote
	Speaker    Speaker
}

// Speaker is whom an attribution is attributed to, its pronoun or short form resolved.
type Speaker struct {
	Kind    gainsay.SpeakerKind
	Range   nlp.Range // the words that name the speaker best; empty where Kind is Unstated
	Text    string    // those words as they stand in the document
	Cluster int       // index into Doc.Clusters of what the source stands for; -1 for none
}

// Label is All for one attribution. It indexes the clusters anew, so use All where more than one is wanted.
func Label(d *nlp.Doc, i int) Labels { return newLabeler(d).label(i) }

// All labels every attribution of d.Found, in order. It needs every layer but States, and changes none; empty Clusters
// only leave pronouns unresolved.
func All(d *nlp.Doc) []Labels {
	l := newLabeler(d)
	out := make([]Labels, len(d.Found))
	for i := range d.Found {
		out[i] = l.label(i)
	}
	return out
}

// labeler looks up clusters and quotation marks by token.
type labeler struct {
	doc     *nlp.Doc
	at      map[int]int     // cluster of a token that is or heads a member
	opens   []int           // tokens that open a quotation, ascending
	outlets map[string]bool // names that the document itself shows to be outlets', lower case
}

func newLabeler(d *nlp.Doc) *labeler {
	l := &labeler{doc: d, at: map[int]int{}, outlets: outletsOf(d)}
	for i := range d.Tokens {
		if d.Tokens[i].Quote == nlp.QuoteOpen {
			l.opens = append(l.opens, i)
		}
	}
	size := map[int]int{}
	for c := range d.Clusters {
		for _, m := range d.Clusters[c].Members {
			if m.First < 0 || m.First >= m.Last || m.Last > len(d.Tokens) {
				continue
			}
			h := topOf(d, []nlp.Range{m})
			if n := m.Last - m.First; size[h] == 0 || n < size[h] {
				l.at[h], size[h] = c, n
			}
		}
	}
	return l
}

func (l *labeler) label(i int) Labels {
	a := &l.doc.Found[i]
	out := Labels{Quote: l.quoteOf(a)}
	r := readCue(l.doc, a)
	out.Speaker = l.speaker(a, &r)
	c := readContent(l.doc, a, &r, out.Quote)
	out.Act, out.Commitment = l.decide(a, &r, &c)
	return out
}
