package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gainsay"
)

// wrapWidth is the longest line that a text broken by hand or by a mail program has.
const wrapWidth = 120

// blocks cuts a text into paragraphs to be set one below the other. A line is a paragraph of its own, unless it belongs
// to a group of short lines between blank ones, which is a paragraph that was broken into lines of even length.
func blocks(text string, index *gainsay.Index) []gainsay.Span {
	var out, group []gainsay.Span
	longest := 0
	flush := func() {
		if len(group) > 1 && longest <= wrapWidth && wrapped(group, index) {
			out = append(out, gainsay.Span{Start: group[0].Start, End: group[len(group)-1].End})
		} else {
			out = append(out, group...)
		}
		group, longest = nil, 0
	}
	at := 0
	for line := range strings.Lines(text) {
		n := utf8.RuneCountInString(line)
		body := utf8.RuneCountInString(strings.TrimRight(line, "\r\n"))
		if strings.TrimSpace(line) == "" {
			flush()
		} else {
			group = append(group, gainsay.Span{Start: at, End: at + body})
			longest = max(longest, body)
		}
		at += n
	}
	flush()
	return out
}

// wrapped tells whether each line but the last is so full that the next one's first word did not fit: a poem, a list or
// an address is not.
func wrapped(group []gainsay.Span, index *gainsay.Index) bool {
	widest := 0
	for _, l := range group {
		widest = max(widest, l.Len())
	}
	for i, l := range group[:len(group)-1] {
		next := index.Words(group[i+1])
		word := strings.IndexFunc(strings.TrimLeftFunc(next, unicode.IsSpace), unicode.IsSpace)
		if word < 0 {
			word = len(next)
		}
		if l.Len()+1+word < widest*4/5 {
			return false
		}
	}
	return widest >= 40
}
