package tokenize

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gainsay/nlp"
)

// span is a stretch of text in code points.
type span struct{ start, end int }

// goldDoc is a text with its gold tokens and sentences.
type goldDoc struct {
	name      string
	text      string
	tokens    []span
	sentences []span
}

// dataDir is the folder of the corpora, named by GAINSAY_DATA.
func dataDir(t testing.TB) string {
	dir := os.Getenv("GAINSAY_DATA")
	if dir == "" {
		t.Skip("GAINSAY_DATA does not name the folder of the corpora")
	}
	return dir
}

// conllu calls line with each sentence's comments and word lines.
func conllu(t testing.TB, path string, sentence func(comments []string, words [][]string)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<24)
	var comments []string
	var words [][]string
	for in.Scan() {
		switch line := in.Text(); {
		case line == "":
			sentence(comments, words)
			comments, words = nil, nil
		case line[0] == '#':
			comments = append(comments, line)
		default:
			words = append(words, strings.Split(line, "\t"))
		}
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
}

// polnear reads the texts and CoreNLP's analyses. With cut, a sentence that crosses a blank line is cut there.
func polnear(t testing.TB, dir, part string, cut bool) []*goldDoc {
	var docs []*goldDoc
	conllu(t, filepath.Join(dir, "polnear", part+".conllu.gz"), func(comments []string, words [][]string) {
		for _, c := range comments {
			if name, ok := strings.CutPrefix(c, "# newdoc id = "); ok {
				text, err := os.ReadFile(filepath.Join(dir, "polnear", part, "text", name+".txt"))
				if err != nil {
					t.Fatal(err)
				}
				docs = append(docs, &goldDoc{name: name, text: string(text)})
			}
		}
		d := docs[len(docs)-1]
		runes := []rune(d.text)
		first := len(d.tokens)
		for _, w := range words {
			var s span
			for _, f := range strings.Split(w[9], "|") {
				if v, ok := strings.CutPrefix(f, "Start="); ok {
					s.start, _ = strconv.Atoi(v)
				} else if v, ok := strings.CutPrefix(f, "End="); ok {
					s.end, _ = strconv.Atoi(v)
				}
			}
			if n := len(d.tokens); cut && n > first && strings.Contains(string(runes[d.tokens[n-1].end:max(s.start, d.tokens[n-1].end)]), "\n\n") {
				d.sentences = append(d.sentences, span{d.tokens[first].start, d.tokens[n-1].end})
				first = n
			}
			if s.end > s.start { // the second stop of a sentence's last abbreviation has no text of its own
				d.tokens = append(d.tokens, s)
			}
		}
		if first < len(d.tokens) {
			d.sentences = append(d.sentences, span{d.tokens[first].start, d.tokens[len(d.tokens)-1].end})
		}
	})
	return docs
}

// universal reads a UD corpus and rebuilds its texts: a blank line before each paragraph, and a hyphenated word in one
// piece, as our tokens have it.
func universal(t testing.TB, path string) []*goldDoc {
	var docs []*goldDoc
	var b *strings.Builder
	n := 0 // code points in b
	space := false
	conllu(t, path, func(comments []string, words [][]string) {
		for _, c := range comments {
			if name, ok := strings.CutPrefix(c, "# newdoc id = "); ok {
				if len(docs) > 0 {
					docs[len(docs)-1].text = b.String()
				}
				docs = append(docs, &goldDoc{name: name})
				b, n, space = &strings.Builder{}, 0, false
			} else if strings.HasPrefix(c, "# newpar") && !strings.HasPrefix(c, "# newpar_block") && n > 0 {
				b.WriteString("\n\n")
				n += 2
				space = false
			}
		}
		d := docs[len(docs)-1]
		first := len(d.tokens)
		skip := 0
		hyphen := false
		prevTag := ""
		for _, w := range words {
			if strings.Contains(w[0], ".") {
				continue
			}
			id, _ := strconv.Atoi(w[0])
			form, misc := w[1], w[9]
			if a, z, ok := strings.Cut(w[0], "-"); ok { // a word of several, such as "don't": its pieces follow
				_, _ = a, z
				_ = id
				skip = 0
				// The pieces' forms make up the word.
				pieces := 0
				last, _ := strconv.Atoi(z)
				start, _ := strconv.Atoi(a)
				pieces = last - start + 1
				skip = pieces
				if space {
					b.WriteByte(' ')
					n++
				}
				b.WriteString(form)
				space = !strings.Contains(misc, "SpaceAfter=No")
				continue
			}
			glued := false
			if skip > 0 {
				skip--
				glued = true
			} else {
				if space {
					b.WriteByte(' ')
					n++
				}
				b.WriteString(form)
			}
			s := span{n, n + len([]rune(form))}
			n = s.end
			k := len(d.tokens)
			touches := k > first && d.tokens[k-1].end == s.start
			switch {
			case touches && w[4] == "HYPH" && (form == "-" || form == "‑"), touches && hyphen && prevTag == "HYPH":
				d.tokens[k-1].end = s.end
				hyphen = true
			default:
				d.tokens = append(d.tokens, s)
				hyphen = false
			}
			prevTag = w[4]
			if !glued {
				space = !strings.Contains(misc, "SpaceAfter=No")
			}
		}
		d.sentences = append(d.sentences, span{d.tokens[first].start, d.tokens[len(d.tokens)-1].end})
	})
	docs[len(docs)-1].text = b.String()
	return docs
}

// repair undoes what CoreNLP's sentences plainly get wrong, by the text alone: a quotation mark that stands right before a
// word goes with that word, one that stands right behind a sentence goes with that sentence, and what goes on in lower
// case or with a comma is no new sentence (“Why?” | he asked; (D-Wis.) | said).
func repair(docs []*goldDoc) []*goldDoc {
	for _, d := range docs {
		runes := []rune(d.text)
		begins := map[int]bool{}
		for _, s := range d.sentences {
			begins[s.start] = true
		}
		mark := func(i int) bool {
			w := string(runes[d.tokens[i].start:d.tokens[i].end])
			return strings.Trim(w, "\"'“”‘’") == ""
		}
		glued := func(i int) bool { // to the token before it
			return i > 0 && i < len(d.tokens) && d.tokens[i-1].end == d.tokens[i].start
		}
		first := map[int]bool{}
		for i, t := range d.tokens {
			if !begins[t.start] {
				continue
			}
			for i < len(d.tokens) && mark(i) && glued(i) && (!glued(i+1) || mark(i+1)) {
				i++
			}
			for i > 0 && i < len(d.tokens) && mark(i-1) && glued(i) && !glued(i-1) {
				i--
			}
			if i == len(d.tokens) {
				continue
			}
			r := runes[d.tokens[i].start]
			blank := i > 0 && strings.Contains(string(runes[d.tokens[i-1].end:d.tokens[i].start]), "\n\n")
			if i > 0 && !blank && (classOf(r) == lower || r == ',' || r == ';') {
				continue
			}
			first[i] = true
		}
		d.sentences = nil
		for i, t := range d.tokens {
			if first[i] || i == 0 {
				d.sentences = append(d.sentences, t)
			}
			d.sentences[len(d.sentences)-1].end = t.end
		}
	}
	return docs
}

type score struct{ right, ours, gold int }

func (s *score) add(ours, gold []span) (extra, missed []span) {
	have := map[span]bool{}
	for _, g := range gold {
		have[g] = true
	}
	for _, o := range ours {
		if have[o] {
			s.right++
			delete(have, o)
		} else {
			extra = append(extra, o)
		}
	}
	for _, g := range gold {
		if have[g] {
			missed = append(missed, g)
		}
	}
	s.ours += len(ours)
	s.gold += len(gold)
	return extra, missed
}

func (s score) f1() float64 { return 200 * float64(s.right) / float64(s.ours+s.gold) }

func (s score) String() string {
	return fmt.Sprintf("F1 %.2f (precision %.2f, recall %.2f, %d in gold)",
		s.f1(), 100*float64(s.right)/float64(s.ours), 100*float64(s.right)/float64(s.gold), s.gold)
}

// TestCorpora scores tokens and sentences by exact offsets. GAINSAY_ERRORS names a file that takes the differences.
func TestCorpora(t *testing.T) {
	dir := dataDir(t)
	part := "dev"
	if p := os.Getenv("GAINSAY_PART"); p != "" {
		part = p
	}
	errs, err := os.OpenFile(os.Getenv("GAINSAY_ERRORS"), os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o666)
	if err == nil {
		defer errs.Close()
	}
	for _, c := range []struct {
		name              string
		docs              []*goldDoc
		tokens, sentences float64 // the least F1 to accept
	}{
		{"polnear as CoreNLP cuts it", polnear(t, dir, part, false), 99, 88},
		{"polnear cut at blank lines", polnear(t, dir, part, true), 99, 90},
		{"polnear repaired", repair(polnear(t, dir, part, true)), 99, 95},
		{"gum", universal(t, filepath.Join(dir, "ud_gum", part+".conllu.gz")), 98, 95},
		{"ewt", universal(t, filepath.Join(dir, "ud_ewt", part+".conllu.gz")), 97, 75},
	} {
		var tokens, sentences score
		for _, g := range c.docs {
			d := &nlp.Doc{Text: g.text}
			if err := New().Annotate(context.Background(), d); err != nil {
				t.Fatal(err)
			}
			var ours, ourSentences []span
			for _, k := range d.Tokens {
				ours = append(ours, span{k.Rune, k.EndRune})
			}
			for _, s := range d.Sentences {
				ourSentences = append(ourSentences, span{d.Tokens[s.First].Rune, d.Tokens[s.Last-1].EndRune})
			}
			report := func(what string, extra, missed []span) {
				if errs == nil {
					return
				}
				runes := []rune(g.text)
				for _, side := range []struct {
					name  string
					spans []span
				}{{"ours", extra}, {"gold", missed}} {
					for _, s := range side.spans {
						fmt.Fprintf(errs, "%s\t%s\t%s\t%d\t%q\t%q\n", c.name, what, side.name, s.start, string(runes[s.start:s.end]), string(runes[s.end:min(len(runes), s.end+25)]))
					}
				}
			}
			extra, missed := tokens.add(ours, g.tokens)
			report("token", extra, missed)
			extra, missed = sentences.add(ourSentences, g.sentences)
			report("sentence", extra, missed)
		}
		t.Logf("%s %s: tokens %v; sentences %v", c.name, part, tokens, sentences)
		if tokens.f1() < c.tokens || sentences.f1() < c.sentences {
			t.Errorf("%s: want tokens %.1f and sentences %.1f at least", c.name, c.tokens, c.sentences)
		}
	}
}
