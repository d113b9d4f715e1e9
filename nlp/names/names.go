// Package names finds proper names: people, organisations, places and others (nationalities, events, works). In go the
// encoder's states; out come token ranges with their class ([nlp.Doc].Names). A linear layer scores the labels of the
// IOB2 scheme; the best sequence in which no name begins inside is found by the Viterbi algorithm.
package names

import (
	"context"
	"fmt"
	"math"
	"strings"

	"gainsay"
	"gainsay/nlp"
	"gainsay/nlp/model"
)

// Finder is the annotator. It is immutable and serves many goroutines.
type Finder struct {
	layer *model.Linear
	kinds []gainsay.EntityKind // of label 1+2k (begin) and 2+2k (inside)
}

// New reads the finder from a weights file.
func New(f *model.File) (*Finder, error) {
	layer, err := f.Linear("name")
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	labels, err := f.Strings("labels.name")
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	if layer.Out() != len(labels) || len(labels)%2 != 1 {
		return nil, fmt.Errorf("names: %d outputs for %d labels", layer.Out(), len(labels))
	}
	out := &Finder{layer: layer}
	for i := 1; i < len(labels); i += 2 {
		kind, begins := strings.CutPrefix(labels[i], "B-")
		if !begins || labels[i+1] != "I-"+kind {
			return nil, fmt.Errorf("names: labels %s, %s are no pair", labels[i], labels[i+1])
		}
		out.kinds = append(out.kinds, gainsay.EntityKind(kind))
	}
	return out, nil
}

// Name is the stage's name in errors.
func (*Finder) Name() string { return "names" }

// Requires is the encoder's states and the sentences, which no name crosses.
func (*Finder) Requires() []nlp.Layer { return []nlp.Layer{nlp.States, nlp.Sentences} }

// Provides is the names.
func (*Finder) Provides() []nlp.Layer { return []nlp.Layer{nlp.Names} }

// Annotate replaces d.Names.
func (f *Finder) Annotate(_ context.Context, d *nlp.Doc) error {
	d.Names = d.Names[:0]
	n := len(d.Tokens)
	if n == 0 {
		return nil
	}
	var q model.Quantised
	q.Set(d.States, n, d.Width)
	scores := make([]float32, n*f.layer.Out())
	f.layer.Apply(scores, &q)
	var back []int16
	for _, s := range d.Sentences {
		back = f.sentence(d, s, scores, back)
	}
	return nil
}

// sentence decodes one sentence and appends its names. An inside label may follow only its own kind; all else is free.
func (f *Finder) sentence(d *nlp.Doc, s nlp.Sentence, scores []float32, back []int16) []int16 {
	k, T := f.layer.Out(), s.Last-s.First
	if cap(back) < T*k {
		back = make([]int16, T*k)
	}
	back = back[:T*k]
	cur, next := make([]float32, k), make([]float32, k)
	low := float32(math.Inf(-1))
	for t := range T {
		emit := scores[(s.First+t)*k : (s.First+t+1)*k]
		best := model.Argmax(cur)
		for l := range k {
			from, v := best, cur[best]
			if l > 0 && l%2 == 0 {
				from, v = l, cur[l]
				if cur[l-1] > v {
					from, v = l-1, cur[l-1]
				}
				if t == 0 {
					v = low
				}
			}
			back[t*k+l], next[l] = int16(from), v+emit[l]
		}
		cur, next = next, cur
	}
	labels := make([]int16, T)
	l := int16(model.Argmax(cur))
	for t := T - 1; t >= 0; t-- {
		labels[t] = l
		l = back[t*k+int(l)]
	}
	for t := 0; t < T; t++ {
		if labels[t] == 0 {
			continue
		}
		first, kind := t, (labels[t]-1)/2
		for t+1 < T && labels[t+1] == 2+2*kind {
			t++
		}
		d.Names = append(d.Names, nlp.Name{First: s.First + first, Last: s.First + t + 1, Kind: f.kinds[kind]})
	}
	return back
}
