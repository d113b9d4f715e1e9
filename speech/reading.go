package speech

import (
	"strings"

	"gainsay/nlp"
)

// reading is what the cue does in its sentence.
type reading struct {
	frame   *frame
	entry   *entry // nil where the cue is in no list
	main    int    // token of the word that decides; -1 where the cue is empty
	end     int    // one past the last token of the entry
	subject int    // token of the main word's subject; -1 where it has none or the parse does not tell

	carriers []found // the light verbs that were passed over

	negated bool
	cue     string // lemma of what refuses; empty where nothing does
	refused bool   // "refused to …": frame is that of what is refused
	modal   string
	passive bool
}

// readCue finds the word of the cue that decides and what the words around it do to it.
func readCue(d *nlp.Doc, a *nlp.Attribution) reading {
	r := reading{main: -1, subject: -1}
	if len(a.Cue) == 0 {
		r.frame = frames["say"]
		return r
	}
	if w := firstWord(d, a.Cue); w < 0 || a.Cue[0].Last-a.Cue[0].First == 1 && d.Tokens[w].Tag == "IN" && !strings.EqualFold(d.Word(w), "against") && !strings.EqualFold(d.Word(w), "for") {
		// "Survey: Most would pay", "43 percent in the latest poll": a mark or a preposition reports.
		r.frame, r.main, r.end = frames["say"], a.Cue[0].First, a.Cue[0].Last
		return r
	}
	ms := matches(d, a)
	if len(ms) == 0 {
		r.main = topOf(d, a.Cue)
		r.end = r.main + 1
		r.read(d, a)
		return r
	}
	k := choose(d, ms)
	r.set(ms[k])
	r.carriers = ms[:k]
	r.read(d, a)
	switch {
	case r.frame.name == "refuse":
		r.refuse(d, a, ms[k+1:])
	case ms[k].light != nil && len(a.Content) > 0:
		r.carried(d, a)
	}
	return r
}

// carried looks at what a verb that carries a cue carries, where that is the head of the content: "expressed |
// reservations about the deal".
func (r *reading) carried(d *nlp.Doc, a *nlp.Attribution) {
	for _, g := range a.Content {
		for i := g.First; i < min(g.Last, r.main+12); i++ {
			t := &d.Tokens[i]
			if t.Head != r.main || t.Rel != "obj" || !strings.HasPrefix(t.Tag, "NN") {
				continue
			}
			if own, _, _ := match(d, i, 'n'); own != nil {
				switch own.frame.name {
				case "say", "topic", "laud", "claim", "support", "light", "refuse", "think", "know", "decline":
				default:
					r.frame = own.frame
				}
			}
			return
		}
	}
}

// found is one entry of cues.txt found at a token of the cue.
type found struct {
	at, end    int
	own, light *entry
}

// matches are the entries found in the cue from left to right, none inside another. They may run on past the cue:
// "called" … "for the release".
func matches(d *nlp.Doc, a *nlp.Attribution) []found {
	cue := a.Cue
	class := byte(0)
	if c := cue[0]; len(cue) == 1 && c.Last == c.First+1 && follows(d, a.Source, c.First) {
		class = 'v' // "Hale Calls It Murder": in headlines tags go astray, but what follows a bare name is a verb
	}
	var out []found
	done := 0
	for _, g := range cue {
		for i := g.First; i < g.Last; i++ {
			t := &d.Tokens[i]
			if i < done || t.Tag == "MD" || strings.HasPrefix(t.Rel, "aux") && i+1 < g.Last {
				continue
			}
			own, end, light := match(d, i, class)
			if own == nil && light == nil {
				continue
			}
			m := found{i, end, own, light}
			if own == nil {
				m.end = i + 1
			}
			// A light verb that is longer than its own reading covers its words: "lost no time in".
			if light != nil && (own == nil || light.fixed > own.fixed) {
				m.own, m.end = own, light.follow(d, i+1, 1, d.SentenceOf(i).Last)
			}
			out = append(out, m)
			done = m.end
		}
	}
	return out
}

// follows tells whether token i comes right after a run that is no possessor ("Hale’s | claim").
func follows(d *nlp.Doc, runs []nlp.Range, i int) bool {
	for _, g := range runs {
		if g.Last == i {
			tag := d.Tokens[i-1].Tag
			return tag != "POS" && tag != "PRP$" && tag != "DT" && tag != "JJ"
		}
	}
	return false
}

// choose is the index of the match that decides: the first that does not merely carry another.
func choose(d *nlp.Doc, ms []found) int {
	for k, m := range ms {
		if k+1 < len(ms) && m.own != nil && attributive(d, m.at, ms[k+1].at) {
			continue // "written assurances": the noun decides
		}
		if m.light == nil || k+1 == len(ms) {
			return k
		}
		if m.own != nil && m.own.fixed > m.light.fixed {
			return k // "raised questions" is more than raising
		}
	}
	return 0
}

// attributive tells whether the word at i only modifies the noun at n.
func attributive(d *nlp.Doc, i, n int) bool {
	t := &d.Tokens[i]
	return t.Head == n && (t.Rel == "amod" || t.Rel == "compound" || t.Rel == "acl")
}

func (r *reading) set(m found) {
	r.main, r.end = m.at, m.end
	r.entry = m.own
	if r.entry == nil {
		r.entry = m.light
	}
	r.frame = r.entry.frame
}

// refuse looks for what is refused: the next cue, or the verb that the content begins with ("declined | to comment").
func (r *reading) refuse(d *nlp.Doc, a *nlp.Attribution, rest []found) {
	r.refused = true
	r.cue = d.Tokens[r.main].Lemma
	for _, m := range rest {
		if m.own != nil {
			r.frame, r.entry = m.own.frame, m.own
			return
		}
	}
	if v := firstInfinitive(d, a.Content); v >= 0 {
		if own, _, _ := match(d, v, 0); own != nil {
			r.frame, r.entry = own.frame, own
		}
	}
}

// read notes negation, modals and voice around the main word.
func (r *reading) read(d *nlp.Doc, a *nlp.Attribution) {
	s := around(d, r.main)
	voice := false
	for i := s.First; i < s.Last; i++ {
		if t := &d.Tokens[i]; t.Head == r.main {
			switch {
			case t.Rel == "nsubj", t.Rel == "csubj":
				r.subject = i
			case t.Rel == "nsubj:pass":
				r.subject, voice = i, true
			case t.Rel == "aux:pass":
				voice = true
			}
		}
	}
	first := a.Cue[0].First
	limit := d.SentenceOf(r.main).First
	for i := max(limit, min(first, r.main)); i < r.main; i++ {
		r.before(d, i)
	}
	// The finder may have left an auxiliary or a "not" outside the cue.
	for i := max(limit, r.main-4); i < min(first, r.main); i++ {
		if d.Tokens[i].Head == r.main && i > r.subject {
			r.before(d, i)
		}
	}
	for i := r.main + 1; i < r.end && i < r.main+3; i++ {
		if r.entry == nil || !contains(r.entry.words, "not", "no") {
			r.negated = r.negated || negative(d, i)
		}
	}
	if r.main+1 < s.Last && strings.EqualFold(d.Word(r.main+1), "nothing") && strings.EqualFold(d.Tokens[r.main].Lemma, "say") {
		r.negated = true // "said nothing about"
	}
	// The parse has to be borne out by a "be" or "get" in front: "a clerk had typed" is active, whatever hangs there.
	for i := r.main - 1; voice && i >= max(s.First, r.main-5); i-- {
		switch strings.ToLower(d.Tokens[i].Lemma) {
		case "be", "get", "'s", "’s":
			r.passive = d.Tokens[r.main].Tag != "VBG"
		}
	}
	if r.subject >= 0 && (negative(d, r.subject) || r.subject > s.First && negative(d, r.subject-1) && d.Tokens[r.subject-1].Head == r.subject) {
		r.negated = true // "no one expected", "no official said"
	}
	if len(a.Source) > 0 && negative(d, a.Source[0].First) {
		r.negated = true
	}
}

// window is how far from a word the rules look for what hangs on it, in tokens. It keeps the time linear in a text that
// is one endless sentence.
const window = 150

// around is the sentence of token i, cut to the window around it.
func around(d *nlp.Doc, i int) nlp.Range {
	s := d.SentenceOf(i)
	return nlp.Range{First: max(s.First, i-window), Last: min(s.Last, i+window)}
}

// before notes what the word at i, before the main word, does to it.
func (r *reading) before(d *nlp.Doc, i int) {
	t := &d.Tokens[i]
	switch {
	case negative(d, i):
		for _, c := range r.carriers {
			if c.at <= i && i < c.end {
				return // "lost no time in dismissing"
			}
		}
		r.negated = true
		if next := i + 1; next < r.main && strings.EqualFold(d.Word(next), "only") {
			r.negated = false // "not only said"
		}
	case t.Tag == "MD":
		r.modal = strings.ToLower(t.Lemma)
		if r.modal == "" {
			r.modal = strings.ToLower(d.Word(i))
		}
	}
}

func contains(words []string, any ...string) bool {
	for _, w := range words {
		for _, x := range any {
			if w == x {
				return true
			}
		}
	}
	return false
}

// topOf is the token of the runs whose head lies outside them. Where there are several, a verb that is a clause's own
// head goes first, then the first that is no mark or modifier.
func topOf(d *nlp.Doc, runs []nlp.Range) int {
	top, best := -1, 0
	for _, g := range runs {
		for i := g.First; i < g.Last; i++ {
			t := &d.Tokens[i]
			if t.Rel == "punct" || within(runs, t.Head) {
				continue
			}
			rank := 2
			switch {
			case weak(t.Rel):
				rank = 1
			case strings.HasPrefix(t.Tag, "VB") && (t.Rel == "root" || t.Rel == "ccomp" || t.Rel == "xcomp" || t.Rel == "csubj"):
				rank = 3
			}
			if rank > best {
				top, best = i, rank
			}
		}
	}
	if top < 0 {
		top = runs[len(runs)-1].Last - 1
	}
	return top
}

// weak relations are those of words that head nothing by rights.
func weak(rel string) bool {
	switch rel {
	case "mark", "case", "det", "cc", "advmod", "aux", "cop", "amod", "compound", "nummod":
		return true
	}
	return false
}

func within(runs []nlp.Range, i int) bool {
	for _, g := range runs {
		if g.First <= i && i < g.Last {
			return true
		}
	}
	return false
}
