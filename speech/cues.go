package speech

import (
	_ "embed" // the word lists
	"fmt"
	"sort"
	"strings"
	"sync"

	"gainsay/nlp"
	"gainsay/nlp/lexicon"
)

//go:embed cues.txt
var cuesText string

//go:embed content.txt
var contentText string

// entry is one line's worth of cues.txt.
type entry struct {
	words []string // dictionary forms; "*" for up to maxGap words
	fixed int      // how many of words are not "*"
	class byte     // 'n', 'v' or 'a' where the first word has to be one; 0 for any
	frame *frame
}

// tables are the parsed word lists.
type tables struct {
	cues    map[string][]entry         // by first word, the longest first
	content map[string]map[string]bool // by class
}

// load parses the embedded lists once. A list that does not parse is a defect of the program, so load panics; a test
// names its line.
var load = sync.OnceValue(func() *tables {
	t := &tables{}
	var err error
	if t.cues, err = parseCues(cuesText); err == nil {
		t.content, err = parseContent(contentText)
	}
	if err != nil {
		panic("speech: " + err.Error())
	}
	return t
})

// parseCues reads cues.txt. An entry may stand in a frame of its own and among the light ones, which look for another
// cue first.
func parseCues(text string) (map[string][]entry, error) {
	ss, err := lexicon.Sections("cues.txt", text)
	if err != nil {
		return nil, err
	}
	out := map[string][]entry{}
	where := map[string]int{}
	for _, s := range ss {
		f := frames[s.Header]
		if f == nil {
			return nil, fmt.Errorf("cues.txt:%d: no frame is called %q", s.Line, s.Header)
		}
		for _, e := range s.Entries {
			if s.Header != "light" {
				if line, ok := where[e.Text]; ok {
					return nil, fmt.Errorf("cues.txt:%d: %q stands in another frame, on line %d", e.Line, e.Text, line)
				}
				where[e.Text] = e.Line
			}
			x, err := parseEntry(e.Text)
			if err != nil {
				return nil, fmt.Errorf("cues.txt:%d: %w", e.Line, err)
			}
			x.frame = f
			out[x.words[0]] = append(out[x.words[0]], x)
		}
	}
	for _, es := range out {
		sort.SliceStable(es, func(i, j int) bool {
			if es[i].fixed != es[j].fixed {
				return es[i].fixed > es[j].fixed
			}
			return len(es[i].words) < len(es[j].words)
		})
	}
	return out, nil
}

func parseEntry(text string) (entry, error) {
	e := entry{words: strings.Fields(text)}
	first, class, ok := strings.Cut(e.words[0], "/")
	if ok {
		if class != "n" && class != "v" && class != "a" {
			return e, fmt.Errorf("%q: after the slash goes n, v or a", text)
		}
		e.words[0], e.class = first, class[0]
	}
	for i, w := range e.words {
		if w != "*" {
			e.fixed++
		} else if i == 0 || i == len(e.words)-1 {
			return e, fmt.Errorf("%q: * stands between words", text)
		}
	}
	return e, nil
}

// parseContent reads content.txt.
func parseContent(text string) (map[string]map[string]bool, error) {
	ss, err := lexicon.Sections("content.txt", text)
	if err != nil {
		return nil, err
	}
	out := map[string]map[string]bool{"proposition": {}, "request": {}, "blame": {}, "hedge": {}, "meeting": {}}
	for _, s := range ss {
		if out[s.Header] == nil {
			return nil, fmt.Errorf("content.txt:%d: no class is called %q", s.Line, s.Header)
		}
		for _, e := range s.Entries {
			out[s.Header][e.Text] = true
		}
	}
	return out, nil
}

// inClass tells whether token i's lemma or form is in a class of content.txt.
func inClass(d *nlp.Doc, class string, i int) bool {
	m := load().content[class]
	return m[strings.ToLower(d.Tokens[i].Lemma)] || m[strings.ToLower(d.Word(i))]
}

// maxGap is how many words "*" covers at most.
const maxGap = 4

// match finds the longest entry that begins at token i: the longest light one, and the longest other one. end is one past
// the last token of the latter. class, where it is not 0, overrules the word class that the tag gives.
func match(d *nlp.Doc, i int, class byte) (own *entry, end int, light *entry) {
	limit := d.SentenceOf(i).Last
	t := &d.Tokens[i]
	if class == 0 {
		class = wordClass(t.Tag)
	}
	lemma, form := strings.ToLower(t.Lemma), strings.ToLower(d.Word(i))
	keys := [2]string{lemma, form}
	if form == lemma {
		keys[1] = stem(form)
	}
	for k, key := range keys {
		if key == "" || k == 1 && key == lemma {
			continue
		}
		class := class
		if k == 1 && key != form {
			if own != nil || light != nil {
				break
			}
			class = 'v'
		}
		es := load().cues[key]
		for j := range es {
			e := &es[j]
			if e.class != 0 && e.class != class {
				continue
			}
			isLight := e.frame.name == "light"
			if isLight && light != nil && e.fixed <= light.fixed || !isLight && own != nil && (e.fixed < own.fixed || e.fixed == own.fixed && k == 0) {
				continue
			}
			if last := e.follow(d, i+1, 1, limit); last >= 0 {
				if isLight {
					light = e
				} else {
					own, end = e, last
				}
			}
		}
	}
	return own, end, light
}

// stem is a guess at the infinitive of a verb that was not taken for one, as happens in headlines ("Marek Slams Court"):
// the form without "s" or "d".
func stem(form string) string {
	if n := len(form) - 1; n > 3 && (form[n] == 's' && form[n-1] != 's' || form[n] == 'd' && form[n-1] == 'e') {
		return form[:n]
	}
	return ""
}

// follow matches the entry's words from the k-th on at token i; it gives one past the last token, -1 for no match.
func (e *entry) follow(d *nlp.Doc, i, k, limit int) int {
	if k == len(e.words) {
		return i
	}
	if e.words[k] == "*" {
		for g := 0; g <= maxGap && i+g < limit; g++ {
			if last := e.word(d, i+g, k+1, limit); last >= 0 {
				return last
			}
			// What is passed over is a noun phrase: "made a strong case", not "told aides he planned to".
			if tag := d.Tokens[i+g].Tag; tag == "MD" || strings.HasPrefix(tag, "VB") && tag != "VBN" && tag != "VBG" || stops(d, i+g) {
				return -1
			}
		}
		return -1
	}
	for skipped := 0; i < limit; skipped++ {
		if last := e.word(d, i, k, limit); last >= 0 {
			return last
		}
		// Adverbs come between: "is widely expected", "called repeatedly for".
		if skipped == 2 || !strings.HasPrefix(d.Tokens[i].Tag, "RB") || negative(d, i) {
			return -1
		}
		i++
	}
	return -1
}

// word matches the k-th word at token i and the rest after it.
func (e *entry) word(d *nlp.Doc, i, k, limit int) int {
	if i >= limit {
		return -1
	}
	w := e.words[k]
	if w != strings.ToLower(d.Tokens[i].Lemma) && w != strings.ToLower(d.Word(i)) && (w != "not" || !negative(d, i)) {
		return -1
	}
	return e.follow(d, i+1, k+1, limit)
}

func stops(d *nlp.Doc, i int) bool {
	switch d.Word(i) {
	case ",", ";", ":", "(", ")", "—", "–", "--", "“", "”", "\"", "''", "``":
		return true
	}
	return false
}

// wordClass maps a Penn tag to the classes of cues.txt.
func wordClass(tag string) byte {
	switch {
	case strings.HasPrefix(tag, "VB"):
		return 'v'
	case strings.HasPrefix(tag, "NN"):
		return 'n'
	case strings.HasPrefix(tag, "JJ"), strings.HasPrefix(tag, "RB"):
		return 'a'
	}
	return 0
}

// negative tells whether token i negates.
func negative(d *nlp.Doc, i int) bool {
	switch strings.ToLower(d.Word(i)) {
	case "not", "n't", "n’t", "never", "no", "hardly", "barely", "scarcely", "neither", "nor", "none", "nobody", "nothing", "without":
		return true
	}
	return false
}
