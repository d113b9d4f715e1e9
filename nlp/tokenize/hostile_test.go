package tokenize

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gainsay/nlp"
)

// hostile are texts made to find a quadratic loop or a deep recursion: each is one piece, repeated.
var hostile = map[string]string{
	"brackets": "(", "bracket pairs": "()", "quotes": "\"", "quotes and stops": "\".", "stops": ".", "spaced stops": ". ",
	"initials": "A.", "hosts": "a.b.com/", "words and stops": "word.", "half hosts": "ab.", "addresses": "a@", "urls": "http://(",
	"apostrophes": "'", "letters and apostrophes": "a'", "hyphens": "-", "letters and hyphens": "a-", "slashes": "a/", "commas": "1,",
	"letters": "a", "spaces": " ", "lines": "\n", "words in lines": "a\n", "references": "[1 ", "exclamations in brackets": "!)",
	"tags": "<a ", "marks": "\u0301", "joiners": "\u200d👩", "flags": "🇩", "NUL": "\x00", "not UTF-8": "\xff", "ellipses": "… ",
	"items": "1.\n", "no-break spaces": "\u00a0", "words": "word ", "bullets": "• ", "right to left": "\u202eאב ",
}

func TestHostile(t *testing.T) {
	for name, piece := range hostile {
		t.Run(name, func(t *testing.T) {
			annotate(t, strings.Repeat(piece, 10_000))
			annotate(t, "He said: “"+strings.Repeat(piece, 1_000)+" Then he left.")
		})
	}
}

// BenchmarkHostile shows time for each byte; it should not grow with the length of the text.
func BenchmarkHostile(b *testing.B) {
	for name, piece := range hostile {
		for _, size := range []struct {
			name  string
			bytes int
		}{{"100kB", 100_000}, {"1MB", 1_000_000}} {
			b.Run(name+"/"+size.name, func(b *testing.B) {
				text := strings.Repeat(piece, size.bytes/len(piece))
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					d := nlp.Doc{Text: text}
					if err := New().Annotate(context.Background(), &d); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkAnnotate reads one document of news after another: those of GAINSAY_DATA, or a small text of ours.
func BenchmarkAnnotate(b *testing.B) {
	texts := []string{strings.Repeat(wrapped, 4)}
	if dir := os.Getenv("GAINSAY_DATA"); dir != "" {
		files, err := filepath.Glob(filepath.Join(dir, "polnear", "dev", "text", "*.txt"))
		if err != nil || len(files) == 0 {
			b.Fatalf("no texts under %s: %v", dir, err)
		}
		texts = nil
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			texts = append(texts, string(text))
		}
	}
	words, size := 0, 0
	for _, text := range texts {
		words += len(strings.Fields(text))
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			d := nlp.Doc{Text: text}
			if err := New().Annotate(context.Background(), &d); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
