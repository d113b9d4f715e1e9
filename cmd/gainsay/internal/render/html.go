package render

import (
	"bufio"
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"os"
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

// Close writes the page and removes the temporary file, whatever else goes wrong.
func (h *htmlWriter) Close() error {
	err := h.page()
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
	ids := prefix(number)
	index := gainsay.NewIndex(d.Text)
	cut := &segmenter{index: index, pending: marksOf(r.Statements)}
	cut.ref = func(i int) ref { return ids.ref(r.Statements[i].ID) }
	statements := order(r.Statements)
	for i, p := range blocks(d.Text) {
		row := row{Number: i + 1, Segments: cut.paragraph(p)}
		row.Headline = i == 0 && oneLine(index.Words(p)) == a.Heading
		a.Titled = a.Titled || row.Headline
		a.Rows = append(a.Rows, row)
	}
	for at, i := 0, 0; i < len(statements); i++ {
		_ = at
	}
	h.cards(&a, statements, blocks(d.Text), ids, index)
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
