package speech

import (
	"math/rand"
	"testing"

	"gainsay"
	"gainsay/nlp"
)

// TestLabels reads testdata/statements.txt.
func TestLabels(t *testing.T) {
	for _, e := range readExamples(t) {
		t.Run(e.what, func(t *testing.T) {
			l := Label(e.doc, 0)
			got := [4]string{string(l.Act), string(l.Commitment), string(l.Quote), string(l.Speaker.Kind)}
			if got != e.want {
				t.Errorf("%s\ngot  %v\nwant %v", e.doc.Text, got, e.want)
			}
		})
	}
}

// TestAnyParse gives the rules random trees, tags and lemmas that say nothing: the labels may be wrong, but there has to
// be one of each kind and the speaker has to be words of the document.
func TestAnyParse(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	rels := []string{"nsubj", "obj", "acl:relcl", "ccomp", "punct", "compound", "appos", "case", "nsubj:pass", "aux:pass", "conj", ""}
	tags := []string{"NN", "NNP", "VBD", "VB", "TO", "WP", "PRP", "DT", "JJ", "MD", ""}
	for _, e := range readExamples(t) {
		d := e.doc
		for range 20 {
			for i := range d.Tokens {
				s := d.SentenceOf(i)
				d.Tokens[i].Head = s.First - 1 + r.Intn(s.Last-s.First+1)
				if d.Tokens[i].Head < s.First || d.Tokens[i].Head == i {
					d.Tokens[i].Head = -1
				}
				d.Tokens[i].Rel, d.Tokens[i].Tag = rels[r.Intn(len(rels))], tags[r.Intn(len(tags))]
				if r.Intn(3) == 0 {
					d.Tokens[i].Lemma = ""
				}
			}
			l := All(d)[0]
			if l.Act == "" || l.Commitment == "" || l.Quote == "" || l.Speaker.Kind == "" {
				t.Fatalf("%s: %+v lacks a label", d.Text, l)
			}
			if l.Speaker.Text != d.Words(l.Speaker.Range) || (l.Speaker.Kind == gainsay.Unstated) != (l.Speaker.Text == "") {
				t.Fatalf("%s: speaker %+v", d.Text, l.Speaker)
			}
		}
	}
}

// find makes the Doc of the block of testdata/statements.txt that is called what.
func find(t testing.TB, what string) *nlp.Doc {
	t.Helper()
	for _, e := range readExamples(t) {
		if e.what == what {
			return e.doc
		}
	}
	t.Fatalf("testdata/statements.txt has no block %q", what)
	return nil
}

func TestSpeakerText(t *testing.T) {
	for what, want := range map[string]string{
		"neutral report":               "Lena Ortiz",
		"a named person in apposition": "Ivo Marek",
		"unnamed officials":            "Two officials familiar with the talks",
		"a newspaper":                  "Kurier",
		"allegedly":                    "",
		"the one who was told":         "",
		"declined to comment":          "A spokesman for the bank",
		"what is no speaker":           "",
		"asked not to be named":        "A diplomat",
		"agreed that":                  "Ivo Marek",
		"a relative pronoun":           "An architect",
		"on condition of anonymity":    "an official",
		"government of a place":        "The Swiss government",
	} {
		if got := Label(find(t, what), 0).Speaker.Text; got != want {
			t.Errorf("%s: speaker %q, want %q", what, got, want)
		}
	}
}

// TestPronoun lets the source of "Moss wants to sell the yard" be the pronoun of a cluster.
func TestPronoun(t *testing.T) {
	d := find(t, "issued a statement saying") // The bank issued a statement saying that no data were lost.
	d.Found[0].Source = []nlp.Range{{First: 0, Last: 1}}
	d.Tokens[0].Tag = "PRP" // as if the bank were "it"
	if l := Label(d, 0); l.Speaker.Kind != gainsay.Named || l.Speaker.Cluster != -1 {
		t.Errorf("pronoun without a cluster: %+v", l.Speaker)
	}
	noun := nlp.Range{First: 8, Last: 9} // "data"
	d.Clusters = []nlp.Cluster{{Members: []nlp.Range{{First: 0, Last: 1}, noun}, Best: noun}}
	if l := Label(d, 0); l.Speaker.Kind != gainsay.Outlet || l.Speaker.Cluster != 0 || l.Speaker.Range != noun {
		t.Errorf("pronoun for data: %+v", l.Speaker)
	}
}

func TestQuote(t *testing.T) {
	d := find(t, "a quotation inside another")
	if got := Label(d, 0).Quote; got != gainsay.Indirect {
		t.Errorf("content inside another's quotation: %s", got)
	}
	// Marks around the content alone make it direct, wherever the cue stands.
	d = find(t, "quotation in full")
	d.Found[0].Content = []nlp.Range{{First: 1, Last: 6}}
	if got := Label(d, 0).Quote; got != gainsay.Direct {
		t.Errorf("quotation without its marks: %s", got)
	}
	// A quotation over two paragraphs, both opened anew: one statement, two runs.
	d = find(t, "quoted words in indirect speech")
	d.Found[0].Content = []nlp.Range{{First: 7, Last: 8}, {First: 8, Last: 9}}
	if got := Label(d, 0).Quote; got != gainsay.Direct {
		t.Errorf("two runs, both quoted: %s", got)
	}
}

func TestNothing(t *testing.T) {
	if got := All(&nlp.Doc{}); len(got) != 0 {
		t.Errorf("labels of nothing: %v", got)
	}
}

func BenchmarkAll(b *testing.B) {
	es := readExamples(b)
	words := 0
	for range b.N {
		for _, e := range es {
			All(e.doc)
			words += len(e.doc.Tokens)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(words), "µs/word")
}
