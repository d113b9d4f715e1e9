package tokenize

import (
	"unicode/utf8"

	"gainsay/nlp"
)

// end is where the sentence that began at from ends, if token i ends it (what closes behind it included), or 0. The
// paragraph is [first, last).
func (p *splitter) end(from, i, first, last int) int {
	t := p.tokens[i]
	word := p.text[t.Start:t.End]
	n := t.End - t.Start
	switch word[n-1] {
	case '.', '!', '?', 0xa6, 0x82, 0x9f: // the last bytes of … 。 ？ ؟
	case ')', ']':
		return p.citation(from, i, first, last)
	default:
		if i+1 < last && bullet(p.text, p.tokens[i+1]) {
			return i + 1
		}
		return 0
	}
	kind := p.terminator(from, i, first, last, word)
	if kind == goesOn {
		return 0
	}
	next, quoted := p.closing(i+1, last)
	if next >= last {
		return last
	}
	after := p.class(next)
	if p.tokens[next].Gap == nlp.GapNone && next == i+1 && after != upper {
		return 0 // "Yahoo!'s"
	}
	if p.resumes(next, last) {
		return 0
	}
	ends := true
	switch kind {
	case loud:
		ends = !(quoted && p.saying(next, last)) && !p.year(next, last)
	case dots:
		ends = after == upper && (quoted || p.starter(next)) ||
			p.opener(next, last) && next+1 < last && p.class(next+1) != lower
	case shortened:
		ends = p.starter(next) || after == upper && (quoted || p.alone(from, i, word)) ||
			p.opener(next, last) && next+1 < last && p.starter(next+1)
	}
	if !ends {
		return 0
	}
	return next
}

// terminator is the way in which a token may end a sentence.
type terminator uint8

const (
	goesOn    terminator = iota // it does not
	full                        // a stop
	loud                        // a question or exclamation mark
	dots                        // an ellipsis
	shortened                   // the stop of an abbreviation
)

// terminator says how token i, whose text is word, may end the sentence.
func (p *splitter) terminator(from, i, first, last int, word string) terminator {
	switch word {
	case ".":
		if i+1 < last && p.word(i+1) == "." {
			return goesOn // ". . ."
		}
		if i > from && p.word(i-1) == "." {
			if i >= from+3 && p.word(i-2) == "." && p.word(i-3) == "." {
				return full // "combat. . . . If": a stop and an ellipsis
			}
			return p.leading(from, i)
		}
		if i == first+2 && captions[p.word(first)] && p.class(first+1) == digit {
			return goesOn // "Figure 1. Arms deliveries by year"
		}
		return full
	case "…":
		return p.leading(from, i)
	case "。", "？", "؟":
		return full
	}
	switch word[len(word)-1] {
	case '!', '?':
		return loud
	case '.':
	default:
		return goesOn
	}
	w := word[:len(word)-1]
	if w[0] == '.' {
		return p.leading(from, i)
	}
	if i == first && w[0] >= '0' && w[0] <= '9' {
		return goesOn // an item's number
	}
	switch lookup(lastPart(w)) {
	case title, inner, number:
		return goesOn
	case none:
		if utf8.RuneCountInString(lastPart(w)) == 1 {
			return goesOn // an initial
		}
	}
	return shortened
}

var captions = set(`Figure Fig. Table Chapter Part Section Article Listing Box Appendix Exhibit Annex`)

// leading is dots, unless the ellipsis at i begins its sentence: “… that is a judgment issue”.
func (p *splitter) leading(from, i int) terminator {
	for k := i - 1; k >= from; k-- {
		if w := p.word(k); i-k > 4 || w != "." && !p.opener(k, i+1) {
			return dots
		}
	}
	return goesOn
}

// lastPart is what follows the last hyphen or slash of an abbreviation.
func lastPart(w string) string {
	for k := len(w) - 1; k >= 0; k-- {
		if w[k] == '-' || w[k] == '/' {
			return w[k+1:]
		}
	}
	return w
}

// alone tells whether the abbreviation at i, which a capital follows, is one that a name does not usually go with: "etc.",
// or a state behind its town, which would have a comma after it if the sentence went on ("Fresno, Calif. Smith …").
func (p *splitter) alone(from, i int, word string) bool {
	switch word {
	case "etc.":
		return true
	case "N.Y.", "N.J.", "N.C.", "S.C.", "N.D.", "S.D.", "N.M.", "N.H.", "R.I.", "D.C.":
	default:
		if lookup(word[:len(word)-1]) != place {
			return false
		}
	}
	return i > from && p.word(i-1) == ","
}

// closing is the first token at or after i that does not close what ended before it, and whether a quotation was closed.
// "(… how it works!). Then": a second terminator behind a bracket belongs to it too.
func (p *splitter) closing(i, last int) (next int, quoted bool) {
	from, more := i, 3
	for i < last {
		kind, n := p.closer(i, last)
		if n == 0 && i > from && more > 0 && p.tokens[i].Gap == nlp.GapNone {
			switch p.word(i) {
			case ".", "?", "!":
				more--
				n = 1
			}
		}
		if n == 0 {
			break
		}
		quoted = quoted || kind == closeQuote
		i += n
	}
	return i, quoted
}

// year tells whether a year in brackets stands at i: "the musical Viva! (1965), and …".
func (p *splitter) year(i, last int) bool {
	return i+1 < last && p.word(i) == "(" && len(p.word(i+1)) == 4 && digitsOnly(p.word(i+1))
}

// bullet tells whether the token is a bullet in the middle of a line, which begins an item.
func bullet(text string, t nlp.Token) bool {
	if t.Gap == nlp.GapNone || t.End-t.Start != 3 {
		return false
	}
	c, _, _ := at(text, t.End)
	r, n := utf8.DecodeRuneInString(text[t.Start:t.End])
	return c == space && r != '–' && r != '—' && isBullet(text, t.Start, r, n)
}

// closed is what a token closes.
type closed uint8

const (
	closeBracket closed = iota + 1
	closeQuote
)

// closer tells whether token i closes a quotation or bracket, and by how many tokens: a reference in square brackets,
// "[17]" or "[citation needed]", belongs to the sentence before it as a closing mark does.
func (p *splitter) closer(i, last int) (closed, int) {
	switch w := p.word(i); w {
	case ")", "]", "}":
		return closeBracket, 1
	case "[":
		for n := 2; n <= 5 && i+n < last; n++ {
			if p.word(i+n) == "]" && (p.class(i+1) == digit || p.class(i+1) == lower) {
				return closeBracket, n + 1
			}
		}
	case ":)", ":-)", ":(", ":-(", ";)", ";-)", ":D":
		return closeBracket, 1
	default:
		if q := p.quote(i, last, w); q < 0 {
			return closeQuote, 1
		}
	}
	return 0, 0
}

// opener tells whether token i opens a quotation or bracket.
func (p *splitter) opener(i, last int) bool {
	switch w := p.word(i); w {
	case "(", "[":
		return true
	default:
		return p.quote(i, last, w) > 0
	}
}

// quote is 1 if token i, whose text is w, opens a quotation, -1 if it closes one, 0 if it does neither. The space on its
// sides decides before its shape, for writers mix the shapes up: ”Mr. Smith is …“.
func (p *splitter) quote(i, last int, w string) int {
	shape := 0
	switch w {
	case "“", "‘", "«", "„", "``", "‹":
		shape = 1
	case "”", "’", "»", "''", "›":
		shape = -1
	case "\"", "'":
	default:
		return 0
	}
	before := p.tokens[i].Gap != nlp.GapNone
	after := i+1 >= last || p.tokens[i+1].Gap != nlp.GapNone
	switch {
	case before && !after:
		return 1
	case after && !before:
		return -1
	case shape == 0 && !before && p.class(i+1) == symbol:
		return -1
	}
	return shape
}

// resumes tells whether what begins at token i goes on with the sentence before it: “Why?” he asked.
func (p *splitter) resumes(i, last int) bool {
	switch p.class(i) {
	case lower:
		for _, r := range p.word(i) {
			if r >= 'A' && r <= 'Z' {
				return false // iPhone, eBay
			}
		}
		return true
	case symbol:
		switch p.word(i) {
		case ",", ";", ":", "–", "—", "--", "-", "/", "%", ")", "]", "’s", "'s":
			return true
		}
	}
	return false
}

// starter tells whether token i is a word that begins sentences and hardly ever a name.
func (p *splitter) starter(i int) bool { return starters[p.word(i)] }

// saying tells whether a speaker's name and a verb of saying begin at token i: “Why?” Obama asked.
func (p *splitter) saying(i, last int) bool {
	for n := 0; n < 4 && i < last; n++ {
		if sayings[p.word(i)] {
			return n > 0
		}
		if p.class(i) != upper {
			return false
		}
		i++
	}
	return i < last && sayings[p.word(i)]
}

var sayings = set(`said says asked asks wrote writes tweeted added adds told replied replies wondered exclaimed shouted
	yelled responded recalled quipped joked demanded continued screamed cried chanted insisted argued declared`)

// citation is where a citation in brackets ends that is a sentence of its own: "… with Moscow. (Itar-Tass, February 26)
// Only a few days later …". A bracket that begins its paragraph is a dateline: "(Reuters) The …".
func (p *splitter) citation(from, i, first, last int) int {
	if from == first || i+1 >= last || p.tokens[i+1].Gap == nlp.GapNone || i-from > 40 {
		return 0
	}
	if w := p.word(from); w != "(" && w != "[" {
		return 0
	}
	depth := 0
	for k := from; k <= i; k++ {
		switch p.word(k) {
		case "(", "[":
			depth++
		case ")", "]":
			depth--
		}
		if depth == 0 && k < i {
			return 0 // another bracket
		}
	}
	if depth > 0 {
		return 0
	}
	if c := p.class(i + 1); c == upper || c == digit || p.opener(i+1, last) {
		return i + 1
	}
	return 0
}
