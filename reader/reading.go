package reader

import (
	"fmt"
	"math"

	"gainsay"
	"gainsay/nlp"
	"gainsay/speech"
)

// reading turns the layers of d into the contract's fields.
func (r *Reader) reading(doc gainsay.Document, d *nlp.Doc) *gainsay.Reading {
	out := r.empty(doc)
	out.Notes = append(out.Notes, d.Notes...)
	entity := entities(d, out)
	for i, a := range d.Found {
		l := speech.Label(d, i)
		s := gainsay.Statement{
			ID:     statementID(i),
			Source: d.Spans(a.Source), Cue: d.Spans(a.Cue), Content: d.Spans(a.Content),
			Act: l.Act, Commitment: l.Commitment, Quote: l.Quote,
			Speaker: gainsay.Speaker{Kind: l.Kind, Text: d.Words(l.Speaker)},
			Score:   math.Round(1000*a.Score) / 1000,
		}
		if l.Cluster >= 0 {
			s.Speaker.Entity = entity[l.Cluster]
		}
		if a.Inside >= 0 {
			s.Inside = statementID(a.Inside)
		}
		out.Statements = append(out.Statements, s)
	}
	return out
}

func statementID(i int) gainsay.StatementID {
	return gainsay.StatementID(fmt.Sprintf("s%d", i+1))
}

// entities lists the clusters that have a name, with their mentions; the result maps clusters to entities.
func entities(d *nlp.Doc, out *gainsay.Reading) map[int]gainsay.EntityID {
	ids := map[int]gainsay.EntityID{}
	named := map[nlp.Range]bool{}
	for _, n := range d.Names {
		named[nlp.Range{First: n.First, Last: n.Last}] = true
	}
	for i, c := range d.Clusters {
		if !holdsName(d, c) {
			continue
		}
		e := gainsay.Entity{ID: gainsay.EntityID(fmt.Sprintf("e%d", len(out.Entities)+1)), Kind: c.Kind, Name: d.Words(c.Best)}
		ids[i] = e.ID
		seen := map[string]bool{e.Name: true}
		for _, m := range c.Members {
			if name := d.Words(m); named[m] && !seen[name] {
				seen[name] = true
				e.Aliases = append(e.Aliases, name)
			}
			out.Mentions = append(out.Mentions, gainsay.Mention{Span: d.Span(m), Entity: e.ID})
		}
		out.Entities = append(out.Entities, e)
	}
	return ids
}

func holdsName(d *nlp.Doc, c nlp.Cluster) bool { return c.Kind != "" && c.Best.First < c.Best.Last && d.Tokens[c.Best.Last-1].UPOS == "PROPN" }
