package coref

import (
	"bufio"
	"context"
	"fmt"
	"math/rand"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gainsay"
	"gainsay/nlp"
)

func annotate(t *testing.T, d *nlp.Doc) {
	t.Helper()
	if err := New().Annotate(context.Background(), d); err != nil {
		t.Fatal(err)
	}
}

// TestTexts reads testdata/texts.txt: same number, same cluster.
func TestTexts(t *testing.T) {
	for _, e := range readTexts(t) {
		t.Run(e.what, func(t *testing.T) {
			annotate(t, e.doc)
			at := clusterAt(e.doc)
			cluster := map[string]int{}
			for _, g := range e.groups {
				c := -1
				for i := g.First; i < g.Last; i++ {
					c = max(c, at[i])
				}
				if c >= 0 && len(e.doc.Clusters[c].Members) == 1 && e.things[g.First] == "0" {
					c = -1
				}
				thing, words := e.things[g.First], e.doc.Words(g)
				if thing == "0" {
					if c >= 0 {
						t.Errorf("%s: %q stands for %q, want nothing", e.doc.Text, words, e.doc.Words(e.doc.Clusters[c].Best))
					}
					continue
				}
				want, seen := cluster[thing]
				switch {
				case seen && (c != want || c < 0):
					t.Errorf("%s: %q is not joined to the others of %s", e.doc.Text, words, thing)
				case !seen:
					for other, o := range cluster {
						if o == c && c >= 0 {
							t.Errorf("%s: %q of %s is joined to %s", e.doc.Text, words, thing, other)
						}
					}
					cluster[thing] = c
				}
			}
		})
	}
}

// text is one block of testdata/texts.txt.
type text struct {
	what   string
	doc    *nlp.Doc
	things []string    // of each token
	groups []nlp.Range // unbroken tokens of one thing
}

func readTexts(t *testing.T) []text {
	t.Helper()
	f, err := os.Open("testdata/texts.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const headerLines = 5
	var out []text
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		if n <= headerLines {
			continue
		}
		line := sc.Text()
		if what, ok := strings.CutPrefix(line, "# "); ok {
			out = append(out, text{what: what, doc: &nlp.Doc{}})
			continue
		}
		if len(out) == 0 {
			continue
		}
		if err := out[len(out)-1].line(strings.Fields(line)); err != nil {
			t.Fatalf("testdata/texts.txt:%d: %v", n, err)
		}
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	for i := range out {
		out[i].close()
		for k, thing := range out[i].things {
			if n := len(out[i].groups); thing != "-" && n > 0 && out[i].groups[n-1].Last == k && out[i].things[k-1] == thing {
				out[i].groups[n-1].Last++
			} else if thing != "-" {
				out[i].groups = append(out[i].groups, nlp.Range{First: k, Last: k + 1})
			}
		}
	}
	return out
}

func (x *text) line(f []string) error {
	d := x.doc
	first := 0
	if n := len(d.Sentences); n > 0 {
		first = d.Sentences[n-1].Last
	}
	switch {
	case len(f) == 0:
		x.close()
		return nil
	case f[0] == "=" && len(f) == 4:
		a, err1 := strconv.Atoi(f[1])
		b, err2 := strconv.Atoi(f[2])
		if err1 != nil || err2 != nil {
			return fmt.Errorf("name %q", f)
		}
		d.Names = append(d.Names, nlp.Name{First: first + a - 1, Last: first + b, Kind: gainsay.EntityKind(f[3])})
		return nil
	case len(f) != 6:
		return fmt.Errorf("%d fields, want 6", len(f))
	}
	head, err := strconv.Atoi(f[5])
	if err != nil {
		return fmt.Errorf("head: %w", err)
	}
	gap := nlp.GapSpace
	if strings.ContainsAny(f[1][:1], ",.;:)") || strings.HasPrefix(f[1], "’") || strings.HasSuffix(d.Text, "(") || d.Text == "" {
		gap = nlp.GapNone
	} else {
		d.Text += " "
	}
	start := len(d.Text)
	d.Text += f[1]
	lemma := f[3]
	if lemma == "_" {
		lemma = strings.ToLower(f[1])
	}
	if head == 0 {
		head = -first
	}
	d.Tokens = append(d.Tokens, nlp.Token{
		Start: start, End: len(d.Text), Sentence: len(d.Sentences), Gap: gap,
		Tag: f[2], Lemma: lemma, Rel: f[4], Head: first + head - 1,
	})
	x.things = append(x.things, f[0])
	return nil
}

func (x *text) close() {
	d, first := x.doc, 0
	if n := len(d.Sentences); n > 0 {
		first = d.Sentences[n-1].Last
	}
	if n := len(d.Tokens); n > first {
		d.Sentences = append(d.Sentences, nlp.Sentence{First: first, Last: n})
	}
}

// TestOrder checks what Cluster promises: members in the order of the text, none twice, Best among them.
func TestOrder(t *testing.T) {
	for _, e := range readTexts(t) {
		annotate(t, e.doc)
		for _, c := range e.doc.Clusters {
			best := false
			for i, m := range c.Members {
				if m.First >= m.Last || m.Last > len(e.doc.Tokens) {
					t.Errorf("%s: member %v", e.what, m)
				}
				if i > 0 && c.Members[i-1].First > m.First || i > 0 && c.Members[i-1] == m {
					t.Errorf("%s: members %v out of order", e.what, c.Members)
				}
				best = best || m == c.Best
			}
			if !best {
				t.Errorf("%s: best %v is no member of %v", e.what, c.Best, c.Members)
			}
		}
	}
}

// TestAnyParse runs the sieve over trees and tags that say nothing.
func TestAnyParse(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	rels := []string{"nsubj", "obj", "appos", "cop", "nmod:poss", "compound", "conj", "nmod", ""}
	tags := []string{"NN", "NNS", "NNP", "PRP", "PRP$", "POS", "IN", "DT", "VBD", ""}
	for _, e := range readTexts(t) {
		d := e.doc
		for range 20 {
			for i := range d.Tokens {
				s := d.SentenceOf(i)
				if d.Tokens[i].Head = s.First - 1 + r.Intn(s.Last-s.First+1); d.Tokens[i].Head < s.First {
					d.Tokens[i].Head = -1
				}
				d.Tokens[i].Rel, d.Tokens[i].Tag = rels[r.Intn(len(rels))], tags[r.Intn(len(tags))]
			}
			annotate(t, d)
			for _, c := range d.Clusters {
				if len(c.Members) == 0 || c.Best.First < 0 || c.Best.Last > len(d.Tokens) {
					t.Fatalf("%s: cluster %+v", d.Text, c)
				}
			}
		}
	}
}

func TestResolveSpeakers(t *testing.T) {
	d := &nlp.Doc{Text: "“I paid my fine,” Hale said."}
	x := text{doc: d}
	for _, l := range []string{
		"- “ `` _ punct 9", "- I PRP i nsubj 3", "- paid VBD pay ccomp 9", "- my PRP$ _ nmod:poss 5", "- fine NN _ obj 3",
		"- , , _ punct 9", "- ” '' _ punct 9", "- Hale NNP Hale nsubj 9", "- said VBD say root 0", "- . . _ punct 9", "= 8 8 person",
	} {
		if err := x.line(strings.Fields(l)); err != nil {
			t.Fatal(err)
		}
	}
	x.close()
	for i := 1; i < 6; i++ {
		d.Tokens[i].Quote = nlp.QuoteInside
	}
	annotate(t, d)
	d.Found = []nlp.Attribution{{
		Source: []nlp.Range{{First: 7, Last: 8}}, Cue: []nlp.Range{{First: 8, Last: 9}}, Content: []nlp.Range{{First: 0, Last: 7}}, Inside: -1,
	}}
	for range 2 { // the second time adds nothing
		ResolveSpeakers(d)
		want := []nlp.Range{{First: 1, Last: 2}, {First: 3, Last: 4}, {First: 7, Last: 8}}
		if len(d.Clusters) != 1 || !slices.Equal(d.Clusters[0].Members, want) {
			t.Fatalf("clusters %+v, want the members %v", d.Clusters, want)
		}
	}
}

// TestLong joins one person's mentions over two thousand repetitions of a text: names are looked up however far back
// they were met.
func TestLong(t *testing.T) {
	base := readTexts(t)[0].doc
	d := &nlp.Doc{Text: strings.Repeat(base.Text, 2000)}
	for n := range 2000 {
		first, sent := len(d.Tokens), len(d.Sentences)
		for i := range base.Tokens {
			tok := base.Tokens[i]
			tok.Sentence += sent
			if tok.Head >= 0 {
				tok.Head += first
			}
			tok.Start += n * len(base.Text)
			tok.End += n * len(base.Text)
			d.Tokens = append(d.Tokens, tok)
		}
		for _, s := range base.Sentences {
			d.Sentences = append(d.Sentences, nlp.Sentence{First: s.First + first, Last: s.Last + first})
		}
		for _, n := range base.Names {
			d.Names = append(d.Names, nlp.Name{First: n.First + first, Last: n.Last + first, Kind: n.Kind})
		}
	}
	annotate(t, d)
	most := 0
	for _, c := range d.Clusters {
		most = max(most, len(c.Members))
	}
	if most < 4000 {
		t.Errorf("the largest cluster has %d members, want the person's 4000", most)
	}
}
