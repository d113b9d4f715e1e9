package attribution

import (
	"cmp"
	"slices"

	"gainsay/nlp"
)

// spans are the runs of tokens of each role, in the order of the text.
type spans struct{ sources, cues, contents []nlp.Range }

// spansOf reads the spans off a label sequence; first is the token of labels[0].
func spansOf(labels []uint8, first int) spans {
	var out spans
	for i := 0; i < len(labels); {
		l := labels[i]
		if l == outside {
			i++
			continue
		}
		kind := (l - 1) / 2
		j := i + 1
		for j < len(labels) && labels[j] == insideSource+2*kind {
			j++
		}
		r := nlp.Range{First: first + i, Last: first + j}
		switch kind {
		case 0:
			out.sources = append(out.sources, r)
		case 1:
			out.cues = append(out.cues, r)
		default:
			out.contents = append(out.contents, r)
		}
		i = j
	}
	return out
}

// sortFound orders statements by their first token; where one begins within another's content the outer comes first.
// Inside must not be set yet.
func sortFound(found []nlp.Attribution) {
	slices.SortStableFunc(found, func(a, b nlp.Attribution) int {
		return cmp.Or(cmp.Compare(firstToken(a), firstToken(b)), cmp.Compare(lastToken(b), lastToken(a)))
	})
}

func firstToken(a nlp.Attribution) int {
	first := a.Content[0].First
	for _, rs := range [][]nlp.Range{a.Source, a.Cue} {
		if len(rs) > 0 {
			first = min(first, rs[0].First)
		}
	}
	return first
}

func lastToken(a nlp.Attribution) int {
	last := a.Content[len(a.Content)-1].Last
	for _, rs := range [][]nlp.Range{a.Source, a.Cue} {
		if len(rs) > 0 {
			last = max(last, rs[len(rs)-1].Last)
		}
	}
	return last
}
