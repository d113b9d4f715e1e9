package tokenize

import "strings"

// address is the end of the URL or e-mail address at s.pos, which begins with a letter or digit; 0 if there is none.
func (s *scanner) address() int {
	if s.pos >= s.chunk.end {
		s.chunk = look(s.text, s.pos)
	}
	if !s.chunk.at && !s.chunk.slash {
		return 0
	}
	if s.chunk.slash {
		if end := s.url(); end > 0 {
			return end
		}
	}
	if s.chunk.at {
		return s.email()
	}
	return 0
}

// look reads to the end of the chunk at i.
func look(text string, i int) chunk {
	var c chunk
	from := i
	for i < len(text) && text[i] > ' ' {
		switch text[i] {
		case '@':
			c.at = true
		case '/':
			if i >= from+2 && text[i-1] == ':' && i+1 < len(text) && text[i+1] == '/' {
				c.slash = true
			}
		case '.':
			if i >= from+3 && strings.EqualFold(text[i-3:i], "www") {
				c.slash = true
			}
		}
		i++
	}
	c.end = i
	return c
}

// url reads a URL with a scheme, or one that begins with "www.".
func (s *scanner) url() int {
	i := s.pos
	for i < len(s.text) && i-s.pos < 12 && ascii[s.text[i]&0x7f].isLetter() && s.text[i] < 0x80 {
		i++
	}
	rest := s.text[i:s.chunk.end]
	if i == s.pos || !strings.HasPrefix(rest, "://") && (i-s.pos != 3 || !strings.HasPrefix(rest, ".") || !strings.EqualFold(s.text[s.pos:i], "www")) {
		return 0
	}
	return pathEnd(s.text, i)
}

// pathEnd is where the URL that goes on at i ends: before white space, a quotation mark or angle bracket, and before the
// marks that end a sentence. A closing bracket belongs to it only if the URL opened it.
func pathEnd(text string, i int) int {
	depth := 0
	end := i
	for i < len(text) {
		c, r, n := at(text, i)
		if c == space {
			break
		}
		switch r {
		case '"', '<', '>', '“', '”', '‘', '’', '«', '»', '—', '…', '|', '\\', '^', '`', '{', '}':
			return end
		case '(', '[':
			depth++
		case ')', ']':
			if depth == 0 {
				return end
			}
			depth--
			i += n
			end = i
			continue
		}
		i += n
		switch r {
		case '.', ',', ';', ':', '!', '?', '\'', '(', '[', '*':
		default:
			end = i
		}
	}
	return end
}

const maxLocal, maxHost = 64, 255 // RFC 5321, section 4.5.3.1

// email reads an e-mail address.
func (s *scanner) email() int {
	i := s.pos
	for i < s.chunk.end && i-s.pos <= maxLocal && local(s.text[i]) {
		i++
	}
	if i == s.pos || i >= s.chunk.end || s.text[i] != '@' || s.text[i-1] == '.' {
		return 0
	}
	from, dot, end := i+1, false, 0
	for i = from; i < s.chunk.end && i-from <= maxHost; i++ {
		c := s.text[i]
		if c == '.' && i > from && s.text[i-1] != '.' && i+1 < s.chunk.end && hostByte(s.text[i+1]) {
			dot = true
			continue
		}
		if !hostByte(c) {
			break
		}
		end = i + 1
	}
	if !dot {
		return 0
	}
	return end
}

func local(c byte) bool {
	return c < 0x80 && ascii[c].wordy() || c == '.' || c == '_' || c == '-' || c == '+' || c == '%'
}

func hostByte(c byte) bool { return c < 0x80 && ascii[c].wordy() || c == '-' }

// host is the end of the host name or file name whose first label is text[seg:i] and whose first stop is at i, path
// included; 0 if it is none: it has to end in a known domain or file ending, for "over.The next" has lost a space.
func (s *scanner) host(seg, i int) int {
	if i < s.named {
		return 0
	}
	text := s.text
	for range 6 {
		from := i + 1
		s.named = from
		for s.named < len(text) && s.named-from <= 63 && hostByte(text[s.named]) {
			s.named++
		}
		j := s.named
		c, r, _ := at(text, j)
		if j == from || c.wordy() || r == '@' {
			return 0
		}
		if r == '.' && j+1 < len(text) && hostByte(text[j+1]) {
			i = j
			continue
		}
		label := text[from:j]
		if !endings[label] && !(endings[strings.ToLower(label)] && allUpper(text[max(seg, j-maxHost):j])) {
			return 0
		}
		if r == '/' {
			return pathEnd(text, j)
		}
		return j
	}
	return 0
}

func allUpper(s string) bool {
	for i := range len(s) {
		if s[i] >= 'a' && s[i] <= 'z' {
			return false
		}
	}
	return true
}

// endings are the last labels of host names that are no English words, and the endings of file names.
var endings = set(`com org net gov edu mil int info biz io co uk eu ru cn de fr jp ca au nz ie za ua by il ir
	tr pl cz hu ro gr es pt nl se fi dk ch br mx ar cl ng ke pk kr tw hk sg th vn ph id us tv fm ly gl gd news media
	pdf jpg jpeg png gif html htm php asp aspx doc docx xls xlsx ppt txt csv zip exe mp3 mp4 js xml json`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
