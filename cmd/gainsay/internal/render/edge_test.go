package render

import (
	"bytes"
	"strings"
	"testing"

	"gainsay"
)

// Whatever the width, the lines together are the text, and only a single cluster may be wider than a line.
func TestLinesReproduceTheText(t *testing.T) {
	for name, text := range map[string]string{
		"words":         "The council denied that it had known of the shipment.",
		"long word":     "so Donaudampfschifffahrtsgesellschaft said",
		"wide letters":  "外交部発言人は「知らない」と述べた",
		"combining":     "cafe\u0301 re\u0301sume\u0301 nai\u0308vete\u0301",
		"right to left": "قال مصدر رسمي إنه لا تعليق اليوم",
		"dashes":        "--- -- -----a-- give --published --",
		"empty":         "",
	} {
		t.Run(name, func(t *testing.T) {
			for width := 2; width < 60; width += 3 {
				l := line(text, plain)
				var got strings.Builder
				for _, br := range l.lines(width) {
					got.WriteString(text[br.from:br.to])
					if br.width > width {
						t.Errorf("at %d columns %q is %d wide", width, text[br.from:br.to], br.width)
					}
				}
				if squeeze(got.String()) != squeeze(text) {
					t.Errorf("at %d columns got %q", width, got.String())
				}
			}
		})
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func TestNotesWithoutPlacesStandAtTheLeft(t *testing.T) {
	var b bytes.Buffer
	r := &gainsay.Reading{Document: gainsay.Document{Name: "a", Text: "x y"}, Notes: []gainsay.Note{{Text: "no date"}}}
	if err := NewText(&b, TextOptions{Width: 60}).Write(r); err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(b.String(), "Notes\n  no date\n") {
		t.Errorf("got %s", b.String())
	}
}

func TestPageOfNothingIsEmpty(t *testing.T) {
	var b bytes.Buffer
	w, err := NewHTML(&b)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil || b.Len() > 0 {
		t.Errorf("got %v and %d bytes", err, b.Len())
	}
}

// Text on each of the page's grounds has the contrast of 4.5 to 1 that WCAG 2.2 asks for at level AA (1.4.3), in light
// and in dark.
func TestContrast(t *testing.T) {
	for _, scheme := range []string{"light", "dark"} {
		colours := palette(t, scheme == "dark")
		for _, pair := range [][2]string{
			{"ink", "paper"}, {"soft", "paper"}, {"source", "paper"}, {"cue", "paper"}, {"paper", "ink"},
			{"ink", "card"}, {"soft", "card"}, {"source", "card"}, {"cue", "card"},
			{"ink", "c1"}, {"ink", "c2"}, {"ink", "c3"}, {"ink", "on"},
			{"source", "c1"}, {"source", "c2"}, {"source", "c3"}, {"source", "on"},
			{"cue", "c1"}, {"cue", "c2"}, {"cue", "c3"}, {"cue", "on"},
		} {
			text, ok := colours[pair[0]]
			ground, ok2 := colours[pair[1]]
			if !ok || !ok2 {
				t.Fatalf("%s: no colour %v in the style sheet", scheme, pair)
			}
			if got := contrast(text, ground); got < 4.5 {
				t.Errorf("%s: %s on %s has a contrast of %.2f", scheme, pair[0], pair[1], got)
			}
		}
	}
}
