package attribution

import (
	"cmp"
	"slices"

	"gainsay/nlp"
)

// leastNested is the least number of tokens of a content that can hold a statement of its own.
const leastNested = 5

// nested looks for statements within the contents of those found and puts all in the order of the text, each after the
// one that holds it, Inside set. emit are the scores of the inner roles.
//
// PolNeAR does not annotate a statement within another's content: to its annotators "he said that she had denied it" is
// one attribution. The inner roles were therefore learned from what the outer ones find when a content is read by
// itself (train/nested.py). A first person within a quotation is not looked for again: “I think” is the same speaker.
func (a *Finder) nested(d *nlp.Doc, x *rows, emit []float32) {
	outer := len(d.Found)
	for i := range outer {
		for _, c := range d.Found[i].Content {
			if c.Last-c.First < leastNested {
				continue
			}
			part := emit[c.First*labelCount : c.Last*labelCount]
			labels := a.inner.best(part)
			found := spansOf(labels, c.First)
			for _, s := range a.links.statements(found, x, a.inner.sure(part, labels), c.First) {
				s.Inside = i
				s.Score *= d.Found[i].Score
				d.Found = append(d.Found, s)
			}
		}
	}
	order(d)
}

// order sorts statements by their first token, one that holds another before it, and follows Inside along.
func order(d *nlp.Doc) {
	at := make([]int, len(d.Found)) // old indexes in their new order
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(i, j int) int {
		p, q := i, j // the statements of the text itself that i and j are or lie in
		if in := d.Found[i].Inside; in >= 0 {
			p = in
		}
		if in := d.Found[j].Inside; in >= 0 {
			q = in
		}
		if p != q {
			return cmp.Or(cmp.Compare(firstToken(d.Found[p]), firstToken(d.Found[q])), cmp.Compare(p, q))
		}
		if i == p || j == p {
			return cmp.Compare(btoi(i != p), btoi(j != p))
		}
		return cmp.Compare(firstToken(d.Found[i]), firstToken(d.Found[j]))
	})
	moved := make([]int, len(at))
	for now, old := range at {
		moved[old] = now
	}
	sorted := make([]nlp.Attribution, len(at))
	for now, old := range at {
		sorted[now] = d.Found[old]
		if in := sorted[now].Inside; in >= 0 {
			sorted[now].Inside = moved[in]
		}
	}
	d.Found = sorted
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
