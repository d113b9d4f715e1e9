package reader

import (
	"fmt"
	"math"

	"gainsay"
	"gainsay/nlp"
	"gainsay/speech"
)

// add turns the layers of d, which begins at code point base of the document, into the contract's fields.
func add(out *gainsay.Reading, d *nlp.Doc, base int) {
	for _, n := range d.Notes {
		n.Span = moved(n.Span, base)
		out.Notes = append(out.Notes, n)
	}
	entity := entities(d, out, base)
	labels := speech.All(d)
	ids := make([]gainsay.StatementID, len(d.Found)) // empty for what is left out
	for i, l := range labels {
		a := d.Found[i]
		if a.Inside >= 0 && !reported(l, a.Score) {
			continue
		}
		ids[i] = gainsay.StatementID(fmt.Sprintf("s%d", len(out.Statements)+1))
		s := gainsay.Statement{
			ID:     ids[i],
			Source: spans(d, a.Source, base), Cue: spans(d, a.Cue, base), Content: spans(d, a.Content, base),
			Act: l.Act, Commitment: l.Commitment, Quote: l.Quote,
			Speaker: gainsay.Speaker{Entity: entity[l.Speaker.Cluster], Kind: l.Speaker.Kind, Text: l.Speaker.Text},
			Score:   math.Round(1000*a.Score) / 1000,
		}
		if a.Inside >= 0 {
			s.Inside = ids[a.Inside]
		}
		out.Statements = append(out.Statements, s)
	}
}

// leastReported is the least score of a statement within another's content: what was learned without gold has to be surer.
const leastReported = 0.65

// reported tells whether a statement within another's content is shown: it has to be a report of what somebody said or
// did with words. What others think or want, as the speaker tells it, stays part of what the speaker says.
func reported(l speech.Labels, score float64) bool {
	switch l.Act {
	case gainsay.Believe, gainsay.Other, gainsay.Decline:
		return false
	}
	return score >= leastReported
}

func spans(d *nlp.Doc, rs []nlp.Range, base int) gainsay.Spans {
	out := d.Spans(rs)
	for i := range out {
		out[i] = moved(out[i], base)
	}
	return out
}

func moved(s gainsay.Span, by int) gainsay.Span {
	return gainsay.Span{Start: s.Start + by, End: s.End + by}
}

// entities lists the clusters that have a name, with their mentions; the result maps clusters to entities.
func entities(d *nlp.Doc, out *gainsay.Reading, base int) map[int]gainsay.EntityID {
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
			out.Mentions = append(out.Mentions, gainsay.Mention{Span: moved(d.Span(m), base), Entity: e.ID})
		}
		out.Entities = append(out.Entities, e)
	}
	return ids
}

// holdsName tells whether the best name of a cluster is a proper name.
func holdsName(d *nlp.Doc, c nlp.Cluster) bool {
	for i := c.Best.First; i < c.Best.Last; i++ {
		if d.Tokens[i].UPOS == "PROPN" {
			return true
		}
	}
	return false
}
