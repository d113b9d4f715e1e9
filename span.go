package gainsay

import (
	"encoding/json"
	"fmt"
	"sort"
	"unicode/utf8"
)

// Span is a half-open range [Start, End) of a document's stored text, counted in Unicode code points as the W3C
// TextPositionSelector counts (Web Annotation Data Model, section 4.2.2). In JSON it is the pair [start, end].
type Span struct {
	Start, End int
}

// Len is the number of code points that the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps tells whether the two spans share a code point.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Contains tells whether o lies wholly within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// MarshalJSON writes the span as [start, end].
func (s Span) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil
}

// UnmarshalJSON reads [start, end]; it refuses a pair that runs backwards or begins before 0.
func (s *Span) UnmarshalJSON(data []byte) error {
	var pair [2]int
	if err := json.Unmarshal(data, &pair); err != nil {
		return fmt.Errorf("span: want [start, end]: %w", err)
	}
	if pair[0] < 0 || pair[1] < pair[0] {
		return fmt.Errorf("span: [%d, %d] is not a range", pair[0], pair[1])
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}

// Spans is one span that may be discontinuous: its runs in ascending order, none touching another. Empty means that
// the words are not there: a statement whose source its sentence does not name has an empty source.
type Spans []Span

// MarshalJSON writes the runs; an empty span is [], never null.
func (ss Spans) MarshalJSON() ([]byte, error) {
	if len(ss) == 0 {
		return []byte("[]"), nil
	}
	return json.Marshal([]Span(ss))
}

// Bounds is the smallest unbroken span that covers all runs; the zero Span where there are none.
func (ss Spans) Bounds() Span {
	if len(ss) == 0 {
		return Span{}
	}
	return Span{ss[0].Start, ss[len(ss)-1].End}
}

// Overlaps tells whether any run of ss shares a code point with any run of o.
func (ss Spans) Overlaps(o Spans) bool {
	for _, a := range ss {
		for _, b := range o {
			if a.Overlaps(b) {
				return true
			}
		}
	}
	return false
}

// Index finds code point offsets in a text that is held as UTF-8. Its methods answer in O(log n); it keeps one int
// for every 64 code points and nothing else of the text. The zero value serves the empty text.
type Index struct {
	text  string
	every []int // byte offset of code point 64*i
	runes int
}

const indexStep = 64

// NewIndex reads text once. Invalid UTF-8 counts one code point a byte, as Go's range does.
func NewIndex(text string) *Index {
	x := &Index{text: text}
	for i := range text {
		if x.runes%indexStep == 0 {
			x.every = append(x.every, i)
		}
		x.runes++
	}
	return x
}

// Runes is the length of the text in code points.
func (x *Index) Runes() int { return x.runes }

// Byte is the byte offset of the code point at offset r; len(text) for r at or past the end.
func (x *Index) Byte(r int) int {
	if r >= x.runes {
		return len(x.text)
	}
	at := x.every[r/indexStep]
	for range r % indexStep {
		_, n := utf8.DecodeRuneInString(x.text[at:])
		at += n
	}
	return at
}

// Rune is the code point offset of the byte at offset b, which has to lie on a code point boundary.
func (x *Index) Rune(b int) int {
	if b >= len(x.text) {
		return x.runes
	}
	i := sort.SearchInts(x.every, b+1) - 1
	return i*indexStep + utf8.RuneCountInString(x.text[x.every[i]:b])
}

// Words is the text that s covers. It is empty where s lies outside the text.
func (x *Index) Words(s Span) string {
	if s.Start < 0 || s.End > x.runes || s.Start >= s.End {
		return ""
	}
	return x.text[x.Byte(s.Start):x.Byte(s.End)]
}
