package ingest

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// wideBytes is text in UTF-16.
func wideBytes(order binary.AppendByteOrder, text string) []byte {
	var raw []byte
	for _, u := range utf16.Encode([]rune(text)) {
		raw = order.AppendUint16(raw, u)
	}
	return raw
}

func TestEncodings(t *testing.T) {
	const plain = "The envoy said that he had “no comment” on the café’s bill — none.\r\nIt was 40 €.\r\n"
	const western = "The mayor, José Núñez, said that the Café Müller would not be sold, and that was that.\n"
	narrowed := func(m *charmap.Charmap, text string) string {
		s, err := m.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for _, c := range []struct {
		name, raw, want string
		note            []string
	}{
		{"UTF-16LE with mark", "\xff\xfe" + string(wideBytes(binary.LittleEndian, plain)), plain, []string{"UTF-16 (little-endian)", "byte order mark"}},
		{"UTF-16BE with mark", "\xfe\xff" + string(wideBytes(binary.BigEndian, plain)), plain, []string{"UTF-16 (big-endian)", "byte order mark"}},
		{"UTF-16LE without mark", string(wideBytes(binary.LittleEndian, plain)), plain, []string{"UTF-16 (little-endian)", "convert the file"}},
		{"UTF-16BE without mark", string(wideBytes(binary.BigEndian, plain)), plain, []string{"UTF-16 (big-endian)", "convert the file"}},
		{"UTF-16LE, other script", string(wideBytes(binary.LittleEndian, "Министр сказал, что переговоров не было.\nОн ушёл.\n")),
			"Министр сказал, что переговоров не было.\nОн ушёл.\n", []string{"UTF-16 (little-endian)"}},
		{"UTF-16 cut within a character", "\xff\xfe" + string(wideBytes(binary.LittleEndian, "No.")) + "A", "No.\ufffd", []string{"UTF-16"}},
		{"Windows-1252", narrowed(charmap.Windows1252, plain), plain, []string{"Windows-1252", "if letters look wrong, convert the file to UTF-8"}},
		{"ISO-8859-1", narrowed(charmap.ISO8859_1, western), western, []string{"ISO-8859-1", "convert the file"}},
		{"one accent", "He went to a caf\xe9 and said so.", "He went to a café and said so.", []string{"ISO-8859-1"}},
		{"one apostrophe of Windows", "He didn\x92t say so.", "He didn’t say so.", []string{"Windows-1252"}},
		{"Mac Roman quotes", "\xd2It isn\xd5t so,\xd3 he said.", "“It isn’t so,” he said.", []string{"Mac Roman", "guess"}},
		{"UTF-8 with one bad byte", "The café’s owner\xff said “no”.", "The café’s owner\ufffd said “no”.", []string{"1 byte is not valid UTF-8", "line 1 (character 16)"}},
		{"UTF-8 with two bad bytes", "“No”, he said.\n“Yes\xfe”, said\xfe she.", "“No”, he said.\n“Yes\ufffd”, said\ufffd she.",
			[]string{"2 bytes are not valid UTF-8", "line 2 (character 19)"}},
		{"UTF-8 cut within a character", "The café’s owner said “no\xe2\x80", "The café’s owner said “no\ufffd\ufffd", []string{"not valid UTF-8"}},
		{"NUL", "The board\x00 said no.\x00", "The board\ufffd said no.\ufffd", []string{"2 NUL characters stand as U+FFFD", "line 1 (character 9)"}},
		{"mojibake of old", "The envoy said he didnâ€™t know.", "The envoy said he didnâ€™t know.", []string{"1 place looks", "better copy"}},
		{"letters lost before", "The envoy said he didn\ufffdt know.", "The envoy said he didn\ufffdt know.", []string{"1 character was lost", "better copy"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Text("a.txt", []byte(c.raw), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != c.want {
				t.Errorf("text %q, want %q", d.Text, c.want)
			}
			if !noted(d.Notes, c.note...) {
				t.Errorf("notes %q lack %q", notesOf(d), c.note)
			}
			for _, n := range d.Notes {
				if n.Span.Start < 0 || n.Span.Start > n.Span.End || n.Span.End > utf8.RuneCountInString(d.Text) {
					t.Errorf("note %q at %v lies outside the text", n.Text, n.Span)
				}
			}
		})
	}
}

func TestPageEncodings(t *testing.T) {
	const start = "<html><head>"
	const body = "</head><body><p>The mayor, Jos\xe9 Horak, said \x93no\x94 to the plan on Monday.</p></body></html>"
	const unicoded = "</head><body><p>The mayor, José Horak, said “no” to the plan on Monday.</p></body></html>"
	const want = "The mayor, José Horak, said “no” to the plan on Monday."
	for _, c := range []struct {
		name, raw string
		note      []string // of a note that is wanted; none for no notes at all
	}{
		{"declared as Windows-1252", start + `<meta charset="windows-1252">` + body, []string{"Windows-1252, as the page declares"}},
		{"declared as ISO-8859-1", start + `<META http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">` + body, []string{"Windows-1252, as the page declares"}},
		{"declared as UTF-8, but it is not", start + `<meta charset="utf-8">` + body, []string{"Windows-1252", "not UTF-8"}},
		{"not declared", start + body, []string{"Windows-1252", "not UTF-8"}},
		{"declared as Windows-1252, but it is UTF-8", start + `<meta charset="windows-1252">` + unicoded, []string{"UTF-8, which its bytes are"}},
		{"UTF-8", start + `<meta charset="utf-8">` + unicoded, nil},
		{"UTF-8 with mark, declared otherwise", "\ufeff" + start + `<meta charset="koi8-r">` + unicoded, nil},
		{"XML declaration", `<?xml version="1.0" encoding="windows-1252"?>` + start + body, []string{"Windows-1252, as the page declares"}},
		{"UTF-16 with mark", "\xff\xfe" + string(wideBytes(binary.LittleEndian, start+unicoded)), []string{"UTF-16"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := HTML("a.html", []byte(c.raw), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != want {
				t.Errorf("text %q, want %q", d.Text, want)
			}
			if c.note == nil && len(d.Notes) > 0 || c.note != nil && !noted(d.Notes, c.note...) {
				t.Errorf("notes %q, want %q", notesOf(d), c.note)
			}
		})
	}
}

func TestOneLongLine(t *testing.T) {
	line := strings.Repeat("The board said no, and said so. ", maxTreeBytes/32+1)
	for _, raw := range []string{line, "é" + line, "\xe9" + line} {
		d, err := Text("a.txt", []byte(raw), Options{})
		if err != nil || len(d.Text) < len(raw) {
			t.Errorf("%d bytes of text from %d, error %v", len(d.Text), len(raw), err)
		}
	}
	d, err := HTML("a.html", []byte("<title>Board</title><p>"+line), Options{})
	if err != nil || d.Text != strings.TrimSpace(line) || d.Title != "Board" {
		t.Errorf("%d bytes of text from a page of one line, title %q, error %v", len(d.Text), d.Title, err)
	}
	if !noted(d.Notes, "too large to tell the article") {
		t.Errorf("notes %q do not say that the article was not looked for", notesOf(d))
	}
}
