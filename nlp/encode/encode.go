// Package encode turns tokens into vectors: the shared encoder, on which tags, heads, names and attributions are
// decided. In go a document's tokens with their gaps and quotation marks; out comes one vector a token
// ([nlp.Doc].States) that knows its surroundings, across sentences.
//
// # Why one encoder
//
// A tagger, a parser, a name finder and an attribution model that each read the text by themselves would cost four times
// as much and learn less: where a quotation ends is seen from the tree, and where a clause ends from the quotation. So
// the costly part, four layers of bidirectional Simple Recurrent Units (Lei et al., "Simple Recurrent Units for Highly
// Parallelizable Recurrence", EMNLP 2018), runs once, and each task is a thin head on its result. The products do not
// depend on one another along the text, so that a whole document goes through each layer as one matrix.
//
// features.go says what the network sees of a token's form; train/network.py is the same network in training.
package encode

import (
	"context"
	"fmt"
	"sync"

	"gainsay/nlp"
	"gainsay/nlp/model"
)

// Encoder is the annotator. It is immutable but for a cache of word forms and serves many goroutines.
type Encoder struct {
	vocabulary                          Vocabulary
	word, affix, ngram, shape, contexts *model.Embedding
	in, out                             *model.Norm
	layers                              []*model.Recurrent
	dim, form                           int // values of a token's vector; those that depend on its form alone

	cache   formCache
	scratch sync.Pool
}

// New reads the encoder from a weights file.
func New(f *model.File) (*Encoder, error) {
	e := &Encoder{}
	words, err := f.Strings("labels.words")
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	e.vocabulary = NewVocabulary(words)
	for _, t := range []struct {
		name  string
		table **model.Embedding
		rows  int
	}{{"word", &e.word, len(words) + 1}, {"affix", &e.affix, AffixRows}, {"ngram", &e.ngram, NgramRows}, {"shape", &e.shape, ShapeRows}, {"context", &e.contexts, Contexts}} {
		if *t.table, err = f.Embedding(t.name); err != nil {
			return nil, fmt.Errorf("encode: %w", err)
		}
		if got := (*t.table).Rows(); got != t.rows {
			return nil, fmt.Errorf("encode: table %s has %d rows, this program needs %d; use the weights that belong to it", t.name, got, t.rows)
		}
	}
	e.form = e.word.Dim() + e.affix.Dim() + e.ngram.Dim() + e.shape.Dim()
	e.dim = e.form + e.contexts.Dim()
	if e.in, err = f.Norm("norm_in"); err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	if e.out, err = f.Norm("norm_out"); err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	for i := 0; ; i++ {
		name := fmt.Sprintf("layers.%d", i)
		if _, ok := f.Shape(name + ".proj"); !ok {
			break
		}
		l, err := f.Recurrent(name)
		if err != nil {
			return nil, fmt.Errorf("encode: %w", err)
		}
		if l.Dim() != e.dim {
			return nil, fmt.Errorf("encode: layer %d has %d values, want %d", i, l.Dim(), e.dim)
		}
		e.layers = append(e.layers, l)
	}
	if e.in.Dim() != e.dim || e.out.Dim() != e.dim || len(e.layers) == 0 {
		return nil, fmt.Errorf("encode: layers do not fit a vector of %d values", e.dim)
	}
	e.cache.dim = e.form
	e.scratch.New = func() any { return new(model.Scratch) }
	return e, nil
}

// Name is the stage's name in errors.
func (*Encoder) Name() string { return "encode" }

// Requires is tokens and their place in quotations.
func (*Encoder) Requires() []nlp.Layer { return []nlp.Layer{nlp.Tokens, nlp.Quotes} }

// Provides is the states.
func (*Encoder) Provides() []nlp.Layer { return []nlp.Layer{nlp.States} }

// Annotate fills d.States and d.Width. Memory is about 6 KB a token while it runs, so long documents come in blocks.
func (e *Encoder) Annotate(_ context.Context, d *nlp.Doc) error {
	T := len(d.Tokens)
	d.Width = e.dim
	d.States = model.Grow(d.States, T*e.dim)
	if T == 0 {
		return nil
	}
	x := d.States
	for i := range d.Tokens {
		row := x[i*e.dim : (i+1)*e.dim]
		copy(row, e.cache.get(d.Word(i), e.embed))
		place := row[e.form:]
		clear(place)
		e.contexts.AddRow(place, int(Context(d.Tokens[i])))
	}
	e.in.Apply(x, x, T)
	s := e.scratch.Get().(*model.Scratch)
	defer e.scratch.Put(s)
	for _, l := range e.layers {
		l.Apply(x, T, s)
	}
	e.out.Apply(x, x, T)
	return nil
}

// embed adds up the rows of a form's features: word, sum of affixes, mean of n-grams, shape.
func (e *Encoder) embed(form string) []float32 {
	f := e.vocabulary.Form(form)
	out := make([]float32, e.form)
	at := 0
	next := func(t *model.Embedding) []float32 {
		at += t.Dim()
		return out[at-t.Dim() : at]
	}
	e.word.AddRow(next(e.word), int(f.Word))
	affix := next(e.affix)
	for _, r := range f.Affix {
		e.affix.AddRow(affix, int(r))
	}
	ngram := next(e.ngram)
	for _, r := range f.Ngrams {
		e.ngram.AddRow(ngram, int(r))
	}
	if n := float32(len(f.Ngrams)); n > 0 {
		for i := range ngram {
			ngram[i] /= n
		}
	}
	e.shape.AddRow(next(e.shape), int(f.Shape))
	return out
}
