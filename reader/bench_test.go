package reader_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gainsay"
)

// BenchmarkRead reads whole articles with every stage: those of PolNeAR dev where GAINSAY_DATA names the folder of the
// corpora, else our own. GAINSAY_CPU=portable measures the code without assembly.
func BenchmarkRead(b *testing.B) {
	pattern := "testdata/articles/*.txt"
	if data := os.Getenv("GAINSAY_DATA"); data != "" {
		pattern = filepath.Join(data, "polnear", "dev", "text", "*.txt")
	}
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		b.Fatalf("no articles: %v", err)
	}
	var docs []gainsay.Document
	words := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, gainsay.Document{Name: file, Text: string(text)})
		words += len(strings.Fields(string(text)))
	}
	r, err := newReader()
	if err != nil {
		b.Fatal(err)
	}
	run := func(d gainsay.Document) {
		if _, err := r.Read(context.Background(), d); err != nil {
			b.Error(err)
		}
	}
	b.Run("one", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, d := range docs {
				run(d)
			}
		}
		b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
	})
	b.Run("all", func(b *testing.B) {
		b.ReportAllocs()
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				for _, d := range docs {
					run(d)
				}
			}
		})
		b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
	})
}
