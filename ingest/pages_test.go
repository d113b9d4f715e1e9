package ingest

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gainsay"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestPages reads whole pages and compares document and notes with the .golden file beside each.
func TestPages(t *testing.T) {
	for _, name := range []string{"modern.html", "tables.htm", "brief.html", "scripted.html"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join("testdata", "pages", name)
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d, err := HTML(name, raw, Options{Now: clock})
			if err != nil {
				t.Fatal(err)
			}
			if d.ID != gainsay.IDOf(d.Text) {
				t.Errorf("ID %s is not that of the text", d.ID)
			}
			golden(t, path+".golden", shown(t, d))
		})
	}
}

// shown is a document as the goldens hold it: its fields, its notes, its text.
func shown(t *testing.T, d gainsay.Document) string {
	t.Helper()
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(d); err != nil {
		t.Fatal(err)
	}
	for _, n := range d.Notes {
		b.WriteString("note: " + n.Text + "\n")
	}
	return b.String() + "----\n" + d.Text + "\n"
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs; run go test ./ingest -update and look at the diff. Got:\n%s", path, got)
	}
}

func TestPageWithoutArticle(t *testing.T) {
	raw, err := os.ReadFile("testdata/pages/empty.html")
	if err != nil {
		t.Fatal(err)
	}
	_, err = HTML("empty.html", raw, Options{})
	if !errors.Is(err, ErrNoArticle) {
		t.Errorf("error %v, want ErrNoArticle", err)
	}
}
