package attribution

import (
	"context"
	"testing"

	"gainsay/nlp"
	"gainsay/nlp/tokenize"
)

func TestDateline(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"agency and date", "LISBON, Oct. 9 (Meridian) - The firm denied it.", "LISBON, Oct. 9 (Meridian) -"},
		{"place alone", "PORT ELLERY — The firm denied it.", "PORT ELLERY —"},
		{"no dash", "LISBON denied it.", ""},
		{"not in capitals", "Lisbon - a city of hills - denied it.", ""},
		{"dash within a word", "LISBON-based firms denied it.", ""},
	} {
		d := &nlp.Doc{Text: c.text}
		if err := tokenize.New().Annotate(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		s := d.Sentences[0]
		if got := d.Words(nlp.Range{First: s.First, Last: dateline(d, s)}); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
