package tokenize

import (
	"unicode"
	"unicode/utf8"
)

// class is what a code point can do in a token.
type class uint8

const (
	symbol class = iota // a token of its own, unless scan.go says otherwise
	space               // never in a token
	lower
	upper
	letter // a letter without case
	digit
	extend // joins whatever is before it: combining marks, joiners, directional marks
)

// wordy tells whether the code point can begin a word.
func (c class) wordy() bool { return c >= lower && c <= digit }

// isLetter tells whether the code point is a letter.
func (c class) isLetter() bool { return c >= lower && c <= letter }

var ascii = func() (t [utf8.RuneSelf]class) {
	for c := range t {
		switch {
		case c <= ' ' || c == 0x7f:
			t[c] = space
		case c >= 'a' && c <= 'z':
			t[c] = lower
		case c >= 'A' && c <= 'Z':
			t[c] = upper
		case c >= '0' && c <= '9':
			t[c] = digit
		}
	}
	return t
}()

// at is the class and length of the code point at byte i; symbol and 0 at the end of the text.
func at(text string, i int) (class, rune, int) {
	if i >= len(text) {
		return symbol, 0, 0
	}
	if c := text[i]; c < utf8.RuneSelf {
		return ascii[c], rune(c), 1
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	return classOf(r), r, n
}

// classOf is the class of a code point beyond ASCII.
func classOf(r rune) class {
	switch {
	case r == utf8.RuneError, r >= 0x2010 && r <= 0x2027, r >= 0x2030 && r <= 0x205e:
		return symbol // dashes, quotation marks, bullets: the common case in news
	case unicode.IsSpace(r), unicode.IsControl(r), r == 0x200b, r == 0xfeff, r == 0x2028, r == 0x2029:
		return space
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return upper
	case unicode.IsLower(r):
		return lower
	case unicode.IsLetter(r):
		return letter
	case unicode.IsNumber(r):
		return digit
	case unicode.IsMark(r), unicode.Is(unicode.Cf, r), r >= 0x1f3fb && r <= 0x1f3ff:
		return extend // skin tones join the face before them
	}
	return symbol
}
