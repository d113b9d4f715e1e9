package render

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"gainsay"
)

var update = flag.Bool("update", false, "write the golden files anew")

// readings are made by hand: an ordinary article, one of hard cases (right to left, nested, discontinuous, control
// characters, a word longer than a line, a reading without speaker) and one in which nobody says anything.
func readings(t *testing.T) []*gainsay.Reading {
	t.Helper()
	load := func(reading, text string) *gainsay.Reading {
		var r gainsay.Reading
		if err := json.Unmarshal(read(t, reading), &r); err != nil {
			t.Fatal(err)
		}
		r.Document.Text = string(read(t, text))
		return &r
	}
	empty := &gainsay.Reading{Document: gainsay.Document{Name: "quiet.txt", Text: "The bridge opened at noon.\n"}}
	return []*gainsay.Reading{
		load("testdata/sample.json", filepath.FromSlash("../../../../testdata/sample.txt")),
		load("testdata/hard.json", "testdata/hard.txt"),
		empty,
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := read(t, path); !bytes.Equal(got, want) {
		t.Errorf("%s differs (-update writes it anew); got\n%s", path, got)
	}
}

func all(t *testing.T, w Writer, rs []*gainsay.Reading) {
	t.Helper()
	for _, r := range rs {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestTextGolden(t *testing.T) {
	var b bytes.Buffer
	all(t, NewText(&b, TextOptions{Width: 80}), readings(t))
	golden(t, "testdata/text.golden", b.Bytes())
}

func TestHTMLGolden(t *testing.T) {
	var b bytes.Buffer
	w, err := NewHTML(&b)
	if err != nil {
		t.Fatal(err)
	}
	all(t, w, readings(t))
	golden(t, "testdata/page.golden.html", b.Bytes())
}
