// Command prep turns the corpora into the arrays that train.py reads: the features of every token, computed by the
// very code that the program runs, and the labels to learn. One folder a split: meta.json and raw little-endian int32
// files.
//
//	go run ./train/prep -data ../shared/data -out train/work
package main

import (
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"gainsay/nlp"
	"gainsay/nlp/encode"
	"gainsay/train/corpus"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("out", "train/work", "folder to write to")
	least := flag.Int("least", 2, "occurrences in the training texts that give a word its own row")
	flag.Parse()
	if err := run(*data, *out, *least); err != nil {
		fmt.Fprintln(os.Stderr, "prep:", err)
		os.Exit(1)
	}
}

type split struct {
	name string
	docs []corpus.Document
}

func run(data, out string, least int) error {
	var splits []split
	for _, s := range []string{"train", "dev"} {
		for _, t := range []string{"ewt", "gum"} {
			docs, err := corpus.ReadUD(filepath.Join(data, "ud_"+t, s+".conllu.gz"))
			if err != nil {
				return err
			}
			splits = append(splits, split{t + "_" + s, docs})
		}
		docs, err := corpus.ReadPolNeAR(filepath.Join(data, "polnear", s))
		if err != nil {
			return err
		}
		splits = append(splits, split{"polnear_" + s, docs})
	}
	labels, counts := newLabels(), map[string]int{}
	for _, s := range splits[:3] {
		for _, d := range s.docs {
			for i := range d.Doc.Tokens {
				counts[encode.Normal(d.Doc.Word(i))]++
				labels.see(&d.Doc.Tokens[i])
			}
		}
	}
	words := make([]string, 0, len(counts))
	for w, n := range counts {
		if n >= least {
			words = append(words, w)
		}
	}
	sort.Slice(words, func(i, j int) bool {
		if counts[words[i]] != counts[words[j]] {
			return counts[words[i]] > counts[words[j]]
		}
		return words[i] < words[j]
	})
	labels.Words = words
	for _, w := range words {
		labels.Counts = append(labels.Counts, counts[w])
	}
	labels.sort()
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	if err := writeJSON(filepath.Join(out, "labels.json"), labels); err != nil {
		return err
	}
	vocabulary := encode.NewVocabulary(words)
	for _, s := range splits {
		if err := write(filepath.Join(out, s.name), s, vocabulary, labels); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}

// labels are the label sets, in the order of their numbers.
type labels struct {
	Words, Tags, UPOS, Rels, Names, Roles []string
	Counts                                []int
	AffixRows, NgramRows, ShapeRows       int
	MaxNgrams, Affixes, Contexts          int

	tags, upos, rels map[string]int
}

func newLabels() *labels {
	return &labels{
		Names:     []string{"O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place", "B-misc", "I-misc"},
		Roles:     []string{"O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"},
		AffixRows: encode.AffixRows, NgramRows: encode.NgramRows, ShapeRows: encode.ShapeRows,
		MaxNgrams: encode.MaxNgrams, Affixes: encode.Affixes, Contexts: encode.Contexts,
		tags: map[string]int{}, upos: map[string]int{}, rels: map[string]int{},
	}
}

func (l *labels) see(t *nlp.Token) {
	l.tags[t.Tag]++
	l.rels[t.Rel]++
	if t.UPOS != "" {
		l.upos[t.UPOS]++
	}
}

// sort fixes the numbers; relations seen fewer than five times are left to "dep".
func (l *labels) sort() {
	list := func(m map[string]int, least int) (out []string) {
		for k, n := range m {
			if n >= least {
				out = append(out, k)
			}
		}
		sort.Strings(out)
		return out
	}
	l.Tags, l.UPOS, l.Rels = list(l.tags, 2), list(l.upos, 1), list(l.rels, 5)
	number := func(m map[string]int, names []string) {
		clear(m)
		for i, n := range names {
			m[n] = i
		}
	}
	number(l.tags, l.Tags)
	number(l.upos, l.UPOS)
	number(l.rels, l.Rels)
}

const missing = -100 // the label of a token that a corpus leaves unannotated

func lookup(m map[string]int, k string) int32 {
	if n, ok := m[k]; ok {
		return int32(n)
	}
	return missing
}

func write(dir string, s split, v encode.Vocabulary, l *labels) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	cols := map[string][]int32{}
	add := func(name string, values ...int32) { cols[name] = append(cols[name], values...) }
	cache := map[string]encode.Features{}
	var names []string
	base := int32(0)
	for di, d := range s.docs {
		doc := d.Doc
		names = append(names, d.Name)
		name, role := nameLabels(d), roleLabels(d)
		for i, t := range doc.Tokens {
			form := doc.Word(i)
			f, ok := cache[form]
			if !ok {
				f = v.Form(form)
				cache[form] = f
			}
			add("word", f.Word)
			add("affix", f.Affix[:]...)
			row := make([]int32, encode.MaxNgrams)
			for k := range row {
				row[k] = -1
			}
			copy(row, f.Ngrams)
			add("ngram", row...)
			add("shape", f.Shape)
			add("context", encode.Context(t))
			add("sentence", int32(t.Sentence))
			add("doc", int32(di))
			add("tag", lookup(l.tags, t.Tag))
			upos := int32(missing)
			if d.UPOS {
				upos = lookup(l.upos, t.UPOS)
			}
			add("upos", upos)
			head := int32(-1)
			if t.Head >= 0 {
				head = base + int32(t.Head)
			}
			add("head", head)
			add("rel", lookup(l.rels, t.Rel))
			add("name", name[i])
			add("role", role[i])
			add("start", int32(t.Rune))
			add("end", int32(t.EndRune))
		}
		for _, a := range doc.Found {
			if len(a.Cue) == 0 {
				continue
			}
			cue, source := a.Cue[0], nlp.Range{First: -1 - int(base), Last: -1 - int(base)}
			if len(a.Source) > 0 {
				source = a.Source[0]
			}
			for _, c := range a.Content {
				for _, r := range []nlp.Range{cue, source, c} {
					add("link", base+int32(r.First), base+int32(r.Last))
				}
			}
		}
		base += int32(len(doc.Tokens))
	}
	for name, values := range cols {
		f, err := os.Create(filepath.Join(dir, name+".i32"))
		if err != nil {
			return err
		}
		if err := binary.Write(f, binary.LittleEndian, values); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	return writeJSON(filepath.Join(dir, "meta.json"), map[string]any{"docs": names})
}

func nameLabels(d corpus.Document) []int32 {
	out := make([]int32, len(d.Doc.Tokens))
	if !d.Names {
		for i := range out {
			out[i] = missing
		}
		return out
	}
	number := map[string]int32{"person": 1, "organisation": 3, "place": 5, "misc": 7}
	for _, n := range d.Doc.Names {
		for i := n.First; i < n.Last; i++ {
			out[i] = number[string(n.Kind)] + 1
		}
		out[n.First]--
	}
	return out
}

func roleLabels(d corpus.Document) []int32 {
	out := make([]int32, len(d.Doc.Tokens))
	if !d.Found {
		for i := range out {
			out[i] = missing
		}
		return out
	}
	mark := func(rs []nlp.Range, label int32) {
		for _, r := range rs {
			for i := r.First; i < r.Last; i++ {
				out[i] = label + 1
			}
			out[r.First] = label
		}
	}
	for _, a := range d.Doc.Found {
		mark(a.Content, 5)
	}
	for _, a := range d.Doc.Found {
		mark(a.Source, 1)
		mark(a.Cue, 3)
	}
	return out
}

func writeJSON(path string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return os.WriteFile(path, b, 0o644)
}
