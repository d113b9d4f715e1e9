// Package tag gives each token its part of speech and its lemma: the Penn tag as UD English uses it, the universal tag,
// and the dictionary form. In go the encoder's states; a linear layer decides each tag by itself, since the states
// already know the surroundings. lemma.go finds lemmas from form and tag by rule.
package tag

import (
	"context"
	"fmt"

	"gainsay/nlp"
	"gainsay/nlp/model"
)

// Tagger is the annotator. It is immutable and serves many goroutines.
type Tagger struct {
	tag, upos   *model.Linear
	tags, uposs []string
}

// New reads the tagger from a weights file.
func New(f *model.File) (*Tagger, error) {
	t := &Tagger{}
	for _, h := range []struct {
		name   string
		layer  **model.Linear
		labels *[]string
	}{{"tag", &t.tag, &t.tags}, {"upos", &t.upos, &t.uposs}} {
		var err error
		if *h.layer, err = f.Linear(h.name); err != nil {
			return nil, fmt.Errorf("tag: %w", err)
		}
		if *h.labels, err = f.Strings("labels." + h.name); err != nil {
			return nil, fmt.Errorf("tag: %w", err)
		}
		if (*h.layer).Out() != len(*h.labels) {
			return nil, fmt.Errorf("tag: layer %s has %d outputs for %d labels", h.name, (*h.layer).Out(), len(*h.labels))
		}
	}
	return t, nil
}

// Name is the stage's name in errors.
func (*Tagger) Name() string { return "tag" }

// Requires is the encoder's states.
func (*Tagger) Requires() []nlp.Layer { return []nlp.Layer{nlp.States} }

// Provides is tags and lemmas.
func (*Tagger) Provides() []nlp.Layer { return []nlp.Layer{nlp.Tags, nlp.Lemmas} }

// Annotate fills Tag, UPOS and Lemma of every token.
func (t *Tagger) Annotate(_ context.Context, d *nlp.Doc) error {
	n := len(d.Tokens)
	if n == 0 {
		return nil
	}
	var q model.Quantised
	q.Set(d.States, n, d.Width)
	scores := make([]float32, n*max(t.tag.Out(), t.upos.Out()))
	t.tag.Apply(scores, &q)
	for i := range d.Tokens {
		d.Tokens[i].Tag = t.tags[model.Argmax(scores[i*t.tag.Out():(i+1)*t.tag.Out()])]
	}
	t.upos.Apply(scores, &q)
	for i := range d.Tokens {
		tok := &d.Tokens[i]
		tok.UPOS = t.uposs[model.Argmax(scores[i*t.upos.Out():(i+1)*t.upos.Out()])]
		tok.Lemma = Lemma(d.Word(i), tok.Tag)
	}
	return nil
}
