package tokenize

import (
	"strings"
	"unicode/utf8"
)

// layout is what has to be known of the whole text before its lines can be read.
type layout struct {
	tokens  int // about how many there will be
	wrapped bool
	width   int // where wrapped: the width to which lines are filled, in code points
}

const (
	minWrap = 40  // narrower columns are lists or verse
	minJoin = 25  // shorter lines are items of a list, whatever the next begins with
	maxWrap = 140 // wider lines are paragraphs
)

// line is what one line of the text tells of the layout.
type line struct {
	indent, width int // in code points; the width includes the indent, and is 0 if the line is blank
	word          int // the width of the first word
	first         class
	item          bool // a bullet or a number begins it
	tokens        int  // about how many
}

// measure reads the text once and decides whether its lines are hard-wrapped, or each line is a paragraph as in most
// news corpora. Lines are wrapped if most that could have taken the next line's first word would have grown wider than
// the column, and if some of the next lines begin in lower case, which paragraphs hardly ever do.
func measure(text string) layout {
	var l layout
	var filled, wanted [maxWrap + 2]int // pairs of lines: by the first one's width; by that with the second one's first word
	var pairs, lowers int
	var prev line
	for from := 0; from < len(text); {
		to := strings.IndexByte(text[from:], '\n')
		if to < 0 {
			to = len(text)
		} else {
			to += from
		}
		next := readLine(text, from, to)
		from = to + 1
		l.tokens += next.tokens
		if prev.width > 0 && next.width > 0 && !next.item && next.indent < prev.indent+2 {
			pairs++
			filled[min(prev.width, maxWrap+1)]++
			wanted[min(prev.width+1+next.word, maxWrap+1)]++
			if next.first == lower {
				lowers++
			}
		}
		prev = next
	}
	if pairs < 3 || lowers*6 < pairs {
		return l
	}
	// The column is the width that all but one line in twenty keep to.
	rest := pairs / 20
	for l.width = maxWrap + 1; l.width > 0 && rest >= filled[l.width]; l.width-- {
		rest -= filled[l.width]
	}
	full := 0
	for w := l.width; w <= maxWrap+1; w++ {
		full += wanted[w]
	}
	l.wrapped = l.width >= minWrap && l.width <= maxWrap && full*2 >= pairs
	return l
}

func readLine(text string, from, to int) line {
	var l line
	columns, words, inWord := 0, 0, false
	for i := from; i < to; i++ {
		switch c := text[i]; {
		case c <= ' ':
			inWord = false
			if c != '\r' {
				columns++
			}
		case c&0xc0 == 0x80: // the rest of a code point
		default:
			if l.width == 0 {
				l.indent = columns
				var r rune
				var n int
				l.first, r, n = at(text, i)
				l.item = isBullet(text, i, r, n) || numbered(text, i)
			}
			if !inWord {
				inWord = true
				words++
				l.tokens++
			} else if c < utf8.RuneSelf && ascii[c] == symbol && (c != text[i-1] || !runs(c)) {
				l.tokens++
			}
			columns++
			l.width = columns
			if words == 1 {
				l.word++
			}
		}
	}
	return l
}

// newBlock tells whether the line break between the line text[from:to], whose paragraph begins at block, and the line at
// next begins a new paragraph. There is no blank line between them; indent is the space before next.
func (l layout) newBlock(text string, block, from, to, next, indent int) bool {
	c, r, n := at(text, next)
	stopped := endsBlock(text, from, to)
	room := 0 // that the first word of the next line would have had to spare
	if l.wrapped {
		word := 0
		for i := next; i < len(text) && text[i] > ' ' && word < l.width; i++ {
			word++
		}
		room = l.width - runes(text, from, to) - 1 - word
	}
	if isBullet(text, next, r, n) {
		// A dash may fall at a line's beginning: "… to calm the markets\n– without success".
		return !l.wrapped || stopped || room > l.width/8 || r > 0x2020
	}
	if stopped && numbered(text, next) && !awaitsNumber(text, from, to) {
		return true
	}
	if !l.wrapped {
		// "… getting them to participate personally\nin caucuses": a stray break within a paragraph.
		return c != lower || stopped || to-block < minJoin
	}
	switch {
	case indent >= 2 && stopped:
		return true
	case room < l.width/8:
		return false
	case c == lower:
		return room > l.width/2 && stopped
	case room < l.width/4:
		return stopped
	}
	return true
}

// awaitsNumber tells whether text[from:to] ends in an abbreviation that a number follows: "… was reached on Aug.\n29."
func awaitsNumber(text string, from, to int) bool {
	if text[to-1] != '.' {
		return false
	}
	word := to - 1
	for word > from && text[word-1] > ' ' && to-word <= longestAbbreviation {
		word--
	}
	k := lookup(text[word : to-1])
	return k == month || k == number
}

// endsBlock tells whether text[from:to] ends as a sentence does.
func endsBlock(text string, from, to int) bool {
	for to > from {
		switch text[to-1] {
		case '.', '?', '!', ':', ';':
			return true
		case '"', '\'', ')', ']':
			to--
		case 0x9d, 0x99: // ” ’
			if to-from < 3 || text[to-3] != 0xe2 || text[to-2] != 0x80 {
				return false
			}
			to -= 3
		default:
			return false
		}
	}
	return false
}

// isBullet tells whether the mark r of n bytes at i is a bullet before an item.
func isBullet(text string, i int, r rune, n int) bool {
	switch r {
	case '•', '‣', '◦', '▪', '■', '●', '▶', '►', '◆', '★', '✓', '✔', '➢', '➤':
		return true
	case '*', '-', '–', '—', '·', '>', '+':
		c, _, _ := at(text, i+n)
		return c == space
	}
	return false
}

// numbered tells whether an item's number or letter, "1." or "(b)" or "iv)", stands at i.
func numbered(text string, i int) bool {
	paren := i < len(text) && text[i] == '('
	if paren {
		i++
	}
	from := i
	for i < len(text) && i-from < 3 && (ascii[text[i]&0x7f].wordy() && text[i] < 0x80) {
		i++
	}
	if i == from || i >= len(text) {
		return false
	}
	if isDigits := digitsOnly(text[from:i]); !isDigits && i-from > 1 {
		return false
	}
	if text[i] != ')' && (paren || text[i] != '.') {
		return false
	}
	c, _, _ := at(text, i+1)
	return c == space
}

func digitsOnly(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// runes counts the code points of text[from:to], up to a width that no column has.
func runes(text string, from, to int) int {
	n := 0
	for i := from; i < to && n <= maxWrap; i++ {
		if text[i]&0xc0 != 0x80 {
			n++
		}
	}
	return n
}
