package tokenize

import (
	"context"
	"strings"
	"unicode/utf8"

	"gainsay/nlp"
)

// scanner walks the text once, from gap to token to gap.
type scanner struct {
	text   string
	layout layout
	tokens []nlp.Token

	pos   int // bytes
	rune  int // code points before pos
	gap   nlp.Gap
	line  int // where the first token of the line at pos begins
	block int // and of the paragraph
	chunk chunk
	named int // before this byte there is no host name
}

// chunk is a stretch without white space, looked over once for what only addresses hold.
type chunk struct {
	end       int
	at, slash bool // has "@"; has "://" or "www."
}

// checkEvery is how many tokens are made between two looks at the context.
const checkEvery = 1 << 16

func (s *scanner) run(ctx context.Context) error {
	s.skipGap()
	s.gap = nlp.GapParagraph
	for n := 0; s.pos < len(s.text); n++ {
		if n%checkEvery == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		s.token()
		s.skipGap()
	}
	return nil
}

// skipGap moves over white space and says what kind of gap it is.
func (s *scanner) skipGap() {
	from, breaks, indent := s.pos, 0, 0
	for {
		c, r, n := at(s.text, s.pos)
		if n == 0 || c != space {
			break
		}
		s.pos += n
		s.rune++
		indent++
		switch r {
		case '\r':
			if s.pos < len(s.text) && s.text[s.pos] == '\n' {
				continue
			}
			breaks++
			indent = 0
		case '\n', '\f', '\v', 0x85, 0x2028:
			breaks++
			indent = 0
		case 0x2029:
			breaks += 2
			indent = 0
		}
	}
	s.gap = nlp.GapNone
	if s.pos == from {
		return
	}
	s.gap = nlp.GapSpace
	if breaks > 1 || breaks == 1 && s.layout.newBlock(s.text, s.block, s.line, from, s.pos, indent) {
		s.gap = nlp.GapParagraph
		s.block = s.pos
	}
	if breaks > 0 || from == 0 {
		s.line = s.pos
		if from == 0 {
			s.block = s.pos
		}
	}
	if s.pos >= s.chunk.end {
		s.chunk = chunk{}
	}
}

// emit makes text[s.pos:end] a token.
func (s *scanner) emit(end int) {
	from := s.rune
	if end-s.pos == 1 {
		s.rune++
	} else {
		s.rune += utf8.RuneCountInString(s.text[s.pos:end])
	}
	s.tokens = append(s.tokens, nlp.Token{Start: s.pos, End: end, Rune: from, EndRune: s.rune, Gap: s.gap})
	s.pos, s.gap = end, nlp.GapNone
}

// token makes the token at s.pos, or the few tokens of one word.
func (s *scanner) token() {
	i := s.pos
	c, r, n := at(s.text, i)
	if c.wordy() {
		if end := s.address(); end > 0 {
			s.emit(end)
			return
		}
		s.word(i)
		return
	}
	s.emit(s.mark(c, r, n))
}

// mark is the end of the token at s.pos, which does not begin with a letter or digit. Some such tokens are words all
// the same: 's, 'em, '90s, @handle, #tag, .45, -3.
func (s *scanner) mark(c class, r rune, n int) int {
	i := s.pos
	next := i + n
	fresh := s.gap != nlp.GapNone || s.opened()
	switch r {
	case '\'', '’', '‘':
		if end := s.clitic(i, n, fresh); end > 0 {
			return end
		}
		if r == '\'' && next < len(s.text) && s.text[next] == '\'' {
			return next + 1 // '' closes in Penn style
		}
	case '`':
		if next < len(s.text) && s.text[next] == '`' {
			return next + 1
		}
	case '.':
		if fresh && isDigit(s.text, next) {
			return s.number(next)
		}
		return run(s.text, next, '.')
	case '-', '+', '−':
		if fresh && isDigit(s.text, next) {
			return s.number(next)
		}
		if r == '-' {
			return run(s.text, next, '-')
		}
	case '!', '?':
		for next < len(s.text) && (s.text[next] == '!' || s.text[next] == '?') {
			next++
		}
		return next
	case '*', '_', '=', '~', '#', '|':
		if r == '#' {
			if c, _, _ := at(s.text, next); c.isLetter() {
				return s.plain(next)
			}
		}
		return run(s.text, next, byte(r))
	case '@':
		if c, _, _ := at(s.text, next); c.wordy() || next < len(s.text) && s.text[next] == '_' {
			return s.plain(next)
		}
	case '<':
		if end := tag(s.text, next); end > 0 {
			return end
		}
	case ':', ';':
		if fresh {
			if end := smiley(s.text, next); end > 0 {
				return end
			}
		}
	}
	if r == utf8.RuneError && n == 1 {
		// Bytes that are no UTF-8 are one token in a row.
		for next < len(s.text) {
			if _, r, n := at(s.text, next); r != utf8.RuneError || n != 1 {
				break
			}
			next++
		}
		return next
	}
	if c == extend {
		// "\u200eword": a directional mark belongs to the word that it turns.
		for {
			if c, _, n = at(s.text, next); c != extend {
				break
			}
			next += n
		}
		if c.wordy() {
			return s.plain(next)
		}
		return next
	}
	return s.extended(next, r)
}

// extended takes in the marks that join the symbol r before i: variation selectors, joiners and what they join, as in
// the emoji of a family, and the second half of a flag.
func (s *scanner) extended(i int, r rune) int {
	if r < 0xa0 {
		if c, _, _ := at(s.text, i); c != extend {
			return i
		}
	}
	flag := r >= 0x1f1e6 && r <= 0x1f1ff
	for {
		c, next, n := at(s.text, i)
		switch {
		case c == extend:
			i += n
			if next == 0x200d {
				if c, _, n := at(s.text, i); c == symbol {
					i += n
				}
			}
		case flag && next >= 0x1f1e6 && next <= 0x1f1ff:
			i += n
			flag = false
		default:
			return i
		}
	}
}

// opened tells whether what stands right before s.pos opens something: "(’90s".
func (s *scanner) opened() bool {
	if len(s.tokens) == 0 {
		return true
	}
	switch t := s.tokens[len(s.tokens)-1]; s.text[t.Start:t.End] {
	case "(", "[", "{", "“", "‘", "«", "„", "—", "–", "--", "/", "$", "£", "€", "~":
		return true
	case "\"", "'", "``":
		return t.Gap != nlp.GapNone
	}
	return false
}

// clitic is the end of a word that begins with the apostrophe of n bytes at i; 0 if the apostrophe is a quotation mark
// or stands alone.
func (s *scanner) clitic(i, n int, fresh bool) int {
	end := i + n
	for end < len(s.text) && end-i-n < 6 && ascii[s.text[end]&0x7f].wordy() && s.text[end] < utf8.RuneSelf {
		end++
	}
	c, _, _ := at(s.text, end)
	if end == i+n || c.wordy() || c == extend {
		return 0
	}
	body := s.text[i+n : end]
	if suffix(body) && s.text[i:i+n] != "‘" {
		return end
	}
	if !fresh {
		return 0
	}
	if isDigit(s.text, i+n) {
		if d := strings.TrimSuffix(body, "s"); len(d) == 2 && digitsOnly(d) {
			return end
		}
		return 0
	}
	switch strings.ToLower(body) {
	case "em", "til", "cause", "bout", "round", "cuz":
		return end
	case "n":
		if _, r, n := at(s.text, end); r == '\'' || r == '’' {
			return end + n // rock 'n' roll
		}
		return end
	case "tis", "twas":
		return i + n + 1
	}
	return 0
}

// suffix tells whether an apostrophe and w are a word of their own after another: 's, 're, 'll.
func suffix(w string) bool {
	switch len(w) {
	case 1:
		switch w[0] | 0x20 {
		case 's', 'm', 'd':
			return true
		}
	case 2:
		switch (uint16(w[0])<<8 | uint16(w[1])) | 0x2020 {
		case 'r'<<8 | 'e', 'v'<<8 | 'e', 'l'<<8 | 'l':
			return true
		}
	}
	return false
}

// number is the end of the number whose first digit is at i, after its sign or point.
func (s *scanner) number(i int) int {
	for {
		c, r, n := at(s.text, i)
		switch {
		case c.wordy() || c == extend:
			i += n
		case (r == '.' || r == ',') && isDigit(s.text, i+1):
			i++
		default:
			return i
		}
	}
}

// plain is the end of the letters, digits and low lines at i.
func (s *scanner) plain(i int) int {
	for {
		c, r, n := at(s.text, i)
		if !c.wordy() && c != extend && r != '_' {
			return i
		}
		i += n
	}
}

// runs tells whether marks c in a row are one token.
func runs(c byte) bool {
	switch c {
	case '.', '-', '!', '?', '*', '_', '=', '~', '#', '|':
		return true
	}
	return false
}

// run is the end of the marks c at i.
func run(text string, i int, c byte) int {
	for i < len(text) && text[i] == c {
		i++
	}
	return i
}

func isDigit(text string, i int) bool {
	return i < len(text) && text[i] >= '0' && text[i] <= '9'
}

const maxTag = 600

// tag is the end of the mark-up tag whose name or slash is at i; 0 if there is none. Only such a token holds white space.
func tag(text string, i int) int {
	if i < len(text) && text[i] == '/' {
		i++
	}
	name := i
	for i < len(text) && hostByte(text[i]) && i-name < 20 {
		i++
	}
	if i == name || i == len(text) || digitsOnly(text[name:i]) {
		return 0
	}
	// "a <b and c> d" is none: attributes hold an equals sign.
	attributes := text[i] == ' '
	if !attributes && text[i] != '>' && text[i] != '/' {
		return 0
	}
	for from := i; i < len(text) && i-from < maxTag; i++ {
		switch text[i] {
		case '=':
			attributes = false
		case '>':
			if attributes {
				return 0
			}
			return i + 1
		case '<', '\n':
			return 0
		}
	}
	return 0
}

// smiley is the end of the face whose eyes end at i; 0 if there is none.
func smiley(text string, i int) int {
	if i < len(text) && text[i] == '-' {
		i++
	}
	if i >= len(text) {
		return 0
	}
	switch text[i] {
	case ')', '(', 'D', 'P', '/', '|':
		if c, _, n := at(text, i+1); c == space || n == 0 {
			return i + 1
		}
	}
	return 0
}
