package attribution

import (
	"unicode"

	"gainsay/nlp"
)

// datelineTokens bounds how far into a paragraph a dateline reaches.
const datelineTokens = 16

// outsideDatelines keeps datelines out of every role: in "LISBON, Oct. 9 (Meridian) - The firm denied that …" the source
// is the firm, and the place and the agency say nothing.
func outsideDatelines(d *nlp.Doc, emit []float32) {
	for _, s := range d.Sentences {
		for i := s.First; i < dateline(d, s); i++ {
			row := emit[i*labelCount : (i+1)*labelCount]
			for l := beginSource; l < labelCount; l++ {
				row[l] = -1e4
			}
		}
	}
}

// dateline is the token after the dateline with which sentence s begins; s.First where it begins with none. A dateline
// begins a paragraph with a word in capitals and ends with a dash that stands between spaces.
func dateline(d *nlp.Doc, s nlp.Sentence) int {
	if d.Tokens[s.First].Gap != nlp.GapParagraph || !capitals(d.Word(s.First)) {
		return s.First
	}
	for i := s.First + 1; i+1 < min(s.Last, s.First+datelineTokens); i++ {
		switch d.Word(i) {
		case "-", "--", "–", "—":
			if d.Tokens[i].Gap != nlp.GapNone && d.Tokens[i+1].Gap != nlp.GapNone {
				return i + 1
			}
		}
		if t := &d.Tokens[i]; t.Tag == "MD" || t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" {
			return s.First // "NATO said - and …" is a sentence already
		}
	}
	return s.First
}

// capitals tells whether a word is two letters or more, all of them capitals.
func capitals(word string) bool {
	n := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}
