package tokenize

// layout is what has to be known of the whole text before its lines can be read.
type layout struct {
	chunks  int // stretches without white space
	wrapped bool
	width   int // where wrapped: the width to which lines are filled, in code points
}

const (
	minWrap = 40  // narrower columns are lists or verse
	minJoin = 25  // shorter lines are items of a list, whatever the next begins with
	maxWrap = 140 // wider lines are paragraphs
)

// measure reads the text once and decides whether its lines are hard-wrapped, or each line is a paragraph as in most
// news corpora. Lines are wrapped if most that could have taken the next line's first word would have grown wider than
// the column, and if enough of the next lines begin in lower case, which paragraphs hardly ever do.
func measure(text string) layout {
	var l layout
	var filled, wanted [maxWrap + 2]int // lines by width; lines by width with the next line's first word
	var joined, lowerStart int
	width, word, blank := 0, 0, true // of the line so far: width, first word's width, nothing but space
	prev := -1                       // width of the line before, -1 if there is none or it is blank
	inWord, firstWord, first := false, true, symbol
	indent := 0
	end := func() {
		if !blank {
			if prev >= 0 {
				joined++
				filled[min(prev, maxWrap+1)]++
				wanted[min(prev+1+word, maxWrap+1)]++
				if first == lower {
					lowerStart++
				}
			}
			prev = width
		} else {
			prev = -1
		}
		width, word, blank, indent, firstWord, inWord = 0, 0, true, 0, true, false
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == '\n':
			end()
		case c <= ' ':
			if blank {
				indent++
			}
			if inWord {
				firstWord = false
			}
			inWord = false
			indent++
		case c&0xc0 == 0x80: // the rest of a code point
		default:
			if blank {
				blank, indent = false, 0
				first, _, _ = at(text, i)
			}
			if !inWord {
				inWord = true
				l.chunks++
			}
			width += 1 + indent
			indent = 0
			if firstWord {
				word++
			}
		}
	}
	end()
	if joined < 3 || lowerStart*3 < joined {
		return l
	}
	// The column is the width that all but one line in twenty keep to.
	rest := joined / 20
	for l.width = maxWrap + 1; l.width > 0 && rest >= filled[l.width]; l.width-- {
		rest -= filled[l.width]
	}
	full := 0
	for w := l.width; w <= maxWrap+1; w++ {
		full += wanted[w]
	}
	l.wrapped = l.width >= minWrap && l.width <= maxWrap && full*2 >= joined
	return l
}

// newBlock tells whether the line break between the line text[from:to], whose paragraph begins at block, and the line at
// next begins a new paragraph. There is no blank line between them; indent is the space before next.
func (l layout) newBlock(text string, block, from, to, next, indent int) bool {
	c, r, n := at(text, next)
	if isBullet(text, next, r, n) {
		return true
	}
	stopped := endsBlock(text, from, to)
	if stopped && numbered(text, next) {
		return true
	}
	if l.wrapped {
		width, word := runes(text, from, to), 0
		for i := next; i < len(text) && text[i] > ' ' && word < l.width; i++ {
			word++
		}
		switch room := l.width - width - 1 - word; {
		case indent >= 2 && stopped:
			return true
		case room < l.width/8:
			return false
		case c == lower:
			return room > l.width/2 && stopped
		case room < l.width/4:
			return stopped
		default:
			return true
		}
	}
	// "… getting them to participate personally\nin caucuses": a stray break within a paragraph.
	return c != lower || stopped || to-block < minJoin
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
