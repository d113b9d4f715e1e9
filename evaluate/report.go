package evaluate

import (
	"encoding/json"
	"fmt"
	"io"
)

// Report is what one comparison found.
type Report struct {
	Total    []Score    `json:"total"`
	Calendar *Share     `json:"calendar,omitempty"` // of Times only
	Each     []Document `json:"each,omitempty"`     // in the order of the gold; filled where it was asked for
	Misses   []Miss     `json:"misses,omitempty"`   // of Times only; filled where it was asked for
}

// Document is the scores of one article.
type Document struct {
	Name   string  `json:"name"`
	Scores []Score `json:"scores"`
}

// Score is one measure: how many of the things predicted are in the gold, and how many of the gold were found.
type Score struct {
	Name      string
	Hits      int // in the gold and predicted
	Gold      int
	Predicted int
}

// Precision is the share of what was predicted that is right, 0 to 1; 0 where nothing was predicted.
func (s Score) Precision() float64 { return ratio(s.Hits, s.Predicted) }

// Recall is the share of the gold that was found, 0 to 1; 0 where there is no gold.
func (s Score) Recall() float64 { return ratio(s.Hits, s.Gold) }

// F1 is the harmonic mean of precision and recall.
func (s Score) F1() float64 {
	p, r := s.Precision(), s.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// MarshalJSON writes the counts and the shares (0 to 1, unrounded).
func (s Score) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Name      string  `json:"name"`
		Precision float64 `json:"precision"`
		Recall    float64 `json:"recall"`
		F1        float64 `json:"f1"`
		Hits      int     `json:"hits"`
		Gold      int     `json:"gold"`
		Predicted int     `json:"predicted"`
	}{s.Name, s.Precision(), s.Recall(), s.F1(), s.Hits, s.Gold, s.Predicted})
}

// Share is a part of a whole.
type Share struct {
	Hits int `json:"hits"`
	Of   int `json:"of"`
}

// Miss is a gold date expression that no reading gives with its value.
type Miss struct {
	Name      string `json:"name"` // the article
	Published string `json:"published"`
	Words     string `json:"words"`
	Type      string `json:"type"`
	Value     string `json:"value"`
	Read      string `json:"read"` // type and value that were read in its place, or "nothing"
}

// WriteText prints the report as aligned lines, percentages to one decimal.
func (r *Report) WriteText(w io.Writer) error {
	width := 0
	for _, s := range r.Total {
		width = max(width, len(s.Name))
	}
	if r.Calendar != nil {
		width = max(width, len("calendar"))
	}
	p := &printer{w: w}
	for _, m := range r.Misses {
		p.printf("%s (%s): «%s» is %s %s, read %s\n", m.Name, m.Published, m.Words, m.Type, m.Value, m.Read)
	}
	for _, d := range r.Each {
		p.printf("%s\n", d.Name)
		p.scores("  ", width, d.Scores)
	}
	p.scores("", width, r.Total)
	if c := r.Calendar; c != nil {
		p.printf("%-*s %5.1f %%   (%d of %d)\n", width+1, "calendar", 100*ratio(c.Hits, c.Of), c.Hits, c.Of)
	}
	return p.err
}

// WriteJSON prints the report as one JSON object.
func (r *Report) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(r)
}

// printer keeps the first error of a run of writes.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

func (p *printer) scores(indent string, width int, scores []Score) {
	for _, s := range scores {
		p.printf("%s%-*s  P %5.1f  R %5.1f  F1 %5.1f   (%d of %d gold, %d predicted)\n", indent, width, s.Name,
			100*s.Precision(), 100*s.Recall(), 100*s.F1(), s.Hits, s.Gold, s.Predicted)
	}
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}
