package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gainsay"
)

// mark is one run of a statement's words, to be marked in the text.
type mark struct {
	run
	statement int // index into the statements
	opens     bool
}

// segment is a stretch of a paragraph throughout which the same marks hold.
type segment struct {
	Text  string
	Class string // space-separated CSS classes
	Keys  string // space-separated numbers of the statements, the innermost last
	Refs  []ref  // statements whose words begin here
}

// ref is the number that stands before a statement's words and leads to its card.
type ref struct{ Number, Words, Card string }

// marksOf lists all runs of all statements in the order of the text, the longer first where two begin together.
func marksOf(statements []gainsay.Statement) []mark {
	var out []mark
	for i := range statements {
		for j, r := range runs(&statements[i]) {
			out = append(out, mark{r, i, j == 0})
		}
	}
	slices.SortStableFunc(out, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return out
}

// segmenter cuts paragraph after paragraph into segments. It goes through the text and the marks once.
type segmenter struct {
	index   *gainsay.Index
	pending []mark // that begin further on, ascending
	open    []mark // that hold at the place reached
	ref     func(statement int) ref
}

func (g *segmenter) paragraph(p gainsay.Span) []segment {
	var out []segment
	for at := p.Start; at < p.End; {
		g.open = slices.DeleteFunc(g.open, func(m mark) bool { return m.End <= at })
		var refs []ref
		for len(g.pending) > 0 && g.pending[0].Start <= at {
			m := g.pending[0]
			g.pending = g.pending[1:]
			if m.opens {
				refs = append(refs, g.ref(m.statement))
			}
			if m.End > at {
				g.open = append(g.open, m)
			}
		}
		end := p.End
		if len(g.pending) > 0 {
			end = min(end, g.pending[0].Start)
		}
		for _, m := range g.open {
			end = min(end, m.End)
		}
		out = append(out, g.segment(gainsay.Span{Start: at, End: end}, refs))
		at = end
	}
	return out
}

func (g *segmenter) segment(s gainsay.Span, refs []ref) segment {
	out := segment{Text: shown(g.index.Words(s)), Refs: refs}
	if len(g.open) == 0 {
		return out
	}
	var classes, keys []string
	add := func(list *[]string, s string) {
		if !slices.Contains(*list, s) {
			*list = append(*list, s)
		}
	}
	depth := 0
	for _, m := range g.open {
		add(&classes, roleNames[m.role])
		add(&keys, g.ref(m.statement).Number)
		if m.role == content {
			depth++
			if m.Start == s.Start {
				add(&classes, "begins")
			}
			if m.End == s.End {
				add(&classes, "ends")
			}
		}
	}
	if depth > 1 {
		add(&classes, fmt.Sprintf("deep%d", min(depth, 3)))
	}
	out.Class, out.Keys = strings.Join(classes, " "), strings.Join(keys, " ")
	return out
}

// shown keeps the words as they are, but for control characters, which HTML does not allow.
func shown(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || r == '\r' {
			return ' '
		}
		return visible(r)
	}, text)
}
