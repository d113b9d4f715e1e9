package tokenize

import "unicode/utf8"

// word makes the tokens of the word at s.pos. A word is letters and digits, and the marks between them that do not end
// it: hyphens, slashes, the stops of U.S. and 3.5, the commas of 1,000, the apostrophe of O'Malley.
func (s *scanner) word(i int) {
	text := s.text
	seg := i // where the part after the last hyphen or slash begins
	for {
		c, r, n := at(text, i)
		if c.wordy() || c == extend {
			i += n
			continue
		}
		switch r {
		case '_':
			i++
			continue
		case '-', '‐', '‑':
			next, r, n2 := at(text, i+n)
			if next.wordy() {
				i += n
				seg = i
				continue
			}
			// "pro- and anti-business", "two- or three-": the hyphen stands for the rest of the word.
			if r != '-' && next == space && n2 > 0 && hangs(text, i+n) {
				i += n
			}
		case '/', '⁄':
			if next, _, _ := at(text, i+n); next.wordy() && i > s.pos {
				i += n
				seg = i
				continue
			}
		case '&':
			if q, _, _ := at(text, i+1); q == upper && i > s.pos && ascii[text[i-1]&0x7f] == upper {
				i++
				continue
			}
		case ',':
			if isDigit(text, i-1) && group(text, i+1) {
				i++
				continue
			}
		case ':':
			// 9:30, 10:15:30
			if isDigit(text, i-1) && isDigit(text, i+1) && (i-s.pos <= 2 || i-s.pos <= 5 && text[i-3] == ':') {
				i++
				continue
			}
		case '.':
			end, more := s.stop(seg, i)
			if more {
				i = end
				continue
			}
			i = end
		case '\'', '’':
			cut, end, more := s.apostrophe(i, n)
			if more {
				i = end
				continue
			}
			if cut > s.pos {
				s.whole(cut)
				s.emit(end)
				// "wouldn't've": another may follow.
				if _, r, n := at(text, end); r == '\'' || r == '’' {
					if end2 := s.clitic(end, n, false); end2 > 0 {
						s.emit(end2)
					}
				}
				return
			}
		case '$':
			// US$, A$, HK$ before an amount
			if isDigit(text, i+1) && i-s.pos <= 3 && ascii[text[i-1]&0x7f] == upper {
				i++
				s.emit(i)
				return
			}
		}
		break
	}
	s.whole(i)
}

// whole makes text[s.pos:end] one token, or the two of cannot and gonna.
func (s *scanner) whole(end int) {
	if n := end - s.pos; n >= 5 && n <= 6 {
		var low [6]byte
		for k := range n {
			low[k] = s.text[s.pos+k] | 0x20
		}
		if cut := joined[string(low[:n])]; cut > 0 {
			s.emit(s.pos + cut)
		}
	}
	s.emit(end)
}

// joined holds words that the Penn Treebank cuts in two, and where.
var joined = map[string]int{"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3}

// group tells whether the two or three digits of a number's group stand at i: 1,000 and 1,00,000, but not May 3,2015.
func group(text string, i int) bool {
	n := 0
	for isDigit(text, i+n) && n < 4 {
		n++
	}
	return n == 2 || n == 3
}

// hangs tells whether "and", "or" or "to" follows the gap at i, which holds for the hyphen before it.
func hangs(text string, i int) bool {
	if i+4 > len(text) || text[i] != ' ' {
		return false
	}
	switch text[i+1 : i+4] {
	case "and", "or ", "to ":
		return true
	}
	return false
}

// apostrophe reads on from the apostrophe of n bytes at i, which letters precede. Either the word goes on (more, from
// end), or a token begins at cut and ends at end; cut is 0 where the word ends before the apostrophe.
func (s *scanner) apostrophe(i, n int) (cut, end int, more bool) {
	text := s.text
	end = i + n
	for end < len(text) && text[end] < utf8.RuneSelf && ascii[text[end]].isLetter() && end-i-n < 4 {
		end++
	}
	c, r, _ := at(text, end)
	if end == i+n {
		// "the Clintons' plan"; but "Sa’ada" spelt with letters beyond ASCII goes on.
		if c.isLetter() {
			return 0, end, true
		}
		return 0, i, false
	}
	after := c.wordy() || c == extend
	if r == '-' {
		// "a McDonald's-sized order" is one word.
		c, _, _ := at(text, end+1)
		after = c.wordy()
	}
	if after {
		return 0, end, true
	}
	body := text[i+n : end]
	switch {
	case suffix(body):
		return i, end, false
	case (body == "t" || body == "T") && i-s.pos >= 2 && text[i-1]|0x20 == 'n':
		return i - 1, end, false
	case (body == "all" || body == "ALL") && i-s.pos == 1 && text[i-1]|0x20 == 'y':
		return i + n, end, false // y'|all
	}
	return 0, end, true
}

// stop reads on from the stop at i, which ends the part that begins at seg. The word goes on (more), or ends at end:
// before the stop, or after it if it belongs to the word.
func (s *scanner) stop(seg, i int) (end int, more bool) {
	text := s.text
	c, r, n := at(text, i+1)
	switch {
	case c == digit:
		if p := text[i-1]; p >= '0' && p <= '9' {
			return i + 1, true
		}
		if k := lookup(text[seg:i]); k == number || k == month {
			return i + 1, false // "No.1", "Jan.6"
		}
		return i, false
	case c.isLetter():
		if hostEnd := s.host(seg, i); hostEnd > 0 {
			return hostEnd, true
		}
		one := single(text, seg, i)
		next, _, _ := at(text, i+1+n)
		switch {
		case one && (!next.wordy() && next != extend):
			return i + 1, true // U.S, p.m
		case one, lookup(text[seg:i]) == title, c == upper && lookup(text[seg:i]) != none && lookup(text[seg:i]) != number:
			if n := degreeEnd(text, seg, i); n > 0 {
				return n, true // Ph.D
			}
			return i + 1, false // "J.Smith", "Sen.Sanders": the space is lost
		}
		if n := degreeEnd(text, seg, i); n > 0 {
			return n, true
		}
		return i, false
	case r == '.':
		if _, r, _ := at(text, i+2); r == '.' {
			return i, false // an ellipsis follows the word
		}
	}
	if !s.keeps(seg, i) {
		return i, false
	}
	if r == '-' {
		if next, _, _ := at(text, i+2); next.wordy() {
			return i + 1, true // U.S.-led
		}
	}
	return i + 1, false
}

// single tells whether the last letters before the stop at i, since the last stop or the part's beginning, are one.
func single(text string, seg, i int) bool {
	_, n := utf8.DecodeLastRuneInString(text[seg:i])
	p := i - n
	if c, _, _ := at(text, p); !c.isLetter() {
		return false
	}
	return p == seg || text[p-1] == '.'
}
