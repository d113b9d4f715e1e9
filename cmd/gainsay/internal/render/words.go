package render

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"
	"unicode"

	"gainsay"
)

// role is what words do in a statement.
type role uint8

const (
	none role = iota
	content
	source
	cue
)

var roleNames = [...]string{"", "content", "source", "cue"}

// run is an unbroken stretch of one role in a statement's words.
type run struct {
	gainsay.Span
	role role
}

// runs is the statement's words in the order of the text. Where roles overlap, the smaller thing wins: a cue inside a
// content is shown as a cue.
func runs(s *gainsay.Statement) []run {
	var all []run
	for _, part := range []struct {
		role  role
		spans gainsay.Spans
	}{{cue, s.Cue}, {source, s.Source}, {content, s.Content}} {
		for _, span := range part.spans {
			left := []gainsay.Span{span}
			for _, taken := range all {
				left = without(left, taken.Span)
			}
			for _, l := range left {
				if l.Len() > 0 {
					all = append(all, run{l, part.role})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b run) int { return cmp.Compare(a.Start, b.Start) })
	return all
}

// without cuts one span out of others.
func without(spans []gainsay.Span, cut gainsay.Span) []gainsay.Span {
	var out []gainsay.Span
	for _, s := range spans {
		if !s.Overlaps(cut) {
			out = append(out, s)
			continue
		}
		if s.Start < cut.Start {
			out = append(out, gainsay.Span{Start: s.Start, End: cut.Start})
		}
		if cut.End < s.End {
			out = append(out, gainsay.Span{Start: cut.End, End: s.End})
		}
	}
	return out
}

// first is where the statement's words begin, or its bounds' zero where it has none.
func first(s *gainsay.Statement) int {
	at := -1
	for _, spans := range []gainsay.Spans{s.Source, s.Cue, s.Content} {
		if len(spans) > 0 && (at < 0 || spans[0].Start < at) {
			at = spans[0].Start
		}
	}
	return max(at, 0)
}

// lines finds the line and column, both from 1 and in code points, of an offset.
type lines []int // code point offset of each line's start

func linesOf(text string) lines {
	out := lines{0}
	at := 0
	for _, r := range text {
		at++
		if r == '\n' {
			out = append(out, at)
		}
	}
	return out
}

func (l lines) place(offset int) string {
	i := sort.SearchInts(l, offset+1) - 1
	return fmt.Sprintf("%d:%d", i+1, offset-l[i]+1)
}

// wordCount counts runs of letters, marks and numbers.
func wordCount(text string) int {
	n, inside := 0, false
	for _, r := range text {
		word := unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || inside && (r == '\'' || r == '’' || r == '-')
		if word && !inside {
			n++
		}
		inside = word
	}
	return n
}

// clean makes text safe to show: control characters, which could move a terminal's cursor, and marks that turn the
// direction of what follows become visible; white space becomes single spaces, and a break between paragraphs " ¶ ".
func clean(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	space, breaks := false, 0
	for _, r := range text {
		if unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' {
			space = true
			if r == '\n' || r == '\u2029' {
				breaks++
			}
			continue
		}
		if space {
			if breaks > 1 && b.Len() > 0 {
				b.WriteString(" ¶")
			}
			b.WriteByte(' ')
			space, breaks = false, 0
		}
		b.WriteRune(visible(r))
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// visible shows control characters by their pictures (U+2400 and following).
func visible(r rune) rune {
	switch {
	case r < 0x20:
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	case r >= 0x80 && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return unicode.ReplacementChar
	}
	return r
}

// oneLine is clean text without space at its ends.
func oneLine(text string) string { return strings.TrimSpace(clean(text)) }

// day writes an ISO day the way a newspaper does; anything else stays as it is.
func day(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return oneLine(iso)
	}
	return t.Format("2 January 2006")
}

// count writes "1 statement", "2 statements", "1,024 statements".
func count(n int, thing string) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	if n != 1 {
		thing += "s"
	}
	return s + " " + thing
}

// heading is what a document is called: its title, else its name, else nothing is known of it but that it is one.
func heading(d gainsay.Document) string {
	return cmp.Or(oneLine(d.Title), oneLine(d.Name), "untitled document")
}

// facts is what is known of the document beside its title, in order.
func facts(d gainsay.Document) []string {
	var out []string
	add := func(s string) {
		if s = oneLine(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	add(d.Publisher)
	if s := d.Series; s != nil {
		var parts []string
		if s.Title != d.Publisher {
			parts = append(parts, s.Title)
		}
		if s.Volume > 0 {
			parts = append(parts, fmt.Sprintf("volume %d", s.Volume))
		}
		if s.Issue > 0 {
			parts = append(parts, fmt.Sprintf("issue %d", s.Issue))
		}
		add(strings.Join(parts, ", "))
	}
	add(d.Byline)
	add(day(d.Published))
	if d.Title != "" {
		add(d.Name)
	}
	return out
}

// speaker names whom a statement is attributed to.
func speaker(s *gainsay.Statement) string {
	return cmp.Or(oneLine(s.Speaker.Text), "no speaker stated")
}
