package ingest

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	uni "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"gainsay"
)

// decoded is a text in valid UTF-8 without NULs, and what had to be assumed to get it.
type decoded struct {
	text  string
	notes []gainsay.Note
}

// decode turns the bytes of a file into text. A byte order mark decides; then the encoding that the file declares, if
// the bytes bear it out; then the bytes themselves. Valid UTF-8 comes out unchanged, less the mark and with U+FFFD for
// each NUL, which neither HTML nor PostgreSQL can hold; one code point for one keeps the offsets those of the file.
func decode(raw []byte, declared string) (decoded, error) {
	if len(bytes.TrimSpace(raw)) == 0 {
		return decoded{}, &Error{Kind: ErrEmpty, What: "empty: no words in it", Do: "check how the file was made"}
	}
	if err := refuseKnown(raw); err != nil {
		return decoded{}, err
	}
	d, err := decodeAs(raw, declared)
	if err != nil {
		return decoded{}, err
	}
	if strings.TrimFunc(d.text, blank) == "" {
		return decoded{}, &Error{Kind: ErrEmpty, What: "empty: no words in it", Do: "check how the file was made"}
	}
	d.warnOfDamage()
	return d, nil
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || r == utf8.RuneError }

func decodeAs(raw []byte, declared string) (decoded, error) {
	if body, enc, name := byMark(raw); enc != nil {
		return by(enc, body, name+" by its byte order mark"), nil
	} else if len(body) < len(raw) {
		return repaired(body), nil
	}
	t := count(raw)
	if enc, name := wide(raw, t); enc != nil {
		return by(enc, raw, name+" by the pattern of its bytes, for it has no byte order mark"+advice), nil
	}
	valid := utf8.Valid(raw)
	if t.unreadable(valid) {
		return decoded{}, notText("it holds binary data", "")
	}
	if valid {
		return asDeclaredUTF8(raw, declared, t), nil
	}
	if enc, name := declaredEncoding(declared); enc != nil {
		return by(enc, raw, name+", as the page declares"), nil
	}
	if damagedUTF8(raw) {
		return repaired(raw), nil
	}
	enc, name := narrow(raw, t)
	return by(enc, raw, name+", for its bytes are not UTF-8"+advice), nil
}

const advice = "; if letters look wrong, convert the file to UTF-8"

// byMark finds a byte order mark. For UTF-8 it returns no encoding and the bytes after the mark.
func byMark(raw []byte) ([]byte, encoding.Encoding, string) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		return raw[3:], nil, ""
	case bytes.HasPrefix(raw, []byte("\xff\xfe\x00\x00")):
		return raw[4:], utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "UTF-32 (little-endian)"
	case bytes.HasPrefix(raw, []byte("\x00\x00\xfe\xff")):
		return raw[4:], utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "UTF-32 (big-endian)"
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return raw[2:], utf16LE, nameLE
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return raw[2:], utf16BE, nameBE
	}
	return raw, nil, ""
}

var (
	utf16LE = uni.UTF16(uni.LittleEndian, uni.IgnoreBOM)
	utf16BE = uni.UTF16(uni.BigEndian, uni.IgnoreBOM)
)

const (
	nameLE = "UTF-16 (little-endian)"
	nameBE = "UTF-16 (big-endian)"
)

// wide recognises UTF-16 without a mark: of each pair of bytes the high one is 0 in Latin text, and at least in spaces
// and full stops in any other.
func wide(raw []byte, t tally) (encoding.Encoding, string) {
	pairs := t.total / 2
	try := func(here, there int) bool { return here*20 >= pairs && here >= 2 && there*50 <= here }
	switch {
	case try(t.nulOdd, t.nulEven) && plausible(utf16LE, raw):
		return utf16LE, nameLE
	case try(t.nulEven, t.nulOdd) && plausible(utf16BE, raw):
		return utf16BE, nameBE
	}
	return nil, ""
}

// plausible tells whether the start of raw decodes to letters, marks and white space. An ASCII text with stray NULs,
// taken as UTF-16, gives Han characters for nearly all pairs but no spaces between them.
func plausible(enc encoding.Encoding, raw []byte) bool {
	head := raw[:min(len(raw), 4096)&^1]
	out, err := enc.NewDecoder().Bytes(head)
	if err != nil {
		return false
	}
	var good, bad, low int
	for _, r := range string(out) {
		switch {
		case r < 0x80 && (r >= ' ' || r == '\n' || r == '\r' || r == '\t'):
			good++
			low++
		case unicode.IsLetter(r), unicode.IsPunct(r), unicode.IsMark(r), unicode.IsSpace(r), unicode.IsDigit(r):
			good++
		default:
			bad++
		}
	}
	return bad*20 <= good && low*20 >= good
}

// asDeclaredUTF8 takes bytes that are valid UTF-8 as such, and says so where the page declares something else and the
// difference shows.
func asDeclaredUTF8(raw []byte, declared string, t tally) decoded {
	d := repaired(raw)
	if enc, name := declaredEncoding(declared); enc != nil && t.high > 0 {
		d.note(spanOfFirst(d.text, func(r rune) bool { return r >= 0x80 }),
			"read as UTF-8, which its bytes are, though the page declares "+name+advice)
	}
	return d
}

// declaredEncoding looks up a charset label as the WHATWG Encoding Standard lists them; nil for UTF-8, for none, and
// for UTF-16, which a declaration that can be read as ASCII disproves (HTML Standard, section 13.2.3.2).
func declaredEncoding(label string) (encoding.Encoding, string) {
	enc, err := htmlindex.Get(strings.TrimSpace(label))
	if err != nil {
		return nil, ""
	}
	name, err := htmlindex.Name(enc)
	if err != nil || name == "utf-8" || strings.HasPrefix(name, "utf-16") || name == "replacement" {
		return nil, ""
	}
	if name == "windows-1252" {
		return charmap.Windows1252, "Windows-1252"
	}
	return enc, name
}

// by decodes with enc; how says which encoding that is and why it was taken.
func by(enc encoding.Encoding, raw []byte, how string) decoded {
	out, err := enc.NewDecoder().Bytes(raw)
	if err != nil { // no decoder used here fails on any bytes; were one to, what it gave is not to be trusted
		out = raw
	}
	d := repaired(out)
	first := spanOfFirst(d.text, func(r rune) bool { return r >= 0x80 })
	d.notes = append([]gainsay.Note{{Span: first, Text: "read as " + how}}, d.notes...)
	return d
}

// repaired puts U+FFFD for each byte that is not UTF-8 and for each NUL, and notes how many there were and where the
// first stands.
func repaired(raw []byte) decoded {
	if utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0 {
		return decoded{text: string(raw)}
	}
	var b strings.Builder
	b.Grow(len(raw) + len(raw)/8)
	var bad, nul place
	runes, line := 0, 1
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		switch {
		case r == utf8.RuneError && n == 1:
			bad.mark(runes, line)
		case r == 0:
			nul.mark(runes, line)
			r = utf8.RuneError
		case r == '\n':
			line++
		}
		b.WriteRune(r)
		runes++
		raw = raw[n:]
	}
	d := decoded{text: b.String()}
	if bad.n > 0 {
		d.note(bad.span(), fmt.Sprintf("%s not valid UTF-8: each stands as U+FFFD, the first on line %d (character %d)%s",
			plural(bad.n, "byte is", "bytes are"), bad.line, bad.first, "; convert the file to UTF-8 anew"))
	}
	if nul.n > 0 {
		d.note(nul.span(), fmt.Sprintf("%s as U+FFFD, the first on line %d (character %d); take them out of the file",
			plural(nul.n, "NUL character stands", "NUL characters stand"), nul.line, nul.first))
	}
	return d
}

// place counts something and keeps where it was first seen.
type place struct{ n, first, line int }

func (p *place) mark(rune, line int) {
	if p.n == 0 {
		p.first, p.line = rune, line
	}
	p.n++
}

func (p *place) span() gainsay.Span { return gainsay.Span{Start: p.first, End: p.first + 1} }

// damagedUTF8 tells invalid UTF-8 with some bad bytes in it from a text in a single-byte encoding. Windows-1252 gives
// valid multi-byte sequences only by accident, such as "Ã©"; and a UTF-8 file cut off within a character ends in a
// proper beginning of one.
func damagedUTF8(raw []byte) bool {
	var sequences, bad, odd int
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		switch {
		case r != utf8.RuneError || n > 1:
			sequences++
		case i+1 < len(raw) && !utf8.FullRune(raw[i:]):
			return bad == 0 || sequences > bad
		default:
			bad++
			if !likelyLatin(raw, i) {
				odd++
			}
		}
		i += n
	}
	return sequences > bad || odd*2 > bad
}

// likelyLatin tells whether the byte at i, above 0x7f, makes sense in Windows-1252 where it stands.
func likelyLatin(raw []byte, i int) bool {
	switch b := raw[i]; {
	case b == 0x81, b == 0x8d, b == 0x8f, b == 0x90, b == 0x9d, b == 0xff:
		return false
	case b < 0xc0:
		return true // quotation marks, dashes, signs
	}
	letter := func(j int) bool {
		return j >= 0 && j < len(raw) && (raw[j]|0x20 >= 'a' && raw[j]|0x20 <= 'z' || raw[j] >= 0xc0)
	}
	b := raw[i]
	return letter(i-1) || letter(i+1) || b == 0xe0 || b == 0xe9 || b == 0xf3 || b == 0xd7 || b == 0xf7
}

// narrow chooses among encodings of one byte a character, or of some other script.
func narrow(raw []byte, t tally) (encoding.Encoding, string) {
	if macQuotes(raw)*2 > t.high {
		return charmap.Macintosh, "Mac Roman (a guess by its quotation marks)"
	}
	// In western text at most one letter in ten or so is above ASCII; where far more are, it is another script.
	if t.high*5 > t.total {
		if enc, name := foreign(raw); enc != nil {
			return enc, name + " (a guess)"
		}
	}
	if t.c1 > 0 {
		return charmap.Windows1252, "Windows-1252"
	}
	return charmap.ISO8859_1, "ISO-8859-1"
}

// macQuotes counts the curly quotation marks of Mac Roman in places where such marks stand: “ and ” are Ò and Ó in
// Windows-1252, and the apostrophe of don’t is Õ, which never stands between two small letters there.
func macQuotes(raw []byte) int {
	n := 0
	small := func(j int) bool { return j >= 0 && j < len(raw) && raw[j] >= 'a' && raw[j] <= 'z' }
	space := func(j int) bool { return j < 0 || j >= len(raw) || raw[j] <= ' ' }
	for i, b := range raw {
		switch {
		case b == 0xd5 && small(i-1) && (small(i+1) || space(i+1)),
			b == 0xd2 && space(i-1) && !space(i+1),
			b == 0xd3 && !space(i-1) && space(i+1):
			n++
		}
	}
	return n
}

// foreign guesses the encoding of a text that is mostly not ASCII, by byte statistics (chardet, after ICU's detector).
func foreign(raw []byte) (encoding.Encoding, string) {
	best, err := chardet.NewTextDetector().DetectBest(raw[:min(len(raw), 1<<16)])
	if err != nil || best.Confidence < 20 {
		return nil, ""
	}
	return declaredEncoding(best.Charset)
}

// warnOfDamage notes what went wrong with the letters before the file came here.
func (d *decoded) warnOfDamage() {
	if len(d.notes) == 0 && strings.ContainsRune(d.text, utf8.RuneError) {
		d.note(spanOfFirst(d.text, func(r rune) bool { return r == utf8.RuneError }),
			plural(strings.Count(d.text, "\ufffd"), "character was", "characters were")+
				" lost before the text came here and stand as U+FFFD; look for a better copy")
	}
	if at, n := misread(d.text); n > 0 {
		start := utf8.RuneCountInString(d.text[:at])
		d.note(gainsay.Span{Start: start, End: start + 2}, plural(n, "place looks", "places look")+
			" as if UTF-8 had once been read as Windows-1252 (such as â€™ for ’); look for a better copy")
	}
}

// misread finds the traces of UTF-8 taken for Windows-1252: the byte offset of the first, and how many there are.
func misread(text string) (first, n int) {
	first = -1
	for _, trace := range []string{"â€™", "â€œ", "â€\u009d", "â€“", "â€”", "â€˜", "Ã©", "Ã¨", "Ã¼", "Ã¶", "Ã¤", "Ã±", "Ã³", "Ã¡"} {
		k := strings.Count(text, trace)
		if k == 0 {
			continue
		}
		n += k
		if at := strings.Index(text, trace); first < 0 || at < first {
			first = at
		}
	}
	return first, n
}

func (d *decoded) note(at gainsay.Span, text string) {
	d.notes = append(d.notes, gainsay.Note{Span: at, Text: text})
}

// spanOfFirst is the span of the first code point that f accepts; the zero Span where there is none.
func spanOfFirst(text string, f func(rune) bool) gainsay.Span {
	n := 0
	for _, r := range text {
		if f(r) {
			return gainsay.Span{Start: n, End: n + 1}
		}
		n++
	}
	return gainsay.Span{}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
