package speech

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"gainsay"
	"gainsay/nlp"
)

// example is one block of testdata/statements.txt.
type example struct {
	what string
	want [4]string // act, commitment, quote, kind
	doc  *nlp.Doc
}

func readExamples(t testing.TB) []example {
	t.Helper()
	f, err := os.Open("testdata/statements.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []example
	var b *builder
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		switch what, ok := strings.CutPrefix(line, "# "); {
		case ok && n <= headerLines:
		case ok:
			if b != nil {
				out[len(out)-1].doc = b.finish()
			}
			b = &builder{}
			out = append(out, example{what: what})
		case strings.HasPrefix(line, "> "):
			copy(out[len(out)-1].want[:], strings.Fields(line[2:]))
		case b != nil:
			if err := b.line(line); err != nil {
				t.Fatalf("testdata/statements.txt:%d: %v", n, err)
			}
		}
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	out[len(out)-1].doc = b.finish()
	return out
}

// headerLines is how many lines of comment the file begins with.
const headerLines = 5

// builder makes a Doc of token lines.
type builder struct {
	doc   nlp.Doc
	text  strings.Builder
	first int // first token of the open sentence
	parts []byte
}

func (b *builder) line(line string) error {
	f := strings.Fields(line)
	switch {
	case len(f) == 0:
		b.sentence()
		return nil
	case f[0] == "=" && len(f) == 4:
		first, err1 := strconv.Atoi(f[1])
		last, err2 := strconv.Atoi(f[2])
		if err1 != nil || err2 != nil {
			return fmt.Errorf("name %q", line)
		}
		b.doc.Names = append(b.doc.Names, nlp.Name{First: b.first + first - 1, Last: b.first + last, Kind: gainsay.EntityKind(f[3])})
		return nil
	case len(f) != 6:
		return fmt.Errorf("%d fields, want 6", len(f))
	}
	head, err := strconv.Atoi(f[5])
	if err != nil {
		return fmt.Errorf("head: %w", err)
	}
	gap := nlp.GapSpace
	last := len(b.doc.Tokens) - 1
	switch {
	case last < 0:
		gap = nlp.GapParagraph
	case strings.Contains(",.;:?!)”’", f[1][:1]) || f[1] == "”" || strings.HasPrefix(f[1], "’") || f[1] == "n’t":
		gap = nlp.GapNone
	case b.doc.Word(last) == "“" || b.doc.Word(last) == "(" || b.doc.Word(last) == "‘":
		gap = nlp.GapNone
	}
	if gap == nlp.GapSpace {
		b.text.WriteByte(' ')
	}
	start := b.text.Len()
	b.text.WriteString(f[1])
	b.doc.Text = b.text.String()
	lemma := f[3]
	if lemma == "_" {
		lemma = strings.ToLower(f[1])
	}
	b.doc.Tokens = append(b.doc.Tokens, nlp.Token{
		Start: start, End: b.text.Len(), Rune: utf8.RuneCountInString(b.doc.Text[:start]), EndRune: utf8.RuneCountInString(b.doc.Text),
		Sentence: len(b.doc.Sentences), Gap: gap, Tag: f[2], Lemma: lemma, Rel: f[4], Head: b.first + head - 1,
	})
	if head == 0 {
		b.doc.Tokens[last+1].Head = -1
	}
	b.parts = append(b.parts, f[0][0])
	return nil
}

func (b *builder) sentence() {
	if n := len(b.doc.Tokens); n > b.first {
		b.doc.Sentences = append(b.doc.Sentences, nlp.Sentence{First: b.first, Last: n})
		b.first = n
	}
}

func (b *builder) finish() *nlp.Doc {
	b.sentence()
	inside := false
	for i := range b.doc.Tokens {
		t := &b.doc.Tokens[i]
		switch b.doc.Word(i) {
		case "“":
			t.Quote, inside = nlp.QuoteOpen, true
		case "”":
			t.Quote, inside = nlp.QuoteClose, false
		default:
			if inside {
				t.Quote = nlp.QuoteInside
			}
		}
	}
	a := nlp.Attribution{Inside: -1, Score: 1}
	for i, p := range b.parts {
		into := map[byte]*[]nlp.Range{'S': &a.Source, 'C': &a.Cue, 'T': &a.Content}[p]
		if into == nil {
			continue
		}
		if n := len(*into); n > 0 && (*into)[n-1].Last == i {
			(*into)[n-1].Last++
		} else {
			*into = append(*into, nlp.Range{First: i, Last: i + 1})
		}
	}
	b.doc.Found = []nlp.Attribution{a}
	return &b.doc
}
