// Command measure scores the program's own stages, with the weights in the binary, on gold tokens: tags, heads,
// relations and names on the dev splits. Attribution, acts and sentences have scorers of their own; see CONTRIBUTING.md.
//
//	go run ./train/measure -data ../shared/data
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"gainsay/nlp"
	"gainsay/nlp/encode"
	"gainsay/nlp/model"
	"gainsay/nlp/names"
	"gainsay/nlp/parse"
	"gainsay/nlp/tag"
	"gainsay/train/corpus"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the corpora")
	flag.Parse()
	if err := run(*data); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

func run(data string) error {
	stages, err := stages()
	if err != nil {
		return err
	}
	for _, s := range []struct {
		name string
		read func() ([]corpus.Document, error)
	}{
		{"EWT dev", func() ([]corpus.Document, error) {
			return corpus.ReadUD(filepath.Join(data, "ud_ewt", "dev.conllu.gz"))
		}},
		{"GUM dev", func() ([]corpus.Document, error) {
			return corpus.ReadUD(filepath.Join(data, "ud_gum", "dev.conllu.gz"))
		}},
		{"PolNeAR dev", func() ([]corpus.Document, error) { return corpus.ReadPolNeAR(filepath.Join(data, "polnear", "dev")) }},
	} {
		docs, err := s.read()
		if err != nil {
			return err
		}
		var t tally
		for _, d := range docs {
			if err := t.add(d, stages); err != nil {
				return fmt.Errorf("%s: %w", d.Name, err)
			}
		}
		t.print(s.name)
	}
	return nil
}

func stages() ([]nlp.Annotator, error) {
	f, err := model.Embedded()
	if err != nil {
		return nil, err
	}
	encoder, err := encode.New(f)
	if err != nil {
		return nil, err
	}
	tagger, err := tag.New(f)
	if err != nil {
		return nil, err
	}
	parser, err := parse.New(f)
	if err != nil {
		return nil, err
	}
	finder, err := names.New(f)
	if err != nil {
		return nil, err
	}
	return []nlp.Annotator{encoder, tagger, parser, finder}, nil
}

type tally struct {
	words, tag, upos, lemma, uas, las int
	hit, found, gold                  int
	hasUPOS, hasNames                 bool
}

func (t *tally) add(d corpus.Document, stages []nlp.Annotator) error {
	read := d.Doc.Block(0, len(d.Doc.Sentences))
	for _, s := range stages {
		if err := s.Annotate(context.Background(), read); err != nil {
			return err
		}
	}
	for i, want := range d.Doc.Tokens {
		got := read.Tokens[i]
		t.words++
		t.tag += count(got.Tag == want.Tag)
		t.upos += count(got.UPOS == want.UPOS)
		t.lemma += count(got.Lemma == want.Lemma)
		t.uas += count(got.Head == want.Head)
		t.las += count(got.Head == want.Head && got.Rel == want.Rel)
	}
	t.hasUPOS, t.hasNames = t.hasUPOS || d.UPOS, t.hasNames || d.Names
	gold := map[nlp.Name]bool{}
	for _, n := range d.Doc.Names {
		gold[n] = true
	}
	for _, n := range read.Names {
		t.hit += count(gold[n])
	}
	t.found += len(read.Names)
	t.gold += len(gold)
	return nil
}

func count(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

func (t *tally) print(name string) {
	share := func(n int) float64 { return 100 * float64(n) / float64(t.words) }
	fmt.Printf("%-12s XPOS %.2f  lemma %.2f  UAS %.2f  LAS %.2f", name, share(t.tag), share(t.lemma), share(t.uas), share(t.las))
	if t.hasUPOS {
		fmt.Printf("  UPOS %.2f", share(t.upos))
	}
	if t.hasNames {
		fmt.Printf("  names F1 %.2f", 200*float64(t.hit)/float64(t.found+t.gold))
	}
	fmt.Println()
}
