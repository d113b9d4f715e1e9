package tokenize

import (
	"unicode/utf8"

	"gainsay/nlp"
)

// split groups the tokens into sentences and paragraphs, and sets each token's Sentence.
func split(text string, tokens []nlp.Token) []nlp.Sentence {
	p := splitter{text: text, tokens: tokens}
	p.sentences = make([]nlp.Sentence, 0, len(tokens)/20+1)
	for first := 0; first < len(tokens); {
		last := first + 1
		for last < len(tokens) && tokens[last].Gap != nlp.GapParagraph {
			last++
		}
		p.paragraph(first, last)
		p.count++
		first = last
	}
	return p.sentences
}

type splitter struct {
	text      string
	tokens    []nlp.Token
	sentences []nlp.Sentence
	count     int // paragraphs so far
}

func (p *splitter) word(i int) string { return p.text[p.tokens[i].Start:p.tokens[i].End] }

// class is the class of the token's first letter or mark.
func (p *splitter) class(i int) class {
	c, _, _ := at(p.text, p.tokens[i].Start)
	return c
}

// paragraph splits tokens [first, last).
func (p *splitter) paragraph(first, last int) {
	from := first
	for i := first; i < last; {
		end := p.end(from, i, first, last)
		if end == 0 {
			i++
			continue
		}
		p.sentence(from, end)
		from, i = end, end
	}
	if from < last {
		p.sentence(from, last)
	}
}

// longest is the most tokens that a sentence holds, so that what later stages do stays linear in the text.
const longest = 400

// sentence adds tokens [first, last), in pieces if they are too many.
func (p *splitter) sentence(first, last int) {
	for last-first > longest {
		cut := p.cut(first)
		p.add(first, cut)
		first = cut
	}
	p.add(first, last)
}

func (p *splitter) add(first, last int) {
	for i := first; i < last; i++ {
		p.tokens[i].Sentence = len(p.sentences)
	}
	p.sentences = append(p.sentences, nlp.Sentence{First: first, Last: last, Paragraph: p.count})
}

// cut is the best place to cut a sentence that is too long: behind the strongest mark of the second half of what it may
// hold, the last such.
func (p *splitter) cut(first int) int {
	best, strength := first+longest, 0
	for i := first + longest - 1; i >= first+longest/2; i-- {
		if s := p.strength(i); s > strength {
			best, strength = i+1, s
		}
	}
	return best
}

func (p *splitter) strength(i int) int {
	switch p.word(i) {
	case ".", "?", "!":
		return 6
	case ";":
		return 5
	case "|", "•", "...", "…":
		return 4
	case ":", "—", "–", "--":
		return 3
	case ",":
		return 2
	case ")", "]", "}":
		return 1
	}
	return 0
}

// end is where the sentence that began at from ends, if token i ends it (closing marks after it included), or 0. The
// paragraph is [first, last).
func (p *splitter) end(from, i, first, last int) int {
	t := p.tokens[i]
	switch c := p.text[t.End-1]; {
	case c == '.' || c == '!' || c == '?':
	case c == 0xa6 && p.word(i) == "…": // an ellipsis
	case c == 0x82 && p.word(i) == "。", c == 0x9f && (p.word(i) == "？" || p.word(i) == "؟"):
	case c == ')' || c == ']':
		return p.citation(from, i, first, last)
	default:
		if i+1 < last && bullet(p.text, p.tokens[i+1]) {
			return i + 1
		}
		return 0
	}
	n := t.End - t.Start
	word := p.text[t.Start:t.End]
	// Closing quotation marks and brackets belong to the sentence; so do more terminators.
	next := i + 1
	quoted := false
	for next < last {
		kind := p.closer(next, last)
		if kind == 0 {
			break
		}
		quoted = quoted || kind == closeQuote
		next++
	}
	if next >= last {
		return last
	}
	after := p.class(next)
	if p.tokens[next].Gap == nlp.GapNone && next == i+1 && after != upper {
		return 0 // "Yahoo!'s", "?!"
	}
	switch {
	case n == 1 && word == ".":
		if !p.resumes(next, last) {
			return next
		}
		return 0
	case word[n-1] != '.' && !ellipsis(word): // ? !
		if p.resumes(next, last) || quoted && p.saying(next, last) {
			return 0
		}
		return next
	case ellipsis(word):
		if (after == upper && (quoted || p.starter(next))) || p.opener(next, last) {
			return next
		}
		return 0
	case i == first && digitsOnly(word[:n-1]):
		return 0 // an item's number
	}
	// An abbreviation: it ends the sentence if what follows begins one.
	w := word[:n-1]
	for k := len(w) - 1; k >= 0; k-- {
		if w[k] == '-' || w[k] == '/' {
			w = w[k+1:]
			break
		}
	}
	switch lookup(w) {
	case title, inner, number:
		return 0
	case none:
		if utf8.RuneCountInString(w) == 1 {
			return 0 // an initial
		}
	}
	if p.starter(next) || quoted && after == upper {
		return next
	}
	if p.opener(next, last) && next+1 < last && p.starter(next+1) {
		return next
	}
	return 0
}

func ellipsis(w string) bool { return w == "…" || len(w) > 1 && w[0] == '.' && w[1] == '.' }

func bullet(text string, t nlp.Token) bool {
	if t.Gap == nlp.GapNone || t.End-t.Start != 3 {
		return false
	}
	c, _, _ := at(text, t.End)
	r, n := utf8.DecodeRuneInString(text[t.Start:t.End])
	return c == space && r != '–' && r != '—' && isBullet(text, t.Start, r, n)
}

type closing uint8

const (
	closeBracket closing = iota + 1
	closeQuote
)

// closer tells whether token i closes a quotation or bracket, as far as its neighbours show.
func (p *splitter) closer(i, last int) closing {
	t := p.tokens[i]
	switch p.word(i) {
	case "”", "»", "''", "’", "›":
		return closeQuote
	case "\"", "'":
		if t.Gap == nlp.GapNone && (i+1 >= last || p.tokens[i+1].Gap != nlp.GapNone || p.class(i+1) == symbol) {
			return closeQuote
		}
	case ")", "]", "}":
		return closeBracket
	}
	return 0
}

// opener tells whether token i opens a quotation or bracket.
func (p *splitter) opener(i, last int) bool {
	switch p.word(i) {
	case "“", "‘", "«", "„", "``", "(", "[", "‹":
		return true
	case "\"", "'":
		return p.tokens[i].Gap != nlp.GapNone && i+1 < last && p.tokens[i+1].Gap == nlp.GapNone
	}
	return false
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
