// Package parse gives each token its syntactic head and the relation to it (Universal Dependencies 2). In go the
// encoder's states and the sentences; out come Token.Head and Token.Rel.
//
// Every pair of tokens of a sentence is scored as head and dependent by a biaffine form (Dozat and Manning, "Deep
// Biaffine Attention for Neural Dependency Parsing", ICLR 2017), and the best tree with one root is kept: mostly the
// best head of each token is that tree already, else tree.go finds it. Relations are then labelled one by one.
package parse

import (
	"context"
	"fmt"
	"sync"

	"gainsay/nlp"
	"gainsay/nlp/model"
)

// Parser is the annotator. It is immutable and serves many goroutines.
type Parser struct {
	dep, head, arc, root *model.Linear
	relDep, relHead, rel *model.Linear
	relRoot              []float32
	rels                 []string
	scratch              sync.Pool
}

// scratch is the working memory of one document's pass.
type scratch struct {
	states, q, heads model.Quantised
	a, b, root, pair []float32
	tree             tree
}

// New reads the parser from a weights file.
func New(f *model.File) (*Parser, error) {
	p := &Parser{}
	var err error
	for _, l := range []struct {
		name  string
		layer **model.Linear
	}{{"arc_dep", &p.dep}, {"arc_head", &p.head}, {"arc", &p.arc}, {"arc_root", &p.root}, {"rel_dep", &p.relDep}, {"rel_head", &p.relHead}, {"rel", &p.rel}} {
		if *l.layer, err = f.Linear(l.name); err != nil {
			return nil, fmt.Errorf("parse: %w", err)
		}
	}
	if p.relRoot, err = f.Float32("rel_root", p.relHead.Out()); err != nil {
		return nil, fmt.Errorf("parse: %w", err)
	}
	if p.rels, err = f.Strings("labels.rel"); err != nil {
		return nil, fmt.Errorf("parse: %w", err)
	}
	switch {
	case p.arc.In() != p.dep.Out() || p.arc.Out() != p.head.Out() || p.root.In() != p.dep.Out() || p.root.Out() != 1:
		return nil, fmt.Errorf("parse: the layers for arcs do not fit each other")
	case p.relDep.Out() != p.relHead.Out() || p.rel.In() != p.relDep.Out() || p.rel.Out() != len(p.rels):
		return nil, fmt.Errorf("parse: the layers for relations do not fit each other")
	}
	p.scratch.New = func() any { return new(scratch) }
	return p, nil
}

// Name is the stage's name in errors.
func (*Parser) Name() string { return "parse" }

// Requires is the encoder's states and the sentences.
func (*Parser) Requires() []nlp.Layer { return []nlp.Layer{nlp.States, nlp.Sentences} }

// Provides is heads with relations.
func (*Parser) Provides() []nlp.Layer { return []nlp.Layer{nlp.Heads} }

// Annotate fills Head and Rel of every token; each sentence becomes one tree.
func (p *Parser) Annotate(_ context.Context, d *nlp.Doc) error {
	n := len(d.Tokens)
	if n == 0 {
		return nil
	}
	s := p.scratch.Get().(*scratch)
	defer p.scratch.Put(s)
	s.states.Set(d.States, n, d.Width)
	p.arcs(d, s)
	p.relations(d, s)
	return nil
}

func (p *Parser) arcs(d *nlp.Doc, s *scratch) {
	n := len(d.Tokens)
	s.a, s.b, s.root = model.Grow(s.a, n*p.dep.Out()), model.Grow(s.b, n*p.arc.Out()), model.Grow(s.root, n)
	p.dep.Apply(s.a, &s.states)
	model.ReLU(s.a)
	s.q.Set(s.a, n, p.dep.Out())
	p.root.Apply(s.root, &s.q)
	p.arc.Apply(s.b, &s.q)
	s.q.Set(s.b, n, p.arc.Out())
	s.a = model.Grow(s.a, n*p.head.Out())
	p.head.Apply(s.a, &s.states)
	model.ReLU(s.a)
	s.heads.Set(s.a, n, p.head.Out())
	for _, sent := range d.Sentences {
		m := sent.Last - sent.First
		s.pair = model.Grow(s.pair, m*m)
		model.Pairwise(s.pair, &s.q, &s.heads, sent.First, m, sent.First, m)
		for i, h := range s.tree.best(s.pair, s.root[sent.First:sent.Last], m) {
			if h >= 0 {
				h += sent.First
			}
			d.Tokens[sent.First+i].Head = h
		}
	}
}

func (p *Parser) relations(d *nlp.Doc, s *scratch) {
	n, w := len(d.Tokens), p.relDep.Out()
	s.a, s.b = model.Grow(s.a, n*w), model.Grow(s.b, n*w)
	p.relDep.Apply(s.a, &s.states)
	p.relHead.Apply(s.b, &s.states)
	for i := range d.Tokens {
		head := p.relRoot
		if h := d.Tokens[i].Head; h >= 0 {
			head = s.b[h*w : (h+1)*w]
		}
		model.Add(s.a[i*w:(i+1)*w], head)
	}
	model.ReLU(s.a[:n*w])
	s.q.Set(s.a, n, w)
	k := p.rel.Out()
	s.b = model.Grow(s.b, n*k)
	p.rel.Apply(s.b, &s.q)
	for i := range d.Tokens {
		d.Tokens[i].Rel = p.rels[model.Argmax(s.b[i*k:(i+1)*k])]
		if d.Tokens[i].Head < 0 {
			d.Tokens[i].Rel = "root"
		}
	}
}
