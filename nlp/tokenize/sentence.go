package tokenize

import "gainsay/nlp"

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
