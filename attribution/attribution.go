// Package attribution finds who is made to say what: source, cue and content of each attribution, as PolNeAR annotates
// them (Newell et al., "An Attribution Relations Corpus for Political News", LREC 2018). In go the encoder's states, the
// tags and the tree; out come [nlp.Doc].Found, statements made of token ranges.
//
// # How
//
// Every token gets a vector that joins its own state, that of its syntactic head, its relation and its tag; two more
// recurrent layers carry it along the text, across sentences, since a quotation may run over several. On these vectors
// everything is decided: the roles of all tokens as one best sequence of a conditional random field (roles.go), and the
// links by two biaffine choices (links.go): each content chooses its cue, each cue chooses its source or none. A source
// may thus serve two cues ("She denied it and warned of …"), and one cue may hold a content in several pieces.
//
// The same vectors decide a second time within each content: see nested.go.
package attribution

import (
	"context"
	"fmt"
	"sync"

	"gainsay/nlp"
	"gainsay/nlp/model"
)

// Finder is the annotator. It is immutable and serves many goroutines.
type Finder struct {
	self, head *model.Linear
	rel, tag   *model.Embedding
	rels, tags map[string]int
	in, out    *model.Norm
	layers     []*model.Recurrent
	roles      roles // of the statements of the text itself
	inner      roles // of those within a content
	links      links
	scratch    sync.Pool
}

// scratch is the working memory of one document's pass.
type scratch struct {
	model.Scratch
	x, far  []float32
	vectors model.Quantised
}

// New reads the finder from a weights file.
func New(f *model.File) (*Finder, error) {
	a := &Finder{}
	if err := a.read(f); err != nil {
		return nil, fmt.Errorf("attribution: %w", err)
	}
	a.scratch.New = func() any { return new(scratch) }
	return a, nil
}

func (a *Finder) read(f *model.File) (err error) {
	if a.self, err = f.Linear("attr_self"); err != nil {
		return err
	}
	if a.head, err = f.Linear("attr_head"); err != nil {
		return err
	}
	for _, t := range []struct {
		name, labels string
		table        **model.Embedding
		numbers      *map[string]int
	}{{"attr_rel", "labels.rel", &a.rel, &a.rels}, {"attr_tag", "labels.tag", &a.tag, &a.tags}} {
		if *t.table, err = f.Embedding(t.name); err != nil {
			return err
		}
		names, err := f.Strings(t.labels)
		if err != nil {
			return err
		}
		if (*t.table).Rows() != len(names) || (*t.table).Dim() != a.self.Out() {
			return fmt.Errorf("table %s does not fit its labels", t.name)
		}
		*t.numbers = make(map[string]int, len(names))
		for i, n := range names {
			(*t.numbers)[n] = i
		}
	}
	if a.in, err = f.Norm("attr_in"); err != nil {
		return err
	}
	if a.out, err = f.Norm("attr_out"); err != nil {
		return err
	}
	n := a.self.Out()
	for i := 0; ; i++ {
		name := fmt.Sprintf("attr_layers.%d", i)
		if _, ok := f.Shape(name + ".proj"); !ok {
			break
		}
		l, err := f.Recurrent(name)
		if err != nil {
			return err
		}
		if l.Dim() != n {
			return fmt.Errorf("layer %s has %d values, want %d", name, l.Dim(), n)
		}
		a.layers = append(a.layers, l)
	}
	if a.head.Out() != n || a.in.Dim() != n || a.out.Dim() != n {
		return fmt.Errorf("layers do not fit a vector of %d values", n)
	}
	if err = a.roles.read(f, "role", "trans", "trans_start", n); err != nil {
		return err
	}
	if err = a.inner.read(f, "inner", "inner_trans", "inner_start", n); err != nil {
		return err
	}
	return a.links.read(f, n)
}

// Name is the stage's name in errors.
func (*Finder) Name() string { return "attribution" }

// Requires is the encoder's states, tags and heads.
func (*Finder) Requires() []nlp.Layer {
	return []nlp.Layer{nlp.Sentences, nlp.Quotes, nlp.States, nlp.Tags, nlp.Heads}
}

// Provides is the attributions.
func (*Finder) Provides() []nlp.Layer { return []nlp.Layer{nlp.Attributions} }

// Annotate replaces d.Found: statements in the order of their first words, each after the one that holds it.
func (a *Finder) Annotate(_ context.Context, d *nlp.Doc) error {
	d.Found = d.Found[:0]
	if len(d.Tokens) == 0 {
		return nil
	}
	s := a.scratch.Get().(*scratch)
	defer a.scratch.Put(s)
	a.represent(d, s)
	emit := a.roles.scores(&s.vectors)
	withinSentences(d, emit)
	outsideDatelines(d, emit)
	labels := a.roles.best(emit)
	x := &rows{doc: d, x: s.x, width: a.self.Out()}
	d.Found = a.links.statements(spansOf(labels, 0), x, a.roles.sure(emit, labels), 0)
	emit = a.inner.scores(&s.vectors)
	withinSentences(d, emit)
	outsideDatelines(d, emit)
	a.nested(d, x, emit)
	return nil
}

// represent computes the vectors on which roles and links are decided.
func (a *Finder) represent(d *nlp.Doc, s *scratch) {
	T, n := len(d.Tokens), a.self.Out()
	s.Q.Set(d.States, T, d.Width)
	s.x, s.far = model.Grow(s.x, T*n), model.Grow(s.far, T*n)
	a.self.Apply(s.x, &s.Q)
	a.head.Apply(s.far, &s.Q)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		row := s.x[i*n : (i+1)*n]
		if t.Head >= 0 {
			model.Add(row, s.far[t.Head*n:(t.Head+1)*n])
		}
		a.rel.AddRow(row, a.rels[t.Rel])
		a.tag.AddRow(row, a.tags[t.Tag])
	}
	a.in.Apply(s.x, s.x, T)
	for _, l := range a.layers {
		l.Apply(s.x, T, &s.Scratch)
	}
	a.out.Apply(s.x, s.x, T)
	s.vectors.Set(s.x, T, n)
}
