// Package coref tells what a short name, a pronoun or a phrase such as "the spokesman" stands for. In goes a document
// with tokens, sentences, quotation marks, tags, lemmas, heads and names; out come [nlp.Cluster]s, each the token
// ranges that stand for one thing.
//
// The method is a sieve of deterministic passes in one sweep through the text, in the manner of Raghunathan et al.
// ("A Multi-Pass Sieve for Coreference Resolution", EMNLP 2010) and Lee et al. (Computational Linguistics 39(4), 2013):
// names by their words, appositions and titles by the parse, definite phrases by what an antecedent was called,
// pronouns by agreement and then by nearness and syntactic rank (Hobbs 1978; Grosz, Joshi and Weinstein 1995). A
// mention for which no antecedent is good enough gets none. Pronouns look back over a few sentences only, so that the
// time is linear in the length of the text.
//
// Who "I" is inside a quotation depends on who is quoted: call [ResolveSpeakers] once attributions are known.
package coref

import (
	"context"

	"gainsay"
	"gainsay/nlp"
)

// Annotator fills [nlp.Doc].Clusters. It keeps no state, so that one serves any number of goroutines.
type Annotator struct{}

// New makes the annotator.
func New() Annotator { return Annotator{} }

// Name is "coref".
func (Annotator) Name() string { return "coref" }

// Requires lists the layers that coreference reads.
func (Annotator) Requires() []nlp.Layer {
	return []nlp.Layer{nlp.Tokens, nlp.Sentences, nlp.Quotes, nlp.Tags, nlp.Lemmas, nlp.Heads, nlp.Names}
}

// Provides is the clusters.
func (Annotator) Provides() []nlp.Layer { return []nlp.Layer{nlp.Clusters} }

// Annotate sets d.Clusters: one cluster for each thing that has a name or at least two mentions, in the order of their
// first mention. It never returns an error; ctx is looked at by the pipeline between stages.
func (Annotator) Annotate(_ context.Context, d *nlp.Doc) error {
	r := newResolver(d)
	for s := range d.Sentences {
		r.sentence(s)
	}
	r.ahead()
	d.Clusters = r.clusters()
	return nil
}

// clusters gathers the members of each entity.
func (r *resolver) clusters() []nlp.Cluster {
	var out []nlp.Cluster
	for e := range r.entities {
		ent := &r.entities[e]
		if len(ent.members) == 0 || ent.best.First >= ent.best.Last && len(ent.members) < 2 {
			continue
		}
		c := nlp.Cluster{Kind: ent.kind, Best: ent.best}
		for _, m := range ent.members {
			c.Members = append(c.Members, r.mentions[m].Range)
		}
		if c.Best.First >= c.Best.Last {
			c.Best = r.phrase(ent)
		}
		out = append(out, c)
	}
	return out
}

// phrase is the first mention of an unnamed entity that is no pronoun, else its first mention.
func (r *resolver) phrase(e *entity) nlp.Range {
	for _, m := range e.members {
		if r.mentions[m].form != pronoun {
			return r.mentions[m].Range
		}
	}
	return r.mentions[e.members[0]].Range
}

// entity is what one or more mentions stand for.
type entity struct {
	agreement
	kind    gainsay.EntityKind
	outlet  bool
	best    nlp.Range // its fullest name; empty while it has none
	roles   []role    // what it has been called besides
	members []int     // indices into resolver.mentions, in order
}

// role is a common noun that an entity has been called by and the words that went before it: "foreign minister".
type role struct {
	noun      string
	modifiers []string
	possessor int // entity whose it is ("its spokesman"); -1 for none
	closed    bool
}
