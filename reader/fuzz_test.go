package reader_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/articles/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("“He said ‘she said “no”’,” they said. (AP, March 3)")
	f.Add("he said\x00that \u202eit\u202c was so. e\u0301 said “")
	f.Add("- a said b\n- c denied d\n\n* “e” (f")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			text = text[:4000]
		}
		text = strings.ToValidUTF8(text, "\ufffd")
		if !utf8.ValidString(text) {
			t.Skip("not text")
		}
		sound(t, text, read(t, text))
	})
}
