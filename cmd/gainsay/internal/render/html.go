package render

import (
	"bufio"
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"os"
	"slices"
	"sort"
	"strings"

	"gainsay"
)

var (
	//go:embed page.gohtml
	pageSource string
	//go:embed page.css
	pageStyle string
	//go:embed page.js
	pageScript string

	pages = template.Must(template.New("page").Parse(pageSource))
)

// NewHTML makes one page of all readings, which needs nothing but itself: the articles with the words of their
// statements marked, and beside each paragraph a card for each statement that begins in it. With several documents the
// page opens with a table of contents; the articles wait in a temporary file until it is known.
func NewHTML(w io.Writer) (Writer, error) {
	spool, err := os.CreateTemp("", "gainsay-*.html")
	if err != nil {
		return nil, fmt.Errorf("temporary file for the page: %w", err)
	}
	return &htmlWriter{w: w, spool: spool, buffer: bufio.NewWriter(spool)}, nil
}

type htmlWriter struct {
	w        io.Writer
	spool    *os.File
	buffer   *bufio.Writer
	contents []entry
	reader   string
	total    int
}

// entry is a document's line in the table of contents.
type entry struct {
	Anchor, Heading string
	Facts           []string
}

// article is a document as the template sees it.
type article struct {
	entry
	Counts string
	Rows   []row
	Notes  []note
	Empty  bool
	Titled bool // the first row is the headline
}

// row is a paragraph and the cards beside it.
type row struct {
	Number   int
	Segments []segment
	Cards    []card
	Headline bool
}

type card struct {
	ref
	Speaker, Kind, Cue, Content  string
	Act, Commitment, Quote       string
	Paragraph, Start, End, Depth int
	Inside                       *ref
	Score                        string
}

type note struct{ Place, Text string }

func (h *htmlWriter) Write(r *gainsay.Reading) error {
	h.total += len(r.Statements)
	h.reader = r.Reader
	a := h.article(r)
	h.contents = append(h.contents, a.entry)
	return pages.ExecuteTemplate(h.buffer, "article", a)
}

// Close writes the page, if there is anything to show, and removes the temporary file, whatever else goes wrong.
func (h *htmlWriter) Close() error {
	var err error
	if len(h.contents) > 0 {
		err = h.page()
	}
	return errors.Join(err, h.spool.Close(), os.Remove(h.spool.Name()))
}

func (h *htmlWriter) page() error {
	if err := h.buffer.Flush(); err != nil {
		return err
	}
	if _, err := h.spool.Seek(0, io.SeekStart); err != nil {
		return err
	}
	title := count(len(h.contents), "document")
	if len(h.contents) == 1 {
		title = h.contents[0].Heading
	}
	page := struct {
		Style                 template.CSS
		Script                template.JS
		Title, Counts, Reader string
		Contents              []entry
	}{template.CSS(pageStyle), template.JS(pageScript), title,
		count(h.total, "statement") + " in " + count(len(h.contents), "document"), h.reader, nil}
	if len(h.contents) > 1 {
		page.Contents = h.contents
	}
	if err := pages.ExecuteTemplate(h.w, "head", page); err != nil {
		return err
	}
	if _, err := io.Copy(h.w, h.spool); err != nil {
		return err
	}
	return pages.ExecuteTemplate(h.w, "foot", page)
}

func (h *htmlWriter) article(r *gainsay.Reading) article {
	d, number := r.Document, len(h.contents)+1
	counts := count(len(r.Statements), "statement")
	a := article{Counts: count(wordCount(d.Text), "word") + " · " + counts, Empty: len(r.Statements) == 0}
	a.entry = entry{Anchor: fmt.Sprintf("d%d", number), Heading: heading(d), Facts: append(facts(d), counts)}
	ids := func(i int) ref { return refTo(r.Statements[i].ID, number) }
	index := gainsay.NewIndex(d.Text)
	paragraphs := blocks(d.Text, index)
	cut := &segmenter{index: index, pending: marksOf(r.Statements), ref: ids}
	for i, p := range paragraphs {
		row := row{Number: i + 1, Segments: cut.paragraph(p)}
		row.Headline = i == 0 && oneLine(index.Words(p)) == a.Heading
		a.Titled = a.Titled || row.Headline
		a.Rows = append(a.Rows, row)
	}
	for _, s := range order(r.Statements) {
		i := sort.Search(len(paragraphs), func(i int) bool { return paragraphs[i].End > first(s.Statement) })
		if i < len(paragraphs) {
			a.Rows[i].Cards = append(a.Rows[i].Cards, cardOf(s, index, number, i+1))
		}
	}
	lines := linesOf(d.Text)
	for _, n := range r.Notes {
		place := ""
		if n.Span.Len() > 0 {
			place = "line " + strings.Replace(lines.place(n.Span.Start), ":", ", column ", 1)
		}
		a.Notes = append(a.Notes, note{place, oneLine(n.Text)})
	}
	return a
}

func cardOf(s placed, index *gainsay.Index, document, paragraph int) card {
	c := card{
		ref: refTo(s.ID, document), Speaker: speaker(s.Statement), Kind: string(s.Speaker.Kind),
		Cue: joined(s.Cue, index), Content: joined(s.Content, index),
		Act: string(s.Act), Commitment: string(s.Commitment), Quote: string(s.Quote),
		Paragraph: paragraph, Depth: min(s.Depth, maxDepth), Score: fmt.Sprintf("%.2f", s.Score),
	}
	if s.Speaker.Kind == gainsay.Unstated {
		c.Kind = "" // the speaker's line says so
	}
	all := slices.Concat(s.Source, s.Cue, s.Content)
	for i, span := range all {
		if i == 0 || span.Start < c.Start {
			c.Start = span.Start
		}
		c.End = max(c.End, span.End)
	}
	if s.Inside != "" {
		inside := refTo(s.Inside, document)
		c.Inside = &inside
	}
	return c
}

// joined is the words of a span, an ellipsis where it is interrupted.
func joined(spans gainsay.Spans, index *gainsay.Index) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, oneLine(index.Words(s)))
	}
	return strings.Join(parts, " … ")
}

// refTo is a statement's number and the anchors of its words and its card. The first document's anchors are the
// statements' own names, "s3", so that a page of one document can be linked into; further documents' are "d2-s3".
func refTo(id gainsay.StatementID, document int) ref {
	prefix := ""
	if document > 1 {
		prefix = fmt.Sprintf("d%d-", document)
	}
	number := strings.TrimPrefix(string(id), "s")
	return ref{Number: number, Words: prefix + "w" + number, Card: prefix + string(id)}
}
