package speech

import (
	"strings"

	"gainsay"
	"gainsay/nlp"
	"gainsay/nlp/lexicon"
)

// content is what the rules ask about the content of a statement.
type content struct {
	top        int    // its syntactic head; -1 where there is no content
	noun       string // the head's lemma where the content is a bare noun phrase
	clause     bool   // a clause or a quotation, not a bare noun phrase
	infinitive bool   // "(reporters) to leave"
	question   bool   // a quotation that is nothing but questions
	wh         bool   // an indirect question: begins with whether, if, what, why, how …
	that       bool   // begins with "that"
	imperative bool   // "Be the voice that people hear"
	future     bool   // its main verb stands under will, could, may, would …
	denied     bool   // … and a predicate is negated: "would not be a cure"
	hedged     bool   // "perhaps" over the main verb
	subject    int    // token of its main verb's subject; -1 for none
}

func readContent(d *nlp.Doc, a *nlp.Attribution, r *reading, q gainsay.Quote) content {
	c := content{top: -1, subject: -1}
	if len(a.Content) == 0 {
		return c
	}
	c.top = topOf(d, a.Content)
	first := firstWord(d, a.Content)
	c.opening(d, first)
	c.infinitive = firstInfinitive(d, a.Content) >= 0
	c.mainVerb(d, a.Content, first)
	t := &d.Tokens[c.top]
	if !c.clause && q != gainsay.Direct {
		if strings.HasPrefix(t.Tag, "NN") || t.Tag == "CD" || t.Tag == "DT" || strings.HasPrefix(t.Tag, "PRP") {
			c.noun = strings.ToLower(t.Lemma)
		}
	}
	// "suggested a few questions, including “…”" is a phrase, for all its quotation marks.
	spoken := q == gainsay.Direct && first >= 0 && d.Tokens[first].Quote == nlp.QuoteInside
	c.clause = c.clause || spoken || c.wh || c.that || c.infinitive && first >= 0 && d.Tokens[first].Tag == "TO"
	c.punctuation(d, a.Content, q)
	if q == gainsay.Direct && first >= 0 {
		f := &d.Tokens[first]
		heads := f.Head < 0 || !within(a.Content, f.Head) || f.Rel == "ccomp" || f.Rel == "parataxis" || f.Rel == "cop" && f.Head == c.top
		c.imperative = f.Tag == "VB" && heads && c.subject < 0 && !c.hasChild(d, first, "nsubj")
	}
	return c
}

// opening reads the content's first word.
func (c *content) opening(d *nlp.Doc, first int) {
	if first < 0 {
		return
	}
	switch strings.ToLower(d.Word(first)) {
	case "that":
		c.that = d.Tokens[first].Tag == "IN" || d.Tokens[first].Rel == "mark"
	case "whether", "if", "what", "why", "how", "who", "whom", "which", "where", "when":
		tag := d.Tokens[first].Tag
		c.wh = tag != "WDT" && !(tag == "IN" && d.Tokens[first].Rel != "mark")
	}
}

// mainVerb looks at the words that hang on the content's head.
func (c *content) mainVerb(d *nlp.Doc, runs []nlp.Range, first int) {
	top := &d.Tokens[c.top]
	negated, copula := false, false
	finite := top.Tag == "VBD" || top.Tag == "VBZ" || top.Tag == "VBP"
	for _, g := range runs {
		for i := g.First; i < g.Last; i++ {
			t := &d.Tokens[i]
			if t.Head != c.top {
				continue
			}
			switch {
			case strings.HasPrefix(t.Rel, "nsubj"), strings.HasPrefix(t.Rel, "csubj"), t.Rel == "expl":
				finite = true
				if c.subject < 0 {
					c.subject = i
				}
			case t.Tag == "MD":
				finite = true
				switch strings.ToLower(t.Lemma) {
				case "will", "would", "could", "may", "might", "shall", "'ll", "’ll", "wo", "can", "ca":
					c.future = true
				}
			case t.Rel == "cop":
				copula = true
				finite = finite || t.Tag != "VB" && t.Tag != "VBG"
			case t.Rel == "aux" || t.Rel == "aux:pass":
				finite = finite || t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP"
			case t.Rel == "advcl" && t.Tag != "VBG":
				// "if": what follows has not come about
				c.future = c.future || hasWord(d, i, "if", "unless")
			}
			negated = negated || negative(d, i)
			c.hedged = c.hedged || t.Rel == "advmod" && inClass(d, "hedge", i)
		}
	}
	c.clause = finite
	c.denied = c.future && negated && copula
	if !c.future && (c.that || finite) {
		c.future, c.denied = modalFirst(d, runs)
	}
	if first >= 0 && inClass(d, "hedge", first) {
		c.hedged = true
	}
}

// modalFirst tells whether the first verb of the runs is a modal of what is yet to come, for parses that hang it
// elsewhere, and whether "not be" follows.
func modalFirst(d *nlp.Doc, runs []nlp.Range) (future, denied bool) {
	for _, g := range runs {
		for i := g.First; i < g.Last; i++ {
			switch d.Tokens[i].Tag {
			case "MD":
				return true, i+2 < g.Last && negative(d, i+1) && strings.EqualFold(d.Word(i+2), "be")
			case "VBD", "VBZ", "VBP", "VB":
				return false, false
			}
		}
	}
	return false, false
}

// punctuation tells whether a quotation is nothing but questions.
func (c *content) punctuation(d *nlp.Doc, runs []nlp.Range, q gainsay.Quote) {
	asks, states := false, false
	for _, g := range runs {
		for i := g.First; i < g.Last; i++ {
			switch d.Word(i) {
			case "?":
				asks = true
			case ".", "!", ";":
				states = true
			}
		}
	}
	c.question = asks && !states && q != gainsay.Indirect
}

func (c *content) hasChild(d *nlp.Doc, i int, rel string) bool {
	s := around(d, i)
	for k := s.First; k < s.Last; k++ {
		if d.Tokens[k].Head == i && strings.HasPrefix(d.Tokens[k].Rel, rel) {
			return true
		}
	}
	return false
}

// hasWord tells whether one of the words hangs on token i.
func hasWord(d *nlp.Doc, i int, words ...string) bool {
	s := around(d, i)
	for k := s.First; k < s.Last; k++ {
		if d.Tokens[k].Head == i && contains(words, strings.ToLower(d.Word(k))) {
			return true
		}
	}
	return false
}

// firstWord is the first token that is no punctuation; -1 where there is none.
func firstWord(d *nlp.Doc, runs []nlp.Range) int {
	for _, g := range runs {
		for i := g.First; i < g.Last; i++ {
			if isWord(d.Word(i)) {
				return i
			}
		}
	}
	return -1
}

// firstInfinitive is the verb after the first "to" of the runs where no other verb stands before it (those inside a
// relative clause set aside by their position after the noun); -1 where a finite verb or none comes first.
func firstInfinitive(d *nlp.Doc, runs []nlp.Range) int {
	to := false
	words := 0
	for _, g := range runs {
		for i := g.First; i < g.Last; i++ {
			t := &d.Tokens[i]
			switch {
			case strings.EqualFold(d.Word(i), "to") && t.Tag == "TO":
				to = true
			case t.Tag == "VB" && to:
				if t.Rel == "acl" && t.Head >= 0 && !person(d, t.Head) {
					return -1 // "a request to restore the service"
				}
				return i
			case t.Tag == "VBN" || t.Tag == "VBG":
				if t.Rel != "amod" && t.Rel != "acl" {
					return -1
				}
			case strings.HasPrefix(t.Tag, "VB"), t.Tag == "MD", t.Tag == "IN" && t.Rel == "mark":
				return -1
			case strings.HasPrefix(t.Tag, "RB"):
			case to:
				return -1
			}
			// An addressee may come first ("urged Congress to act"), but not half a sentence.
			if words++; words > 14 {
				return -1
			}
		}
	}
	return -1
}

// person tells whether token i is a name, a pronoun or a noun for somebody: one who can be told to do something.
func person(d *nlp.Doc, i int) bool {
	t := &d.Tokens[i]
	if strings.HasPrefix(t.Tag, "NNP") || strings.HasPrefix(t.Tag, "PRP") {
		return true
	}
	switch lexicon.Noun("", t.Lemma) {
	case lexicon.Thing, lexicon.Document, lexicon.Quantity:
		return false
	}
	return true
}

// isWord tells whether a token has a letter or digit.
func isWord(s string) bool {
	for _, r := range s {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x7f && r != '“' && r != '”' && r != '‘' && r != '’' && r != '—' && r != '–' && r != '…' && r != '•' && r != '«' && r != '»' {
			return true
		}
	}
	return false
}
