package attribution

import "gainsay/nlp"

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

// firstToken is the first token of any part of a statement.
func firstToken(a nlp.Attribution) int {
	first := a.Content[0].First
	for _, rs := range [][]nlp.Range{a.Source, a.Cue} {
		if len(rs) > 0 {
			first = min(first, rs[0].First)
		}
	}
	return first
}
