package ingest

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gainsay"
)

// header is what the block of "Key: value" pairs at the top of a text says.
type header struct {
	pairs map[field]pair
}

type pair struct {
	value string
	at    gainsay.Span // of the value, in code points
}

// field is what a header key stands for.
type field int

const (
	ignored field = iota
	publisher
	volume
	issue
	title
	date
	byline
	address
)

var fieldOf = map[string]field{
	"publication": publisher, "publisher": publisher, "newspaper": publisher, "source": publisher,
	"journal": publisher, "outlet": publisher,
	"volume": volume, "vol": volume,
	"issue": issue, "number": issue, "no": issue,
	"title": title, "headline": title,
	"date": date, "published": date, "publication date": date, "date published": date, "pub date": date, "issue date": date,
	"byline": byline, "by": byline, "author": byline, "authors": byline, "reporter": byline,
	"url": address, "link": address, "web": address,
}

// Lines beyond these are no header.
const (
	maxHeaderLines = 30
	maxHeaderLine  = 400
)

// headerKey finds keys; the first group is the key. Within a line a key has a capital: "the source: a colonel" has not.
var headerKey = pattern(`(?:^|[\s;,|])((?:Publication|Date|Pub|Issue) Dates?|Date Published|\p{L}[\p{L}.]*)\s?:(?:\s|$)`)

// unknownKey opens a line of the block whose key means nothing to us, such as "Language: English".
var unknownKey = pattern(`^[\p{Lu}][\p{L}-]*(?: [\p{L}-]+)?\s?:\s`)

// readHeader reads the block at the top: lines of pairs up to the first line that is none. One pair alone is a header
// only where its key cannot open an article: "Source: talks collapsed" may be a headline.
func readHeader(text string) header {
	h := header{pairs: map[field]pair{}}
	certain, weak, lines := 0, 0, 0
	for at := 0; at < len(text) && lines < maxHeaderLines; {
		line := text[at:]
		next := len(text)
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line, next = line[:i], at+i+1
		}
		if strings.TrimSpace(line) == "" {
			if lines > 0 {
				break
			}
			at = next
			continue
		}
		c, w, ok := h.line(text, at, line)
		if !ok {
			break
		}
		certain, weak, lines = certain+c, weak+w, lines+1
		at = next
	}
	if certain+weak < 2 && certain == 0 {
		h.pairs = nil
	}
	return h
}

// line takes the pairs of one line that begins at byte at. It counts those whose keys make a header by themselves and
// those that do so only in company.
func (h header) line(text string, at int, line string) (certain, weak int, ok bool) {
	if len(line) > maxHeaderLine {
		return 0, 0, false
	}
	trimmed := strings.TrimLeft(line, " \t")
	keys := keysOf(trimmed)
	if len(keys) == 0 {
		return 0, 0, len(h.pairs) > 0 && unknownKey().MatchString(trimmed)
	}
	base := at + len(line) - len(trimmed)
	for i, k := range keys {
		end := len(trimmed)
		if i+1 < len(keys) {
			end = keys[i+1].start
		}
		raw := trimmed[k.value:end]
		value := strings.Trim(raw, " \t\r;,|")
		if value == "" || !believable(k.field, value) {
			continue
		}
		if _, twice := h.pairs[k.field]; twice {
			continue
		}
		from := base + k.value + strings.Index(raw, value)
		start := utf8.RuneCountInString(text[:from])
		h.pairs[k.field] = pair{value, gainsay.Span{Start: start, End: start + utf8.RuneCountInString(value)}}
		if k.certain {
			certain++
		} else {
			weak++
		}
	}
	return certain, weak, certain+weak > 0 || len(h.pairs) > 0
}

type foundKey struct {
	field        field
	certain      bool
	start, value int // where the key begins and where its value begins
}

// keysOf finds the known keys of a line. The first stands at its beginning.
func keysOf(line string) []foundKey {
	var keys []foundKey
	for _, m := range headerKey().FindAllStringSubmatchIndex(line, -1) {
		word := line[m[2]:m[3]]
		name := strings.ToLower(strings.TrimSuffix(word, "."))
		f, known := fieldOf[name]
		if !known {
			if len(keys) == 0 {
				return nil
			}
			continue
		}
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case len(keys) == 0 && strings.TrimSpace(line[:m[2]]) != "":
			return nil
		case len(keys) > 0 && !unicode.IsUpper(first):
			continue
		case len(keys) > 0 && proseKey(keys[len(keys)-1].field) && !setApart(line, m[2], f):
			continue // Title: Water Source: Villagers Blame the Dam
		}
		keys = append(keys, foundKey{f, certainKeys[name], m[2], m[3] + strings.IndexByte(line[m[3]:], ':') + 1})
	}
	return keys
}

// certainKeys make a header of a single pair; the others open articles too ("Source: Iran to quit talks").
var certainKeys = map[string]bool{"publication": true, "publisher": true, "newspaper": true, "title": true, "headline": true,
	"published": true, "date": true, "publication date": true, "date published": true, "pub date": true, "byline": true,
	"url": true, "issue date": true}

// proseKey tells whether a field's value is running words, in which what looks like a key may be one of them.
func proseKey(f field) bool { return f == title || f == byline }

// setApart tells whether the key at byte at stands off from a title before it: by a wide gap or a bar, or because a
// number follows such a key.
func setApart(line string, at int, f field) bool {
	before := line[:at]
	if strings.HasSuffix(before, "  ") || strings.HasSuffix(before, "\t") || strings.HasSuffix(before, "| ") || strings.HasSuffix(before, "; ") {
		return true
	}
	_, value, _ := strings.Cut(line[at:], ":")
	value = strings.TrimSpace(value)
	numbered := value != "" && value[0] >= '0' && value[0] <= '9' // Title: Board Says No: A Quarrel
	return numbered && (f == volume || f == issue || f == date)
}

// believable tells whether a value can be what its key says: "By: the time the envoys met, …" is no byline.
func believable(f field, value string) bool {
	words := len(strings.Fields(value))
	first, _ := utf8.DecodeRuneInString(value)
	switch f {
	case volume, issue:
		return leadingNumber(value) > 0
	case publisher:
		return words <= 10 && (unicode.IsUpper(first) || unicode.IsDigit(first) || strings.Contains(value, "."))
	case byline:
		return words <= 15 && !unicode.IsLower(first)
	case date:
		return words <= 10
	case address:
		return words == 1 && strings.Contains(value, ".")
	}
	return true
}

func leadingNumber(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	v, err := strconv.Atoi(s[:n])
	if err != nil {
		return 0
	}
	return v
}

// fill sets the document's fields. An undecided date is left open with a note at its place, unless the date is known
// from elsewhere.
func (h header) fill(d *gainsay.Document, wantDate bool) {
	d.Publisher = h.pairs[publisher].value
	d.Title = h.pairs[title].value
	d.Byline = cleanByline(h.pairs[byline].value)
	d.URL = h.pairs[address].value
	v, i := leadingNumber(h.pairs[volume].value), leadingNumber(h.pairs[issue].value)
	if v > 0 || i > 0 {
		d.Series = &gainsay.Series{Title: d.Publisher, Volume: v, Issue: i}
	}
	if p, ok := h.pairs[date]; ok && wantDate {
		setPublished(d, p.value, p.at)
	}
}

// setPublished takes a written date, or notes why it cannot.
func setPublished(d *gainsay.Document, written string, where gainsay.Span) {
	iso, wrong := parseDay(written)
	if wrong != "" {
		note(d, where, "publication date "+quoted(written)+" "+wrong+" and is left open; give --published YYYY-MM-DD")
		return
	}
	d.Published = iso
}

// cleanByline takes "By" off a byline.
func cleanByline(s string) string {
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		return strings.TrimSpace(s[3:])
	}
	return s
}
