package ingest

import (
	"errors"
	"strings"
	"testing"

	"gainsay"
)

func TestPlainTextStaysAsItIs(t *testing.T) {
	for name, text := range map[string]string{
		"line endings of Windows":  "The board said no.\r\n\r\nThe ferry company denied it.\r\n",
		"line endings of old Macs": "The board said no.\rThe ferry company denied it.\r",
		"no last line ending":      "The board said no.",
		"spaces and tabs":          " \t The board said no. \t\n\n\n",
		"form feed":                "The board said no.\f\nPage 2",
		"other scripts":            "קול ישראל said so; العربية too; é is e and a mark.",
		"outside the basic plane":  "𝔗he board 🗞 said no.",
		"mark inside the text":     "The board\ufeff said no.",
		"own replacement of ours":  "The board said no.\u2028It did.",
	} {
		t.Run(name, func(t *testing.T) {
			for _, mark := range []string{"", "\ufeff"} {
				d, err := Text("a.txt", []byte(mark+text), Options{Now: clock})
				if err != nil {
					t.Fatal(err)
				}
				if d.Text != text || len(d.Notes) > 0 || d.ID != gainsay.IDOf(text) || d.Name != "a.txt" {
					t.Errorf("text %q, notes %q, ID %s, name %s", d.Text, notesOf(d), d.ID, d.Name)
				}
			}
		})
	}
}

func TestTextThatIsNone(t *testing.T) {
	for _, c := range []struct {
		name, raw string
		kind      error
		says      string
	}{
		{"empty", "", ErrEmpty, "no words"},
		{"white space", " \r\n\t\n", ErrEmpty, "no words"},
		{"mark alone", "\ufeff", ErrEmpty, "no words"},
		{"NULs alone", "\x00\x00\x00\x00", ErrBinary, "binary data"},
		{"PDF", "%PDF-1.4\n%\xe2\xe3\xcf\xd3", ErrBinary, "pdftotext"},
		{"ELF", "\x7fELF\x02\x01\x01" + strings.Repeat("\x00", 9), ErrBinary, "ELF"},
		{"PNG", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ErrBinary, "PNG"},
		{"gzip", "\x1f\x8b\x08\x00\x00\x00\x00\x00", ErrBinary, "unpack it first"},
		{"zip", "PK\x03\x04\x14\x00\x00\x00news/a.txt", ErrBinary, "unpack it first"},
		{"Word document", "PK\x03\x04\x14\x00\x06\x00\x08\x00[Content_Types].xml", ErrBinary, "save it as plain text"},
		{"old Word document", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", ErrBinary, "Office"},
		{"rich text", `{\rtf1\ansi The board said no.}`, ErrBinary, "RTF"},
		{"unknown bytes", "\x01\x02\x03\x04\x80\x91\x12\x13\x05\x06\xff\xfe\x00\x01", ErrBinary, "binary data"},
		{"too large", strings.Repeat("x", 2049), ErrTooLarge, "more than the limit of 2048 bytes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Text("news/a.txt", []byte(c.raw), Options{MaxBytes: 2048})
			if !errors.Is(err, c.kind) {
				t.Fatalf("error %v, want %v", err, c.kind)
			}
			var placed *Error
			if !errors.As(err, &placed) || placed.Path != "news/a.txt" || placed.Do == "" {
				t.Errorf("error %#v lacks place or advice", err)
			}
			if !strings.Contains(err.Error(), c.says) {
				t.Errorf("error %q does not say %q", err, c.says)
			}
		})
	}
}

func TestOptionsOverride(t *testing.T) {
	raw := []byte("Publication: Courier\nDate: March 3, 2031\n\nThe board said no.\n")
	d, err := Text("a.txt", raw, Options{Published: "2031-03-05", Publisher: "Gazette", Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	if d.Published != "2031-03-05" || d.Publisher != "Gazette" || len(d.Notes) > 0 {
		t.Errorf("published %s by %s, notes %q", d.Published, d.Publisher, notesOf(d))
	}
	for _, bad := range []string{"2031-02-29", "5 March 2031", "2031-3-5", "x"} {
		if _, err := Text("a.txt", raw, Options{Published: bad}); !errors.Is(err, ErrDate) || !strings.Contains(err.Error(), "YYYY-MM-DD") {
			t.Errorf("--published %s: %v, want ErrDate and the form", bad, err)
		}
	}
}

func TestDateToComeIsNoted(t *testing.T) {
	for day, want := range map[string]bool{"2031-03-10": false, "2031-03-11": false, "2031-03-14": true, "2131-03-10": true} {
		d, err := Text("a.txt", []byte("The board said no."), Options{Published: day, Now: clock})
		if err != nil {
			t.Fatal(err)
		}
		if noted(d.Notes, "future") != want {
			t.Errorf("%s on 10 March 2031: notes %q", day, notesOf(d))
		}
	}
}

func TestPageNamedText(t *testing.T) {
	d, err := Text("a.txt", []byte("<!DOCTYPE html>\n<html><body><p>The board said no."), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !noted(d.Notes, "looks like an HTML page", ".html") {
		t.Errorf("notes %q do not warn of the tags", notesOf(d))
	}
}
