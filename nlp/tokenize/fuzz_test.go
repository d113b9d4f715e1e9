package tokenize

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"gainsay/nlp"
)

// annotate tokenizes text and checks what must hold of any text.
func annotate(t testing.TB, text string) *nlp.Doc {
	t.Helper()
	d := &nlp.Doc{Text: text}
	if err := New().Annotate(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	at, runes := 0, 0
	for i, k := range d.Tokens {
		if k.Start < at || k.End <= k.Start || k.End > len(text) {
			t.Fatalf("token %d is [%d, %d) after %d in %d bytes", i, k.Start, k.End, at, len(text))
		}
		gap := text[at:k.Start]
		for _, r := range gap {
			if classOf(r) != space {
				t.Fatalf("the gap %q before token %d holds %q", gap, i, r)
			}
		}
		for _, r := range d.Word(i) {
			if classOf(r) == space && d.Text[k.Start] != '<' {
				t.Fatalf("token %d %q holds a space", i, d.Word(i))
			}
		}
		if k.Start > 0 && !boundary(text, k.Start) || !boundary(text, k.End) {
			t.Fatalf("token %d [%d, %d) cuts a code point", i, k.Start, k.End)
		}
		runes += utf8.RuneCountInString(gap)
		if k.Rune != runes {
			t.Fatalf("token %d begins at code point %d, says %d", i, runes, k.Rune)
		}
		runes += utf8.RuneCountInString(d.Word(i))
		if k.EndRune != runes {
			t.Fatalf("token %d ends at code point %d, says %d", i, runes, k.EndRune)
		}
		if (k.Gap == nlp.GapNone) != (gap == "" && i > 0) {
			t.Fatalf("token %d has gap %d after %q", i, k.Gap, gap)
		}
		if i == 0 && k.Gap != nlp.GapParagraph {
			t.Fatal("the first token begins no paragraph")
		}
		at = k.End
	}
	for _, r := range text[at:] {
		if classOf(r) != space {
			t.Fatalf("%q stands after the last token", r)
		}
	}
	next, paragraph := 0, -1
	for i, s := range d.Sentences {
		if s.First != next || s.Last <= s.First || s.Last-s.First > longest {
			t.Fatalf("sentence %d is [%d, %d) after %d", i, s.First, s.Last, next)
		}
		next = s.Last
		if d.Tokens[s.First].Gap == nlp.GapParagraph {
			paragraph++
		}
		if s.Paragraph != paragraph {
			t.Fatalf("sentence %d is in paragraph %d, says %d", i, paragraph, s.Paragraph)
		}
		for k := s.First; k < s.Last; k++ {
			if d.Tokens[k].Sentence != i {
				t.Fatalf("token %d is in sentence %d, says %d", k, i, d.Tokens[k].Sentence)
			}
			if k > s.First && d.Tokens[k].Gap == nlp.GapParagraph {
				t.Fatalf("sentence %d crosses a paragraph", i)
			}
		}
	}
	if next != len(d.Tokens) {
		t.Fatalf("the sentences end at token %d of %d", next, len(d.Tokens))
	}
	return d
}

// boundary tells whether no code point spans byte i.
func boundary(text string, i int) bool {
	for back := 1; back < utf8.UTFMax && back <= i; back++ {
		if r, n := utf8.DecodeRuneInString(text[i-back:]); n > back && r != utf8.RuneError {
			return false
		}
	}
	return true
}

func FuzzAnnotate(f *testing.F) {
	for _, text := range []string{
		"", " ", "\x00", "\xff\xfe", "é\u0301\u200d", "\r\n\r\n", "\ufeffHe said.\n",
		"Mr. Smith wasn’t in the U.S. He'd gone to AT&T's office—at 9:30 a.m.—with $1,000.50.",
		"“Why?” he asked. ‘No. 5’ (see www.example.org/a(b)). mail me@example.org #tag @who …",
		"cannot gonna y'all 'tis '90s rock 'n' roll O'Neill's d'you wouldn't've",
		"- one\n- two\n\n1. three\n(b) four", strings.Repeat("([{", 200), strings.Repeat("a.", 300),
		strings.Repeat("word ", 900), "👩‍👩‍👧‍👦 🇩🇪 ✌🏽", "\u200eשלום עולם\u200f.", "a\u2028b\u2029c\u0085d",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { annotate(t, text) })
}
