package reader_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"gainsay"
	"gainsay/reader"
)

var update = flag.Bool("update", false, "write the goldens anew")

var newReader = sync.OnceValues(func() (*reader.Reader, error) { return reader.New() })

func read(t testing.TB, text string) *gainsay.Reading {
	t.Helper()
	r, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.Read(context.Background(), gainsay.Document{Name: "test.txt", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// Whole readings of articles written for this purpose, with the words that each span covers, for people to judge.
func TestArticles(t *testing.T) {
	files, err := filepath.Glob("testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("articles: %v, %v", files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := read(t, string(text))
			sound(t, string(text), got)
			golden := strings.TrimSuffix(file, ".txt") + ".golden"
			shown := show(string(text), got)
			if *update {
				if err := os.WriteFile(golden, shown, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(shown, want) {
				t.Errorf("the reading differs from %s (if it is better, run go test ./reader -update):\n%s", golden, shown)
			}
		})
	}
}

func show(text string, r *gainsay.Reading) []byte {
	index := gainsay.NewIndex(text)
	words := func(ss gainsay.Spans) string {
		var out []string
		for _, s := range ss {
			out = append(out, strings.Join(strings.Fields(index.Words(s)), " "))
		}
		return strings.Join(out, " … ")
	}
	var b bytes.Buffer
	for _, s := range r.Statements {
		b.WriteString(string(s.ID))
		if s.Inside != "" {
			b.WriteString(" inside " + string(s.Inside))
		}
		b.WriteString(": " + string(s.Act) + ", " + string(s.Commitment) + ", " + string(s.Quote) + "\n")
		b.WriteString("  speaker  " + string(s.Speaker.Kind) + " " + s.Speaker.Text + "\n")
		b.WriteString("  source   " + words(s.Source) + "\n  cue      " + words(s.Cue) + "\n  content  " + words(s.Content) + "\n")
	}
	return b.Bytes()
}

// sound checks what holds of every reading, whatever the text.
func sound(t testing.TB, text string, r *gainsay.Reading) {
	t.Helper()
	runes := utf8.RuneCountInString(text)
	index := gainsay.NewIndex(text)
	at := map[gainsay.StatementID]int{}
	for i, s := range r.Statements {
		at[s.ID] = i
		if len(s.Content) == 0 || len(s.Cue) == 0 {
			t.Errorf("%s lacks cue or content", s.ID)
		}
		for _, ss := range []gainsay.Spans{s.Source, s.Cue, s.Content} {
			end := -1
			for _, p := range ss {
				if p.Start <= end || p.End <= p.Start || p.End > runes {
					t.Errorf("%s: spans %v of a text of %d code points", s.ID, ss, runes)
				}
				end = p.End
			}
		}
		if s.Score < 0 || s.Score > 1 {
			t.Errorf("%s: score %v", s.ID, s.Score)
		}
		if s.Act == "" || s.Commitment == "" || s.Quote == "" || s.Speaker.Kind == "" {
			t.Errorf("%s: a label is missing: %+v", s.ID, s)
		}
		if s.Speaker.Text != "" && !strings.Contains(text, s.Speaker.Text) {
			t.Errorf("%s: speaker %q is not in the text", s.ID, s.Speaker.Text)
		}
		if s.Inside != "" {
			holder, ok := at[s.Inside]
			if !ok {
				t.Errorf("%s is inside %s, which does not come before it", s.ID, s.Inside)
			} else if b := s.Content.Bounds(); !covers(r.Statements[holder].Content, b) {
				t.Errorf("%s is inside %s, whose content does not hold %v", s.ID, s.Inside, b)
			}
		}
	}
	known := map[gainsay.EntityID]bool{}
	for _, e := range r.Entities {
		known[e.ID] = true
		if !strings.Contains(text, e.Name) {
			t.Errorf("entity %q is not in the text", e.Name)
		}
	}
	for _, m := range r.Mentions {
		if !known[m.Entity] || index.Words(m.Span) == "" {
			t.Errorf("mention %+v", m)
		}
	}
	if _, err := json.Marshal(r); err != nil {
		t.Error(err)
	}
}

func covers(ss gainsay.Spans, p gainsay.Span) bool {
	for _, s := range ss {
		if s.Contains(p) {
			return true
		}
	}
	return false
}

func TestReadIsSafeForConcurrentUse(t *testing.T) {
	text, err := os.ReadFile("testdata/articles/ferry.txt")
	if err != nil {
		t.Fatal(err)
	}
	want, err := json.Marshal(read(t, string(text)))
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 3 {
				got, err := json.Marshal(read(t, string(text)))
				if err != nil || !bytes.Equal(got, want) {
					t.Errorf("%v\n%s\nwant\n%s", err, got, want)
				}
			}
		})
	}
	wg.Wait()
}

func TestReadRefusesWhatIsNotUTF8(t *testing.T) {
	r, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Read(context.Background(), gainsay.Document{Name: "x", Text: "He said \xff so."}); err == nil {
		t.Error("no error")
	}
}

func TestReadEndsWithItsContext(t *testing.T) {
	r, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := r.Read(ctx, gainsay.Document{Name: "x", Text: "The minister said that it was late."}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

func TestOtherLanguagesGiveANoteAndNoStatements(t *testing.T) {
	for _, text := range []string{
		"Le ministre a déclaré mardi que son gouvernement ne vendrait plus d’armes à ce pays, selon un communiqué.",
		"Der Minister sagte am Dienstag, dass seine Regierung keine Waffen mehr an dieses Land verkaufen werde.",
		"Министр заявил во вторник, что его правительство больше не будет продавать оружие этой стране.",
	} {
		got := read(t, text)
		if len(got.Statements) != 0 || len(got.Notes) != 1 {
			t.Errorf("%s: %d statements, notes %v", text, len(got.Statements), got.Notes)
		}
	}
}

func TestNothingToRead(t *testing.T) {
	for _, text := range []string{"", " \n\t\n", "\u200b", "…", "“", strings.Repeat("(", 10000), strings.Repeat("a", 100000)} {
		got := read(t, text)
		if len(got.Statements) != 0 {
			t.Errorf("%.20q: %+v", text, got.Statements)
		}
		sound(t, text, got)
	}
}

// A document longer than a piece is read in pieces: spans still count from its beginning.
func TestLongDocuments(t *testing.T) {
	paragraph := "The minister denied on Monday that the ministry had licensed the sale. “We sold nothing,” she told reporters.\n\n"
	filler := strings.Repeat("The river rose in the night and fell again before noon – once more. ", 8) + "\n\n"
	text := paragraph + strings.Repeat(filler, 12) + paragraph
	r, err := reader.New(reader.WithPieceBytes(1500))
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.Read(context.Background(), gainsay.Document{Name: "long.txt", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, text, got)
	if n := len(got.Statements); n < 4 {
		t.Fatalf("%d statements, want at least two at each end", n)
	}
	last := got.Statements[len(got.Statements)-1]
	if words := gainsay.NewIndex(text).Words(last.Content.Bounds()); !strings.Contains(words, "We sold nothing") {
		t.Errorf("the last statement's content is %q", words)
	}
}
